using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Tells a violation from the drift of a rounded trajectory. The allowance covers the evaluation at the computed iterate only; how far the
/// iterate itself has drifted is seen by repeating the run in double-doubles.
/// </summary>
internal static class Drift
{
    /// <summary>By what factor a violation must exceed the allowance where it cannot be repeated in higher precision (contract, section 2).</summary>
    public const double UnconfirmedFactor = 1000;

    // Rounding errors of the precise run are 2^-49 of those of the double run or less, and the dynamics amplify both alike. Half of these bits
    // are kept as reserve: a violation must exceed 2^-24 of the drift seen between the two runs, and of the double run's own allowance.
    private const double Reserve = 1.0 / (1 << 24);

    // The parameters of an instance are doubles: 0.1 and 1/(2N+1) are rounded by 2^-53 of themselves each, while a bound is evaluated exactly. An equality
    // that holds for the real parameter fails for the rounded one by as much, in every precision. Allowed for are eight such factors,
    // and eight more per step, each of which may multiply by the parameter or add it.
    private const double RoundedParameters = 8.0 / (1L << 53);

    // An iterate is the one before plus a step, known to the unit round-off 2^-104 of that: where Newton's method squares the error, all digits of the next one
    // may lie below it. 2^8 such errors are allowed for.
    private const double Cancellation = 1.0 / (1L << 48) / (1L << 48);

    // Half of the bits of a double: a ratio known to this share is worth comparing with others.
    private const double SettledShare = 1.0 / (1 << 26);

    /// <summary>Whether the precise run violates by more than its own errors.</summary>
    /// <param name="rough">The comparison in doubles.</param>
    /// <param name="precise">The same comparison in double-doubles.</param>
    /// <param name="before">The larger side of the comparison before it in the run; 0 for the first.</param>
    public static bool Confirms(Comparison<double> rough, Comparison<DoubleDouble> precise, double before)
    {
        if (!DoubleDouble.IsFinite(precise.Measured.Value) || !DoubleDouble.IsFinite(precise.Bound.Value))
        {
            return precise.IsViolation;
        }

        return precise.Margin.High > Allowed(rough, precise, before);
    }

    /// <summary>
    /// By how much a repeated run may seem to violate: its errors, a share of the drift, and what the rounding of parameters and of the iterate before explains.
    /// </summary>
    /// <param name="rough">The comparison in doubles.</param>
    /// <param name="precise">The same comparison in double-doubles.</param>
    /// <param name="before">The larger side of the comparison before it in the run; 0 for the first.</param>
    public static double Allowed(Comparison<double> rough, Comparison<DoubleDouble> precise, double before)
    {
        double drift = Math.Abs((precise.Measured.Value - rough.Measured.Value).High) + Math.Abs((precise.Bound.Value - rough.Bound.Value).High);
        double reserve = double.IsFinite(drift + rough.Allowance) ? Reserve * (drift + rough.Allowance) : 0;
        double parameters = RoundedParameters * (1.0 + precise.Iteration) * Math.Max(Math.Abs(precise.Measured.Value.High), Math.Abs(precise.Bound.Value.High));
        return precise.Allowance + reserve + parameters + (Cancellation * before);
    }

    /// <summary>By how much the measured value of a repeated run may be off: its error, and the same share of the drift.</summary>
    /// <param name="rough">The comparison in doubles.</param>
    /// <param name="precise">The same comparison in double-doubles.</param>
    public static double Error(Comparison<double> rough, Comparison<DoubleDouble> precise)
    {
        double drift = Math.Abs((precise.Measured.Value - rough.Measured.Value).High) + rough.Measured.Error;
        return precise.Measured.Error + (double.IsFinite(drift) ? Reserve * drift : 0);
    }

    /// <summary>
    /// Whether a run that cannot be repeated violates beyond doubt: by 1,000 times what its roundings explain, for every value that printed digits
    /// stand for. A value that has overflowed exceeds every bound that is finite.
    /// </summary>
    /// <param name="c">The comparison.</param>
    public static bool ConfirmsAlone(Comparison<double> c) =>
        double.IsPositiveInfinity(c.Margin) || c.Margin > (UnconfirmedFactor * c.Roundoff) + c.Open;

    /// <summary>Whether the two runs agree so well, beside the bound, that their ratio says something about the claim.</summary>
    /// <param name="rough">The comparison in doubles.</param>
    /// <param name="precise">The same comparison in double-doubles.</param>
    public static bool IsSettled(Comparison<double> rough, Comparison<DoubleDouble> precise) =>
        Math.Abs((precise.Measured.Value - rough.Measured.Value).High) + Math.Abs((precise.Bound.Value - rough.Bound.Value).High)
            <= SettledShare * Math.Abs(precise.Bound.Value.High);
}
