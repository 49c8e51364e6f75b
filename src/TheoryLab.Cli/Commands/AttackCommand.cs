using System.CommandLine;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>theorylab attack: searches a claim's problem family for the instance that comes closest to breaking it; of several claims, each in turn.</summary>
internal static class AttackCommand
{
    private const int UsualEvaluations = 2000;

    public static Command Create()
    {
        Argument<string[]> ids = new("ID|FILE|FOLDER") { Description = "Claims of the catalogue, claim files (YAML) and folders of them", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> family = new("--family") { HelpName = "name", Description = "The claims of this family that can be attacked" };
        Option<bool> all = new("--all") { Description = "Those of the whole catalogue" };
        Option<int?> evaluations = new("--evaluations") { HelpName = "n", Description = "Runs to be made for each claim; 2000 unless --budget is given" };
        Option<string?> budget = new("--budget") { HelpName = "time", Description = "Time for each claim in place of evaluations, such as 60s or 5m" };
        Option<string?> twin = new("--twin") { HelpName = "name", Description = "Attack this false twin of the one claim instead, by name or number from 1" };
        Option<bool> sampled = new("--sampled") { Description = "Leave named instances out" };
        Option<int> seed = CommonOptions.Seed();
        Option<int> jobs = new("--jobs") { HelpName = "n", Description = "Runs at once; results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> shard = new("--shard") { HelpName = "i/n", Description = "i/n: every n-th claim, from the i-th; needs --evaluations" };
        Option<string?> output = new("--out") { HelpName = "folder", Description = "Folder for attack.jsonl and attack.json; of several claims, for a folder each" };
        Option<bool> resume = new("--resume") { Description = "Go on with the attack in --out" };
        Option<string> format = CommonOptions.Format(Sheet.Markdown);
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("attack", "Search for the instance that comes closest to breaking a claim. Example: theorylab attack gd-convex-exact --budget 60s")
        {
            ids, family, all, evaluations, budget, twin, sampled, seed, jobs, shard, output, resume, format, quiet,
        };
        ExternalOptions external = new();
        external.AddTo(command);
        command.SetWork((result, cancellation) =>
        {
            string[] words = result.GetValue(ids) ?? [];
            if (words.Length == 0 && result.GetValue(family) is null && !result.GetValue(all))
            {
                throw new InputException("No claim is named; name claims or claim files, or add --family NAME or --all.");
            }

            ShardIndex? part = result.GetValue(shard) is { } fraction ? ShardIndex.Parse(fraction) : null;
            IReadOnlyList<ChosenClaim> claims = ClaimSelection.Of(words, result.GetValue(family), result.GetValue(all), external.Of(result));
            bool isSweep = words.Length == 0 || claims.Count > 1 || part is not null;
            if (isSweep && result.GetValue(twin) is not null)
            {
                throw new InputException("--twin attacks a twin of a single claim; name one claim, without --shard, or leave --twin out.");
            }

            if (part is not null && (result.GetValue(evaluations) is null || result.GetValue(budget) is not null))
            {
                throw new InputException("--shard needs --evaluations N, the same for all shards, and no --budget: where a time ends is not reproducible.");
            }

            Twin? chosen = result.GetValue(twin) is { } name ? SingleAttack.Find(claims[0].Claim, name) : null;
            int? runs = CommonOptions.AtLeast("--evaluations", result.GetValue(evaluations), 1);
            TimeSpan? time = result.GetValue(budget) is { } text ? Duration(text) : null;
            AttackOptions options = new()
            {
                Seed = result.GetValue(seed),
                Evaluations = runs ?? (time is null ? UsualEvaluations : int.MaxValue),
                Budget = time,
                Jobs = CommonOptions.AtLeast("--jobs", result.GetValue(jobs), 1),
                SampledOnly = result.GetValue(sampled),
            };
            AttackRequest request = new(
                options,
                result.GetResult(seed) is { Implicit: false },
                result.GetValue(budget),
                part,
                result.GetValue(output),
                result.GetValue(resume),
                result.GetValue(format)!,
                CommonOptions.NoColor(result),
                result.GetValue(quiet));
            if (request is { Resume: true, Folder: null })
            {
                throw new InputException("--resume needs --out DIR, the folder of the attack to go on with.");
            }

            return !isSweep ? SingleAttack.Run(claims[0], chosen, request, cancellation)
                : AttackSweepRun.Run(words.Length == 0 ? Attackable.Of(claims) : Attackable.All(claims, options), request, cancellation);
        });
        return command;
    }

    private static TimeSpan Duration(string text)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value * unit is > 0 and < 1e8
            ? TimeSpan.FromSeconds(value * unit)
            : throw new InputException($"--budget is '{text}'; it must be a number and a unit, such as 60s, 5m or 1h.");
    }
}
