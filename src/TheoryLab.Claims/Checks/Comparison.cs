using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Which side of the bound the measure must stay on.</summary>
internal enum Relation
{
    AtMost,
    AtLeast,
    Equal,
}

/// <summary>A measured value beside its bound at one iteration, in one scalar.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="Relation">Which side is right.</param>
/// <param name="Iteration">k.</param>
/// <param name="Measured">The measure at x_k.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Margin">By how much the statement fails at the computed values; negative where it holds.</param>
internal readonly record struct Comparison<T>(Relation Relation, int Iteration, Tracked<T> Measured, Tracked<T> Bound, T Margin)
    where T : struct, INumber<T>
{
    /// <summary>What the printed digits of a recorded run leave open of the difference; zero elsewhere.</summary>
    public double Open { get; init; }

    // Twenty bits of a ratio: what makes a difference to a search is larger, what round-off makes of a vanishing bound is not known so well.
    private const double KnownShare = 1.0 / (1 << 20);

    /// <summary>1 at equality, above 1 on the wrong side; NaN where the errors leave nothing of it.</summary>
    public double Ratio => RatioWithin(Allowance);

    /// <summary>Whether the ratio is known to twenty bits; one of two values that drown in their errors says nothing.</summary>
    public bool IsKnown => !double.IsNaN(Ratio) && Allowance <= KnownShare * Math.Abs(ScalarMath.ToDouble(Bound.Value));

    /// <summary>The forward errors of evaluating measure and bound.</summary>
    public double Roundoff => Measured.Error + Bound.Error;

    /// <summary>The allowance: these errors, and what printed digits leave open.</summary>
    public double Allowance => Roundoff + Open;

    /// <summary>Whether the statement fails by more than the allowance.</summary>
    public bool IsViolation => ScalarMath.ToDouble(Margin) is var margin && (double.IsPositiveInfinity(margin) || margin > Allowance);

    /// <summary>Compares a measured value with its bound.</summary>
    /// <param name="relation">Which side is right.</param>
    /// <param name="iteration">k.</param>
    /// <param name="measured">The measure.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="open">What printed digits leave open of the difference.</param>
    public static Comparison<T> Of(Relation relation, int iteration, Tracked<T> measured, Tracked<T> bound, double open = 0)
    {
        T difference = measured.Value - bound.Value;
        T margin = T.IsNaN(difference) ? -T.One : relation switch
        {
            Relation.AtMost => difference,
            Relation.AtLeast => -difference,
            _ => T.Abs(difference),
        };
        return new(relation, iteration, measured, bound, margin) { Open = open };
    }

    /// <summary>
    /// The ratio, where so much may be explained: NaN for a comparison that is within the allowance and whose divisor is no larger than it, since then any
    /// ratio could be the true one. What is left of those within the allowance is at most 2. Infinite where no ratio exists, as for a value above the bound 0.
    /// </summary>
    /// <param name="allowance">By how much the statement may seem to fail.</param>
    public double RatioWithin(double allowance)
    {
        double m = ScalarMath.ToDouble(Measured.Value), b = ScalarMath.ToDouble(Bound.Value);
        bool fails = ScalarMath.ToDouble(Margin) > allowance;
        return Relation switch
        {
            Relation.AtMost => Quotient(m, b, Bound.Error, allowance, fails),
            Relation.AtLeast => Quotient(b, m, Measured.Error, allowance, fails),
            _ when double.IsInfinity(m) || double.IsInfinity(b) => Math.Abs(m - b),
            _ => 1 + Quotient(Math.Abs(m - b), Math.Max(Math.Abs(m), Math.Abs(b)), 0, allowance, fails),
        };
    }

    /// <summary>x over y, where x should be at most y; y over x where both are negative.</summary>
    private static double Quotient(double x, double y, double error, double allowance, bool fails) =>
        double.IsNaN(x) || double.IsNaN(y) || (double.IsInfinity(x) && x == y) ? double.NaN
        : double.IsPositiveInfinity(y) || double.IsNegativeInfinity(x) ? 0
        : double.IsPositiveInfinity(x) || double.IsNegativeInfinity(y) ? double.PositiveInfinity
        : fails ? (y > error ? x / y : x < -error && y < 0 ? y / x : double.PositiveInfinity)
        : y > allowance ? x / y
        : y < -allowance && x < -allowance ? y / x
        : double.NaN;
}
