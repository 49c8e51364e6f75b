namespace TheoryLab.Claims.Fitting;

/// <summary>
/// How fast a trace falls on the last three parts of its window, in log k (local exponents, -d log y/d log k) or in k (local rates,
/// -d log y/dk). y = O(k^-p) is a statement about k -> infinity and some constant; a window contradicts it only if r = y k^p grows at its end and
/// that growth is not dying out. The growth of log r against log k is p - s, s the local exponent, so what counts is where s is heading.
/// </summary>
/// <param name="First">The rate on the first of the three parts.</param>
/// <param name="Second">The rate on the second part.</param>
/// <param name="Last">The rate on the last part.</param>
/// <param name="Error">The standard error of the second and of the last rate, in root mean square.</param>
/// <param name="Clock">What the rates are per.</param>
public sealed record LateRates(double First, double Second, double Last, double Error, RateClock Clock)
{
    // Both rates moved by this many errors towards each other: their difference then moves by 99% of a normal deviate, 2.576 sqrt 2 errors.
    private const double Deviations = 1.8215;

    /// <summary>
    /// The rate that the trace is heading for if it rises beyond its errors, the last one if it does not: infinity where the rise does not slow
    /// down. Three values s_1, s_2, s_3 whose differences d' = s_2 - s_1 and d = s_3 - s_2 shrink
    /// by a constant factor tend to s_3 + d^2/(d' - d) (Aitken's delta-squared process). In log k it is applied to 1/s: for a shifted law
    /// (k + c)^-p, 1/s = (1 + c/k)/p, whose differences do shrink by a constant factor, so that it gives p; for an exponential, s = c k, it gives
    /// infinity. It gives infinity too where it would more than double the last rate, for then less than half of the law has been seen: on a
    /// shifted law the window ends before k = c. A rise that only takes back a fall is a swing, and is carried on by one step.
    /// </summary>
    public double Ceiling
    {
        get
        {
            double allowed = Deviations * Error, second = Second + allowed, last = Last - allowed;
            if (last <= second)
            {
                return Last;
            }

            if (First >= last)
            {
                return Math.Max(First, last + (last - second));
            }

            double end = Clock == RateClock.LogIteration && First > 0
                ? Inverse(Limit(1 / First, 1 / Second, 1 / Last, 0))
                : Limit(First, Second, Last, double.PositiveInfinity);
            return end <= 2 * Last ? end : double.PositiveInfinity;
        }
    }

    /// <summary>The rate that the trace is heading for if it falls beyond its errors, found likewise: minus infinity where the fall does not slow down, or would more than halve the last rate.</summary>
    public double Floor
    {
        get
        {
            double allowed = Deviations * Error, second = Second - allowed, last = Last + allowed;
            if (last >= second)
            {
                return Last;
            }

            if (First <= last)
            {
                return Math.Min(First, last + (last - second));
            }

            double end = Limit(First, Second, Last, double.NegativeInfinity);
            return end >= Last / 2 ? end : double.NegativeInfinity;
        }
    }

    /// <summary>
    /// How far the last rate may be from its limit because of a factor k^m beside rho^k, |m| at most a given degree: rates per iteration are then
    /// -log rho - m/k, and the middles of the last two of three parts, at 1/2 and 5/6 of the window, differ by 0.8 m/K. What the errors allow is added.
    /// </summary>
    /// <param name="windowLast">K, the last iteration of the window.</param>
    /// <param name="mostDegree">The largest |m|.</param>
    /// <param name="isRising">Whether m is positive, so that the rates rise.</param>
    internal double FactorLeft(double windowLast, double mostDegree, bool isRising)
    {
        double rise = Math.Max(0, isRising ? Last - Second : Second - Last) + (2 * Deviations * Error);
        return Math.Min(mostDegree, rise * windowLast / 0.8) / (5 * windowLast / 6);
    }

    private static double Limit(double first, double second, double last, double otherwise)
    {
        double before = second - first, now = last - second;
        return now / before is > 0 and < 1 ? last + (now * now / (before - now)) : otherwise;
    }

    private static double Inverse(double value) => value > 0 ? 1 / value : double.PositiveInfinity;
}

/// <summary>What a local rate is per.</summary>
public enum RateClock
{
    /// <summary>Per unit of log k: an exponent.</summary>
    LogIteration,

    /// <summary>Per iteration.</summary>
    Iteration,
}
