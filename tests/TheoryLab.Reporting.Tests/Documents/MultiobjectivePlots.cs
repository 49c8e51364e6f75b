using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Reporting.Tests.Documents;

/// <summary>The plots of docs/multiobjective.md. Every value comes from the claims: their instances and methods are run, their bounds evaluated.</summary>
internal static class MultiobjectivePlots
{
    private static readonly Catalogue Claims = Catalogue.Of(typeof(CatalogueMarker).Assembly);

    public static IEnumerable<(string Name, Chart Chart)> All()
    {
        yield return ("multiobjective-strongly-convex", StronglyConvex());
        yield return ("multiobjective-one-step", OneStep());
        yield return ("multiobjective-fixed-weights", FixedWeights());
        yield return ("multiobjective-span", Span());
    }

    private static Chart StronglyConvex()
    {
        Claim lower = Claims.Find("moo-span-lower-strongly-convex"), upper = Claims.Find("moo-agd-strongly-convex-upper");
        IReadOnlyList<CurvePoint> best = Curve(lower, 0, "conjugate-residuals"), nesterov = Curve(lower, 0, "nesterov-strongly-convex");
        PlotPoint[] above = [.. Curve(upper, 1).Where(p => p.Iteration <= best[^1].Iteration).Select(p => new PlotPoint(p.Iteration, p.Bound))];
        return new(
            "Strongly convex objectives with kappa = 100: gap, lower and upper bound",
            Says("Vertical axis logarithmic. ", ("the lower bound", At(best, p => p.Bound)), ("the best of all span methods", At(best, p => p.Measured)), ("Nesterov's method on fixed weights", At(nesterov, p => p.Measured)), ("its upper bound", above)),
            "T (steps)",
            "G",
            false,
            true,
            [
                new("upper bound", SeriesRole.Twin, above),
                new("Nesterov", SeriesRole.Measured, At(nesterov, p => p.Measured), true),
                new("best of all", SeriesRole.Envelope, At(best, p => p.Measured), true),
                new("lower bound", SeriesRole.Bound, At(best, p => p.Bound), true),
            ]);
    }

    private static Chart OneStep()
    {
        Claim capped = Claims.Find("moo-onestep-lower"), silver = Claims.Find("moo-silver-upper");
        PlotPoint[] cap = InUnits(capped, 0, p => p.Bound, "gradient-descent"), measured = InUnits(capped, 0, p => p.Measured, "gradient-descent"), free = InUnits(silver, 0, p => p.Measured);
        return new(
            "Steps fixed in advance: the lower bound needs its cap",
            Says("Both axes logarithmic. ", ("the bound L R/(2T+1) for steps up to 2/L", cap), ("steps 1/L on its instance", measured), ("silver steps, which have no cap, on the Huber function that is worst for them", free)) + $" The silver steps fall like T to the -{Slope(free)} and end below the bound.",
            "T (steps)",
            "G/(L R)",
            true,
            true,
            [
                new("1/(2T+1), cap 2/L", SeriesRole.Bound, cap),
                new("steps 1/L", SeriesRole.Measured, measured, true),
                new($"silver, T^{{−{Slope(free)}}}", SeriesRole.Fit, free, true),
            ]);
    }

    private static Chart FixedWeights()
    {
        Claim claim = Claims.Find("moo-agd-fixed-scalarisation-upper");
        PlotPoint[] bound = InUnits(claim, 0, p => p.Bound), chain = InUnits(claim, 0, p => p.Measured), huber = InUnits(claim, 1, p => p.Measured);
        return new(
            "Nesterov's method on fixed weights: the bound 2 L R/(T+1) is loose",
            Says("Both axes logarithmic. ", ("the bound", bound), ("the convex chain of dimension 2T+1", chain), ("the Huber function with threshold R/(T+1)^1.5", huber)) + $" From T = {bound[^2].X} to {bound[^1].X} the chain falls like T to the -{Slope(chain)}, the Huber function like T to the -{Slope(huber)}.",
            "T (steps)",
            "G/(L R)",
            true,
            true,
            [
                new("bound 2/(T+1)", SeriesRole.Bound, bound),
                new($"Huber, T^{{−{Slope(huber)}}}", SeriesRole.Measured, huber, true),
                new($"chain, T^{{−{Slope(chain)}}}", SeriesRole.Envelope, chain, true),
            ]);
    }

    private static Chart Span()
    {
        Claim lower = Claims.Find("moo-span-lower-convex"), pair = Claims.Find("moo-ogm-ogmg-upper");
        PlotPoint[] tied = InUnits(lower, 0, p => p.Bound, "conjugate-residuals"), best = InUnits(lower, 0, p => p.Measured, "conjugate-residuals");
        PlotPoint[] upper = InUnits(pair, 1, p => p.Bound), worst = InUnits(pair, 1, p => p.Measured);
        PlotPoint[] first = [.. tied.Select(p => new PlotPoint(p.X, tied[0].Y * (tied[0].X + 1) / (p.X + 1)))];
        return new(
            "Convex objectives: all span methods, adaptive weights included",
            Says("Both axes logarithmic. ", ("the lower bound on the chain of dimension T+1", tied), ("the best of all span methods there", best), ("OGM and then OGM-G on the Huber function that is worst for them", worst), ("their upper bound", upper)) + " A line of slope -1 shows where a bound of order 1/T would lie.",
            "T (steps)",
            "G/(L R)",
            true,
            true,
            [
                new("order 1/T", SeriesRole.Guide, first),
                new("upper bound", SeriesRole.Twin, upper),
                new("OGM, OGM-G", SeriesRole.Measured, worst, true),
                new("lower bound", SeriesRole.Bound, tied),
                new("best of all", SeriesRole.Envelope, best, true),
            ]);
    }

    /// <summary>The curve of a claim on one of its instances, and with one of its methods where it has several.</summary>
    private static IReadOnlyList<CurvePoint> Curve(Claim claim, int instance, string? method = null) => ClaimChecker.Check(
        claim with { Instances = [claim.Instances[instance]], Methods = method is null ? claim.Methods : [claim.Methods.Single(m => m.Name == method)], Twins = [] },
        new()).Curve;

    /// <summary>A value of the curve over L R, which is the same claim's curve with L R for its bound.</summary>
    private static PlotPoint[] InUnits(Claim claim, int instance, Func<CurvePoint, double> value, string? method = null) =>
        [.. Curve(claim, instance, method).Zip(Curve(claim with { Bound = "L*R" }, instance, method), (p, unit) => new PlotPoint(p.Iteration, value(p) / unit.Bound))];

    private static PlotPoint[] At(IReadOnlyList<CurvePoint> curve, Func<CurvePoint, double> value) => [.. curve.Select(p => new PlotPoint(p.Iteration, value(p)))];

    // The exponent between the last two points.
    private static string Slope(PlotPoint[] curve) =>
        (-Math.Log(curve[^1].Y / curve[^2].Y) / Math.Log(curve[^1].X / curve[^2].X)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Says(string axes, params (string What, PlotPoint[] Points)[] curves) => axes + string.Join(" ", curves.Select(c => string.Create(
        CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(c.What[0])}{c.What[1..]} goes from {c.Points[0].Y:G3} at T = {c.Points[0].X} to {c.Points[^1].Y:G3} at T = {c.Points[^1].X}.")));
}
