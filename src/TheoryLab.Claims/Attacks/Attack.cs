using System.Diagnostics;
using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Searches the problem family of a claim for the instance that comes closest to breaking it. Runs are judged as the checker judges them: a
/// violation counts when the repetition in double-doubles confirms it, and is then shrunk.
/// </summary>
public static class Attack
{
    /// <summary>Why a claim cannot be attacked; null if it can be.</summary>
    /// <param name="claim">The claim.</param>
    public static AttackObstacle? ObstacleOf(Claim claim) =>
        claim.IsOrderClaim ? AttackObstacle.Order
        : claim.Kind == ClaimKind.Limit ? AttackObstacle.Limit
        : claim.Instances.Any(i => i.IsSampled) ? null
        : AttackObstacle.NamedInstances;

    /// <summary>Throws what <see cref="Run"/> would throw before it has run anything.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="InputException">A claim about an order or a limit, or one with named instances only.</exception>
    public static void Refuse(Claim claim, AttackOptions options) => _ = new AttackSpace(claim, options);

    /// <summary>Attacks a claim; ends at the first confirmed violation.</summary>
    /// <param name="claim">A claim with a pointwise bound, or a twin of one.</param>
    /// <param name="options">Seed, evaluations or time, jobs.</param>
    /// <param name="folder">Where batches are stored and earlier ones found; null to keep nothing.</param>
    /// <param name="progress">Told the evaluations used and the largest ratio after each batch.</param>
    /// <param name="cancellation">Ends the attack with an <see cref="OperationCanceledException"/>; finished batches are stored.</param>
    /// <exception cref="InputException">A claim about an order or a limit, or one with named instances only.</exception>
    public static AttackResult Run(
        Claim claim, AttackOptions options, AttackFolder? folder = null, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        AttackSpace space = new(claim, options);
        AttackSearch search = new(space, options.Seed, options.SweepShare);
        (AttackPoint Point, AttackProbe Probe, AttackPhase Phase, int At)? best = null;
        int used = 0;
        bool spent = false;
        while (used < options.Evaluations && !spent && best?.Probe.Confirmed != true)
        {
            (AttackPhase phase, AttackPoint[] points) = search.Next();
            points = points[..Math.Min(points.Length, options.Evaluations - used)];
            AttackProbe[] probes = folder?.Take(phase, points.Length) ?? [];
            bool known = probes.Length > 0;
            if (!known)
            {
                probes = Evaluate(claim, space, points, options, cancellation);
            }

            search.Learn(phase, points, probes);
            for (int i = 0; i < points.Length; i++)
            {
                // The first confirmed violation stands; before it, the largest ratio.
                if (best is not { } b || (!b.Probe.Confirmed && (probes[i].Confirmed || probes[i].Ratio > b.Probe.Ratio)))
                {
                    best = (points[i], probes[i], phase, used + i + 1);
                }
            }

            used += points.Length;
            if (!known)
            {
                folder?.Append(new(phase, used, best!.Value.Probe.Ratio, probes));
            }

            progress?.Invoke(used, best!.Value.Probe.Ratio);
            spent = options.Budget is { } budget && Stopwatch.GetElapsedTime(start) >= budget;
        }

        AttackResult result = Describe(claim, options, space, best!.Value, used, search.Swept, cancellation);
        folder?.Finish(result);
        return result;
    }

    private static AttackProbe[] Evaluate(Claim claim, AttackSpace space, AttackPoint[] points, AttackOptions options, CancellationToken cancellation)
    {
        AttackProbe[] probes = new AttackProbe[points.Length];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation };
        SideBySide.For(0, points.Length, parallel, i => probes[i] = Probe(claim, space.Case(points[i]), cancellation));
        return probes;
    }

    private static AttackProbe Probe(Claim claim, CheckCase @case, CancellationToken cancellation)
    {
        try
        {
            _ = @case.Plan(claim);
        }
        catch (InputException)
        {
            // A family may refuse a combination that its ranges allow; an error in the claim itself shows in the run and is heard.
            return AttackProbe.Nothing;
        }

        return Checker(claim, cancellation).Probe(@case);
    }

    private static AttackResult Describe(
        Claim claim,
        AttackOptions options,
        AttackSpace space,
        (AttackPoint Point, AttackProbe Probe, AttackPhase Phase, int At) best,
        int used,
        int swept,
        CancellationToken cancellation)
    {
        if (double.IsNegativeInfinity(best.Probe.Ratio))
        {
            throw new InputException($"None of {used} runs of {claim.Id} could be compared with its bound; more --evaluations or another --seed may find one that can.");
        }

        CheckCase @case = space.Case(best.Point);
        AttackInstance? violation = null;
        string? confirmation = null;
        if (best.Probe.Confirmed)
        {
            PointwiseCheck check = Checker(claim, cancellation);
            Witness found = check.Confirm(@case)!;
            confirmation = found.Confirmation;
            Witness shrunk = check.Shrink(@case, found);
            violation = new(
                @case.Spec.Family.Name,
                shrunk.Parameters,
                shrunk.Seed,
                shrunk.Method,
                shrunk.Horizon,
                shrunk.Iteration,
                shrunk.Measured,
                shrunk.Bound,
                check.RatioOf(shrunk),
                shrunk.Confirmation,
                AttackReplay.Command(@case.Spec.Family.Name, @case.Method, shrunk.Parameters, shrunk.Seed, shrunk.Horizon));
        }

        var parameters = @case.Plan(claim).Instance.Parameters.All.ToDictionary(p => p.Key, p => p.Value);
        return new()
        {
            Claim = claim.Id,
            Twin = options.Twin,
            Seed = options.Seed,
            Evaluations = used,
            Sweep = swept,
            FoundAt = best.At,
            Phase = best.Phase,
            Best = new(
                @case.Spec.Family.Name,
                parameters,
                @case.Seed,
                @case.Method.Name,
                @case.Horizon,
                best.Probe.Iteration,
                best.Probe.Measured,
                best.Probe.Bound,
                best.Probe.Ratio,
                confirmation,
                AttackReplay.Command(@case.Spec.Family.Name, @case.Method, parameters, @case.Seed, @case.Horizon)),
            Violation = violation,
            Reproduce = string.Create(
                CultureInfo.InvariantCulture,
                $"theorylab attack {claim.Argument}{(options.Twin is { } twin ? $" --twin \"{twin}\"" : string.Empty)} --evaluations {used} --seed {options.Seed}{(options.SampledOnly ? " --sampled" : string.Empty)}"),
            Version = ClaimChecker.Version,
        };
    }

    private static PointwiseCheck Checker(Claim claim, CancellationToken cancellation) => new(claim, new CheckOptions { Jobs = 1 }, new RunCache(), cancellation);
}
