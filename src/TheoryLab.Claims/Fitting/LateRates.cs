namespace TheoryLab.Claims.Fitting;

/// <summary>
/// How fast a trace falls on the last three parts of its window, in log k (local exponents, -d log y/d log k) or in k (local rates,
/// -d log y/dk). y = O(k^-p) is a statement about k -> infinity and some constant; a window contradicts it only if r = y k^p grows at its end and
/// that growth is not dying out. The growth of log r against log k is p - s, s the local exponent, so what counts is where s is heading.
/// </summary>
/// <param name="First">The rate on the first of the three parts.</param>
/// <param name="Second">The rate on the second part.</param>
/// <param name="Last">The rate on the last part.</param>
/// <param name="Error">The standard error of a difference of neighbouring rates.</param>
/// <param name="Clock">What the rates are per.</param>
public sealed record LateRates(double First, double Second, double Last, double Error, RateClock Clock)
{
    // A change of the rate beyond 99% of a normal deviate is a change.
    private const double Deviations = 2.576;

    /// <summary>
    /// The rate that the trace is heading for if it still rises, the last one if it does not: infinity where the rise does not slow down.
    /// Three values s_1, s_2, s_3 whose differences shrink by a constant factor tend to s_3 + d^2/(d' - d), d = s_3 - s_2, d' = s_2 - s_1 (Aitken's
    /// delta-squared process). In log k this is applied to 1/s: for a shifted law (k + c)^-p, 1/s = (1 + c/k)/p, whose differences do
    /// shrink by the constant ratio of the parts, so that it gives p exactly; on an exponential, where s = c k, it gives infinity.
    /// </summary>
    public double Ceiling
    {
        get
        {
            if (Last - Second <= Deviations * Error)
            {
                return Last;
            }

            if (Clock == RateClock.Iteration || First <= 0 || Second <= 0)
            {
                return Limit(First, Second, Last, double.PositiveInfinity);
            }

            double inverse = Limit(1 / First, 1 / Second, 1 / Last, 0);
            return inverse > 0 ? 1 / inverse : double.PositiveInfinity;
        }
    }

    /// <summary>The rate that the trace is heading for if it still falls, the last one if it does not: minus infinity where the fall does not slow down.</summary>
    public double Floor => Second - Last <= Deviations * Error ? Last : Limit(First, Second, Last, double.NegativeInfinity);

    private static double Limit(double first, double second, double last, double otherwise)
    {
        double before = second - first, now = last - second;
        return now / before is > 0 and < 1 ? last + (now * now / (before - now)) : otherwise;
    }
}

/// <summary>What a local rate is per.</summary>
public enum RateClock
{
    /// <summary>Per unit of log k: an exponent.</summary>
    LogIteration,

    /// <summary>Per iteration.</summary>
    Iteration,
}
