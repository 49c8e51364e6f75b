using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>Attacks on several claims, one after another, each as it would be attacked alone.</summary>
internal static class AttackSweepRun
{
    /// <summary>Attacks them, and prints what is found; what is finished when one fails is kept and printed.</summary>
    /// <param name="claims">The claims of the whole sweep.</param>
    /// <param name="request">How, and which of the claims.</param>
    /// <param name="cancellation">Ends it; what is finished is stored.</param>
    /// <returns>The exit status.</returns>
    public static int Run(IReadOnlyList<ChosenClaim> claims, AttackRequest request, CancellationToken cancellation)
    {
        ChosenClaim[] own = (request.Shard ?? ShardIndex.Whole).Of(claims);
        if (own.Length == 0)
        {
            Notes.WriteEmpty(request.Shard);
        }

        using AttackSweepFolder? folder = request.Folder is null ? null : AttackSweepFolder.Open(request.Folder, Describe(claims, request), request.Resume);
        Progress progress = new(own.Length, request.Quiet);
        List<AttackResult> done = [];
        RunFailure? failure = ClaimSeries.Run(own, chosen =>
        {
            if (folder?.Finished(chosen.Claim.Id) is not { } found)
            {
                progress.Begin(chosen.Claim.Id);
                found = Attacked(chosen, request.For(chosen.Claim), folder, cancellation);
            }

            progress.End(found);
            done.Add(found);
        });
        if (request.Format == "json")
        {
            Console.Out.WriteLine(AttackJson.Write([.. done]));
        }
        else if (done.Count > 0 || own.Length == 0)
        {
            AttackSweepTable.Write(done, own.Length, request);
        }

        return failure is not null ? new Failure(failure.Status, failure.Message).Say() : done.Any(d => d.Violation is not null) ? ExitStatus.Refuted : ExitStatus.Success;
    }

    private static AttackResult Attacked(ChosenClaim chosen, AttackOptions options, AttackSweepFolder? folder, CancellationToken cancellation)
    {
        using AttackFolder? attack = folder?.Begin(chosen.Claim.Id, options);
        return chosen.Placed(() => Attack.Run(chosen.Claim, options, attack, cancellation: cancellation));
    }

    private static AttackSweepInfo Describe(IReadOnlyList<ChosenClaim> claims, AttackRequest request)
    {
        var seeds = claims.Select(c => (c.Claim.Id, request.For(c.Claim).Seed)).Where(s => s.Seed != request.Options.Seed).ToDictionary(s => s.Id, s => s.Seed);
        return new(
            AttackSweepInfo.Stated(Environment.GetCommandLineArgs().Skip(1)),
            claims.Ids(),
            request.Options.Seed,
            request.Options.Evaluations == int.MaxValue ? null : request.Options.Evaluations,
            request.Options.SampledOnly,
            ClaimChecker.Version)
        {
            Shard = request.Shard,
            Budget = request.Budget,
            Seeds = seeds.Count == 0 ? null : seeds,
            Files = claims.Files(),
            Data = claims.Data(),
        };
    }
}
