using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>The claims of a check one after another, until all are checked or something ends the run.</summary>
/// <param name="options">Seed, samples, iterations, jobs.</param>
/// <param name="isSeeded">Whether the seed was typed, and so comes before those of claim files.</param>
/// <param name="folder">Where results are kept; null for nowhere.</param>
/// <param name="needsCurves">Whether stored claims are wanted with their curves.</param>
/// <param name="progress">Tells what is being done.</param>
internal sealed class CheckRun(CheckOptions options, bool isSeeded, RunFolder? folder, bool needsCurves, Progress progress)
{
    private readonly List<CheckedClaim> _done = [];

    /// <summary>The claims that are finished, in their order.</summary>
    public IReadOnlyList<CheckedClaim> Done => _done;

    /// <summary>What ended the run before its end; null if nothing did.</summary>
    public RunFailure? Failure { get; private set; }

    /// <summary>Checks claims; what is finished when one fails is kept.</summary>
    public void Run(IReadOnlyList<ChosenClaim> claims, CancellationToken cancellation)
    {
        Dictionary<string, ClaimResult> stored = (folder?.Finished ?? []).ToDictionary(r => r.Claim, StringComparer.Ordinal);
        Failure = ClaimSeries.Run(claims, chosen =>
        {
            CheckedClaim done = stored.TryGetValue(chosen.Claim.Id, out ClaimResult? result)
                ? new(result, needsCurves ? folder!.CurveOf(chosen.Claim.Id) : [])
                : Check(chosen, cancellation);
            progress.End(done.Result);
            _done.Add(done);
        });
    }

    private CheckedClaim Check(ChosenClaim chosen, CancellationToken cancellation)
    {
        progress.Begin(chosen.Claim.Id);
        int seed = isSeeded ? options.Seed : chosen.Claim.Seed ?? options.Seed;
        CheckedClaim done = chosen.Placed(() => ClaimChecker.Check(chosen.Claim, options with { Seed = seed }, cancellation));
        folder?.Append(done);
        return done;
    }
}
