using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace TheoryLab.Claims;

/// <summary>A checked claim: the result that is stored, and the curve for plots.</summary>
/// <param name="Result">The result.</param>
/// <param name="Curve">The curve of the tightest run and the envelope.</param>
public sealed record CheckedClaim(ClaimResult Result, IReadOnlyList<CurvePoint> Curve);

/// <summary>
/// Checks claims. The claim and each of its twins go through the same path; a claim that stands while no twin falls is inconclusive, because the
/// check has shown no power.
/// </summary>
public static class ClaimChecker
{
    /// <summary>The version in results.</summary>
    public static string Version { get; } =
        typeof(ClaimChecker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Checks a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="options">Seed, samples, iterations, jobs.</param>
    /// <param name="cancellation">Ends the check with an <see cref="OperationCanceledException"/>.</param>
    public static CheckedClaim Check(Claim claim, CheckOptions options, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        RunCache runs = new(options.Backend);
        Evaluation evaluation = Evaluate(claim, options, runs, cancellation);
        Claim[] variants = [.. claim.Twins.Select(t => t.Apply(claim))];
        TwinResult[] twins = [.. claim.Twins.Zip(variants, (t, v) => CheckTwin(claim, t, v, evaluation.Outcome == Outcome.Supported, options, runs, cancellation))];
        string power = Power(twins);
        (Verdict verdict, string reason) = Conclude(evaluation, power, options.NeedsPower);
        CertifiedPart? certified = verdict == Verdict.Consistent ? options.Certificates.Proved(claim, options.Jobs, cancellation) : null;
        if (certified is not null && CertificateBook.Covers(claim, certified))
        {
            (verdict, reason) = (Verdict.Certified, $"proved in exact arithmetic for {certified.Scaling}; {reason}");
        }

        if (claim.OneStep && options.Iterations > 1)
        {
            reason += string.Create(CultureInfo.InvariantCulture, $"; the claim is about one step, so that --iterations {options.Iterations} does not apply");
        }

        Witness? witness = verdict == Verdict.Refuted ? Shrunk(claim, options, evaluation.Witness, runs, cancellation) : null;
        ClaimResult result = new()
        {
            Claim = claim.Id,
            Verdict = verdict,
            Kind = claim.Kind.ToString().ToLowerInvariant(),
            Reason = reason,
            Tightness = evaluation.Tightness,
            Attained = evaluation.Attained,
            Power = power,
            PowerFactor = power == "constant" ? TwinFactor.Nearest(twins) : null,
            Allowance = evaluation.Allowance,
            Rate = evaluation.Rate is { } fit ? RateResult.Of(fit) : null,
            Floor = evaluation.Rate?.Floor,
            Transient = evaluation.Rate?.TransientEnd,
            Worst = evaluation.Worst,
            Witness = witness,
            Twins = twins,
            Twin = ClaimResult.Weakest(twins),
            Certified = certified,
            Instances = evaluation.Instances,
            Iterations = evaluation.Iterations,
            Seed = options.Seed,
            Backend = runs.Backend,
            Version = Version,
            Reproduce = Reproduce(claim, options),
            Stated = StatedClaim.Of(claim),
            Timing = new(Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3)),
        };
        return new(result, result.DrawnTwin is { } twin ? Curves.WithTwin(
            evaluation,
            variants[Array.IndexOf(twins, twin)],
            new PointwiseCheck(variants[Array.IndexOf(twins, twin)], options, runs, cancellation).Values) : evaluation.Curve());
    }

    private static Evaluation Evaluate(Claim claim, CheckOptions options, RunCache runs, CancellationToken cancellation)
    {
        ClaimSense.RefuseSelfComparison(claim);
        int first = claim.Horizons.Count > 0 ? claim.Horizons.Min() : claim.From;
        if (options.Iterations < first)
        {
            return new()
            {
                Outcome = Outcome.Inconclusive,
                Reason = string.Create(CultureInfo.InvariantCulture, $"the claim begins at iteration {first}, beyond --iterations {options.Iterations}"),
            };
        }

        Evaluation evaluation = claim.Kind == ClaimKind.Limit ? new LimitCheck(claim, options, runs, cancellation).Run()
            : claim.IsOrderClaim ? new OrderCheck(claim, options, runs, cancellation).Run()
            : new PointwiseCheck(claim, options, runs, cancellation).Run();

        // An order is a statement about large k: a window shorter than the claim's own refutes nothing.
        int own = claim.Horizons.Count > 0 ? claim.Horizons.Max() : claim.Iterations;
        return claim.IsOrderClaim && options.Iterations < own && evaluation.Outcome == Outcome.Refuted
            ? evaluation with { Outcome = Outcome.Inconclusive, Witness = null, Reason = $"{evaluation.Reason}; but the window is shorter than the claim's own" }
            : evaluation;
    }

    private static TwinResult CheckTwin(Claim claim, Twin twin, Claim variant, bool givesPower, CheckOptions options, RunCache runs, CancellationToken cancellation)
    {
        Evaluation evaluation = Evaluate(variant, options, runs, cancellation);
        if (givesPower)
        {
            ClaimSense.RefuseImpossible(twin, variant, evaluation);
        }

        Verdict verdict = evaluation.Outcome switch
        {
            Outcome.Refuted => Verdict.Refuted,
            Outcome.Supported => Verdict.Consistent,
            _ => Verdict.Inconclusive,
        };
        bool isOnlyBound = claim.Kind != ClaimKind.Limit && claim == variant with { Bound = claim.Bound, Order = claim.Order };
        string? bound = isOnlyBound ? variant.Bound?.Text ?? variant.Order?.ToString() : null;
        return new(twin.Name, twin.Change.ToString().ToLowerInvariant(), verdict, evaluation.Tightness, evaluation.Witness?.Iteration, bound)
        {
            Factor = verdict == Verdict.Refuted ? TwinFactor.Of(claim, variant, evaluation.Witness, options, runs, cancellation) : null,
        };
    }

    private static (Verdict Verdict, string Reason) Conclude(Evaluation evaluation, string power, bool needsPower) => evaluation.Outcome switch
    {
        Outcome.Refuted => (Verdict.Refuted, evaluation.Reason),
        Outcome.Inconclusive => (Verdict.Inconclusive, evaluation.Reason),
        _ when needsPower && power == "none" => (Verdict.Inconclusive, "no power: no twin was refuted, so the check cannot tell this claim from a false one" + evaluation.Handicap),
        _ => (Verdict.Consistent, evaluation.Reason),
    };

    private static string Power(TwinResult[] twins) =>
        twins.Any(t => t is { Verdict: Verdict.Refuted, Changes: "constant" }) ? "constant"
        : twins.Any(t => t.Verdict == Verdict.Refuted && t.Changes != "kind") ? "order"
        : "none";

    private static Witness? Shrunk(Claim claim, CheckOptions options, Witness? witness, RunCache runs, CancellationToken cancellation) =>
        witness is not null && options.Shrink && claim.Kind != ClaimKind.Limit && !claim.IsOrderClaim
            ? new PointwiseCheck(claim, options, runs, cancellation).Shrink(witness)
            : witness;

    private static string Reproduce(Claim claim, CheckOptions options) => string.Join(' ', new[]
    {
        $"theorylab check {claim.Argument}",
        claim.Methods.Any(m => m is IForeignMethod) || claim.Instances.Any(i => i.Family is IForeignFamily) ? "--allow-exec" : null,
        string.Create(CultureInfo.InvariantCulture, $"--seed {options.Seed}"),
        options.Samples is { } samples ? string.Create(CultureInfo.InvariantCulture, $"--instances {samples}") : null,
        options.Iterations is { } iterations ? string.Create(CultureInfo.InvariantCulture, $"--iterations {iterations}") : null,
        options.Backend is { } backend ? $"--backend {backend.Name}" : null,
    }.Where(part => part is not null));
}
