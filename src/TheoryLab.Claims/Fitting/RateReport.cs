namespace TheoryLab.Claims.Fitting;

/// <summary>Turns weighed shapes into a <see cref="RateFit"/>: the model, or why there is none, and its interval.</summary>
internal static class RateReport
{
    // Least share of the evidence of the model reported.
    private const double Sure = 0.85;

    // Exponents and falls beyond which a power or linear law is not believed.
    private const double SlowestPower = 0.2;
    private const double FastestPower = 8;
    private const double LeastLogFall = 0.7;

    // A standard deviation of log y, a factor of seven: beyond it dips and outliers decide, not the law.
    private const double LargestScatter = 2;

    // About log 2: a trace whose last third lies this far above its first grows.
    private const double Growth = 0.7;

    // The superlinear half-width is at 95%; the same multiple of a normal deviate at 99%.
    private const double OuterStretch = 2.576 / 1.960;

    public static RateFit Superlinear(SuperlinearRun run, ReadOnlySpan<double> k, ReadOnlySpan<double> z, double? floor)
    {
        ReadOnlySpan<double> at = k[(run.End - 4)..run.End], v = z[(run.End - 4)..run.End];
        return new()
        {
            Model = RateModel.Superlinear,
            Estimate = run.Order,
            LateOrder = run.Heading,
            LateRatios = new((v[0] - v[1]) / (at[1] - at[0]), (v[1] - v[2]) / (at[2] - at[1]), (v[2] - v[3]) / (at[3] - at[2]), 0, at[3] / at[2]),
            Low = run.Order - run.HalfWidth,
            High = run.Order + run.HalfWidth,
            Low99 = run.Order - (OuterStretch * run.HalfWidth),
            High99 = run.Order + (OuterStretch * run.HalfWidth),
            WindowFirst = (int)k[run.Start],
            WindowLast = (int)k[run.End - 1],
            Points = run.End - run.Start,
            Floor = floor,
            TransientEnd = run.Start > 0 ? (int)k[run.Start] : null,
            Evidence = 1,
            Alternatives = [new RateAlternative("superlinear", 1)],
        };
    }

    public static RateFit Make(WindowFit found, double? floor, CancellationToken cancellation)
    {
        List<RateAlternative> shares = Shares(found.Fits);
        Dictionary<RateModel, double> models = [];
        for (int i = 0; i < found.Fits.Count; i++)
        {
            RateModel of = found.Fits[i].Shape.Model;
            models[of] = models.GetValueOrDefault(of) + shares[i].Share;
        }

        (RateModel model, double evidence) = models.MaxBy(pair => pair.Value);
        List<ShapeFit> group = [.. found.Fits.Where(fit => fit.Shape.Model == model)];
        ShapeFit strongest = ShapeFit.Strongest(group);
        RateFit none = new()
        {
            Model = RateModel.None,
            WindowFirst = (int)found.Window.First,
            WindowLast = (int)found.Window.Last,
            Points = found.Window.Count,
            Floor = floor,
            Alternatives = [.. shares.OrderByDescending(item => item.Share)],
            Evidence = evidence,
            Reason = "models cannot be told apart",

            // The front belongs to it: whether ratios fall is asked of the whole trace, unless an oscillation was found in a part only.
            LateRatios = found.Wave is null ? LateParts.Ratios(found.Whole, strongest, found.Whole.Z) : LateParts.Ratios(found.Window, strongest, strongest.WithoutWave()),
            PlainRatios = found.Wave is null ? null : LateParts.Ratios(found.Whole, strongest, found.Whole.Z),
        };
        if (evidence < Sure)
        {
            return none;
        }

        if (found.IsContradicted)
        {
            return none with { Reason = "the whole trace and its later part follow different laws" };
        }

        if (Scatter(strongest) > LargestScatter)
        {
            return none with { Reason = "the values scatter by more than a factor of seven about every law; best or averaged values may show one" };
        }

        RateFit sure = none with
        {
            Model = model,
            Reason = null,
            TransientEnd = TransientEnd(found, strongest),
            LateExponents = LateParts.Measure(found.Window, strongest, RateClock.LogIteration),
            LateIterationRates = LateParts.Measure(found.Window, strongest, RateClock.Iteration),
        };
        if (model == RateModel.Stalled)
        {
            return Grows(found.Whole.Z)
                ? none with { Reason = "the trace grows" }
                : StalledLevel.Report(sure, group);
        }

        SlopeInterval slope = SlopeInterval.Find(found, group, strongest, cancellation);
        if (model == RateModel.Linear)
        {
            return -slope.Estimate * found.Window.Span < LeastLogFall
                ? none with { Reason = "falls by less than a factor of two" }
                : slope.Fill(sure, Math.Exp);
        }

        if (slope.Estimate > FastestPower)
        {
            return none with { Reason = "faster than k^-8, not clearly linear" };
        }

        if (slope.BareHigh < SlowestPower)
        {
            return none with { Reason = "slower than k^-0.2: plateau, drift or a law not reached yet" };
        }

        double logShare = shares.Find(item => item.Name == LogFactorPower.ShapeName)?.Share ?? 0;
        return slope.Fill(sure with { Model = logShare > 0.5 ? RateModel.PowerLog : RateModel.Power }, p => p);
    }

    // Shares of the evidence, in the order of the fits.
    private static List<RateAlternative> Shares(IReadOnlyList<ShapeFit> fits)
    {
        double top = fits.Max(fit => fit.LogEvidence), total = fits.Sum(fit => Math.Exp(fit.LogEvidence - top));
        return [.. fits.Select(fit => new RateAlternative(fit.Shape.Name, Math.Exp(fit.LogEvidence - top) / total))];
    }

    // The standard deviation of log y about the best cell, all correlation included.
    private static double Scatter(ShapeFit fit)
    {
        double[] innovations = fit.Innovations();
        return Math.Sqrt(Core.Reductions.Dot<double>(innovations, innovations) / innovations.Length);
    }

    private static bool Grows(double[] z)
    {
        int part = Math.Max(z.Length / 3, 2);
        return Quantiles.Median(z.AsSpan()[^part..].ToArray()) > Quantiles.Median(z.AsSpan(0, part).ToArray()) + Growth;
    }

    private static int? TransientEnd(WindowFit found, ShapeFit strongest)
    {
        int? cut = found.Window.Count < found.Whole.Count ? (int)found.Window.First : null;
        if (!strongest.HasTransient)
        {
            return cut;
        }

        double[] offset = strongest.Offset(strongest.Best);
        int last = Array.FindLastIndex(offset, value => value > Transient.Alive);
        return last < 0 || last + 1 == offset.Length ? cut : (int)found.Window.K[last + 1];
    }
}
