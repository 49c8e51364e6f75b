namespace TheoryLab.Claims;

/// <summary>
/// How far a refuted twin is from its claim: its bound over the claim's, on the run and at the iteration that refuted it. A twin of 1e-12 of the bound shows that the check
/// sees factors of 1e12, and nothing about smaller ones.
/// </summary>
internal static class TwinFactor
{
    /// <summary>The factor; null where the twin changes something else than the bound, was not refuted, or the claim's own bound vanishes there.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="variant">The twin's variant of it.</param>
    /// <param name="witness">What refuted the variant.</param>
    /// <param name="options">How the claim is checked.</param>
    /// <param name="runs">The runs made so far.</param>
    /// <param name="cancellation">Ends a run.</param>
    public static double? Of(Claim claim, Claim variant, Witness? witness, CheckOptions options, RunCache runs, CancellationToken cancellation)
    {
        if (witness is not { } w || claim.Bound is null || variant.Bound is null || claim != variant with { Bound = claim.Bound })
        {
            return null;
        }

        CheckCase @case = CheckCase.Of(claim, options).First(c => c.Instance == w.Instance && c.Method.Name == w.Method && c.Horizon == w.Horizon);
        double own = claim.Kind == ClaimKind.Limit
            ? new LimitCheck(claim, options, runs, cancellation).Target(@case)
            : new PointwiseCheck(claim, options, runs, cancellation).Values(@case).FirstOrDefault(b => b.Iteration == w.Iteration).Bound;
        return w.Bound / own is var factor && double.IsFinite(factor) && own != 0 ? factor : null;
    }

    /// <summary>The factor nearest to one among the refuted twins of another constant: what the check was shown to see.</summary>
    /// <param name="twins">The twins.</param>
    public static double? Nearest(IEnumerable<TwinResult> twins)
    {
        double[] factors = [.. twins.Where(t => t is { Verdict: Verdict.Refuted, Changes: "constant" }).Select(t => t.Factor).OfType<double>()];
        return factors.Length == 0 ? null : factors.MinBy(f => f > 0 ? Math.Abs(Math.Log(f)) : double.PositiveInfinity);
    }
}
