namespace TheoryLab.Claims.Fitting;

/// <summary>
/// The ratios y_(k+1)/y_k at the end of a trace, as rates s = -log(y_(k+1)/y_k) on three parts that follow each other by a constant factor in k, the last three
/// doublings where the window has them. Convergence is superlinear if the ratios tend to zero, s to infinity (Ortega and Rheinboldt 1970, ch. 9), however slowly: 1/k!
/// has s = log k. Its differences from doubling to doubling are equal; those of log log k shrink by 0.7 or less from k = 16 on. Those of r - m k^-a, which tends to r, shrink by
/// 2^-a: k^m rho^k has a = 1. So the order a in which differences shrink tells them apart, except for sequences slower than either.
/// </summary>
/// <param name="First">s on the first of the three parts.</param>
/// <param name="Second">s on the second part.</param>
/// <param name="Last">s on the last part.</param>
/// <param name="Error">The standard error of the second and of the last, in root mean square.</param>
/// <param name="Spacing">The factor in k from one part to the next, 2 for doublings.</param>
public sealed record LateRatios(double First, double Second, double Last, double Error, double Spacing)
{
    // A difference moved by twice this many errors moves by 99% of a normal deviate, 2.576 sqrt 2 errors.
    private const double Deviations = 1.8215;

    // What log log k shows at k = 16, and a tenth more: below the one a rise has not slowed down, above the other it has.
    private const double MostOpen = 0.5;
    private const double LeastSettled = 0.6;

    // A ratio that is still above two thirds of what it was two parts before has not visibly fallen; that of 1/sqrt(k!) halves.
    private static readonly double LeastRise = Math.Log(1.5);

    // A rise that hides in the error must be smaller than that of log log k on the doubling up to k = 1000.
    private const double LeastSeen = 0.1;

    // Of the rise from the part before, half of what an even rise shows between the ends of the last part.
    private const double LeastShare = 0.25;

    // A twentieth of a rate, and a ratio that falls by a twentieth in a doubling: log log k rises by more up to k = 1e6, where its sequence is far below every double.
    private const double Small = 0.05;

    /// <summary>The same on three parts of the last part; null where there are too few points.</summary>
    public LateRatios? End { get; init; }

    /// <summary>The ratio on the last part.</summary>
    public double LastRatio => Math.Exp(-Last);

    /// <summary>Whether the ratios fall from part to part by more than their error.</summary>
    public bool Fall => Second - First > Allowed && Last - Second > Allowed;

    /// <summary>
    /// Whether the ratios fall all along, to two thirds and less, still do at the end of the last part, and the fall does not slow down as it does towards a limit above zero.
    /// </summary>
    public bool AreFalling => Fall && FallsAtEnd && Last - First >= LeastRise
        && Order((Last - Second - Allowed) / (Second - First + Allowed)) <= MostOpen;

    /// <summary>
    /// Whether they fall all along, but s by less and less per iteration: then s_(k+1)/s_k, the factor by which decrements of log y grow, tends to one, as for 1/k!, and
    /// no order above one is reached. An order q makes s grow by a factor q in every iteration.
    /// </summary>
    public bool FallSlowly => AreFalling && Last - Second + Allowed < Spacing * (Second - First - Allowed);

    /// <summary>Whether the ratios have visibly settled above zero: they no longer fall, or the fall dies out before the rate has doubled.</summary>
    public bool HaveSettled
    {
        get
        {
            double rise = Last - Second, before = Second - First;
            if (rise <= Allowed)
            {
                return rise < -Allowed || rise + Allowed <= LeastSeen;
            }

            if (rise + Allowed <= Small * Math.Min(1, Last))
            {
                return true;
            }

            return before > Allowed && Order((rise + Allowed) / (before - Allowed)) >= LeastSettled && rise * rise / (before - rise) <= Last;
        }
    }

    // What has come to rest in the last part has fallen up to it, too.
    private bool FallsAtEnd => End is not { } end || end.Last - end.First > Math.Max(end.Allowed, LeastShare * (Last - Second));

    private double Allowed => 2 * Deviations * Error;

    // a in spacing^-a.
    private double Order(double shrinkage) => -Math.Log(shrinkage) / Math.Log(Spacing);

    /// <summary>The three ratios.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Exp(-First):g3}, {Math.Exp(-Second):g3} and {LastRatio:g3}");
}
