using System.CommandLine;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>theorylab attack: searches a claim's problem family for the instance that comes closest to breaking it.</summary>
internal static class AttackCommand
{
    public static Command Create()
    {
        Argument<string> id = new("ID|FILE") { Description = "The claim, or a claim file" };
        Option<int?> evaluations = new("--evaluations") { HelpName = "n", Description = "Runs to be made; 2000 unless --budget is given" };
        Option<string?> budget = new("--budget") { HelpName = "time", Description = "Time in place of evaluations, such as 60s or 5m" };
        Option<string?> twin = new("--twin") { HelpName = "name", Description = "Attack this false twin of the claim instead, by name or number from 1" };
        Option<bool> sampled = new("--sampled") { Description = "Leave named instances out" };
        Option<int> seed = CommonOptions.Seed();
        Option<int> jobs = new("--jobs") { HelpName = "n", Description = "Runs at once; results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> output = new("--out") { HelpName = "folder", Description = "Folder for attack.jsonl and attack.json" };
        Option<bool> resume = new("--resume") { Description = "Go on with the attack in --out" };
        Option<string> format = CommonOptions.Format(Sheet.Markdown);
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("attack", "Search for the instance that comes closest to breaking a claim. Example: theorylab attack gd-convex-exact --budget 60s")
        {
            id, evaluations, budget, twin, sampled, seed, jobs, output, resume, format, quiet,
        };
        ExternalOptions external = new();
        external.AddTo(command);
        command.SetWork((result, cancellation) =>
        {
            ChosenClaim named = ChosenClaim.One(result.GetValue(id)!, external.Of(result));
            Claim claim = named.Claim;
            Twin? chosen = result.GetValue(twin) is { } name ? Find(claim, name) : null;
            int? runs = CommonOptions.AtLeast("--evaluations", result.GetValue(evaluations), 1);
            TimeSpan? time = result.GetValue(budget) is { } text ? Duration(text) : null;
            AttackOptions options = new()
            {
                Seed = result.GetResult(seed) is { Implicit: false } ? result.GetValue(seed) : claim.Seed ?? result.GetValue(seed),
                Evaluations = runs ?? (time is null ? 2000 : int.MaxValue),
                Budget = time,
                Jobs = CommonOptions.AtLeast("--jobs", result.GetValue(jobs), 1),
                SampledOnly = result.GetValue(sampled),
                Twin = chosen?.Name,
            };
            string? path = result.GetValue(output);
            if (result.GetValue(resume) && path is null)
            {
                throw new InputException("--resume needs --out DIR, the folder of the attack to go on with.");
            }

            Claim target = chosen?.Apply(claim) ?? claim;
            Attack.Refuse(target, options);
            using AttackFolder? folder = path is null ? null : AttackFolder.Open(path, claim.Id, options, result.GetValue(resume));
            AttackResult found = named.Placed(() => Attack.Run(target, options, folder, Report(result.GetValue(quiet)), cancellation));
            if (result.GetValue(format) == "json")
            {
                Console.Out.WriteLine(AttackJson.Write(found));
            }
            else
            {
                Print(found, result.GetValue(format)!, CommonOptions.NoColor(result));
            }

            return found.Violation is null ? ExitStatus.Success : ExitStatus.Refuted;
        });
        return command;
    }

    private static Twin Find(Claim claim, string name)
    {
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= 1 && number <= claim.Twins.Count ? claim.Twins[number - 1] : throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"--twin is {number}; {claim.Id} has {claim.Twins.Count} twins, numbered from 1."));
        }

        return claim.Twins.FirstOrDefault(t => t.Name == name) ?? throw NearestName.Unknown($"twin of {claim.Id}", name, [.. claim.Twins.Select(t => t.Name)], $"theorylab show {claim.Id}");
    }

    private static TimeSpan Duration(string text)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value * unit is > 0 and < 1e8
            ? TimeSpan.FromSeconds(value * unit)
            : throw new InputException($"--budget is '{text}'; it must be a number and a unit, such as 60s, 5m or 1h.");
    }

    private static Action<int, double>? Report(bool quiet)
    {
        double last = double.NegativeInfinity;
        return quiet ? null : (used, ratio) =>
        {
            if (ratio > last)
            {
                last = ratio;
                Notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{used}] largest ratio {ratio:G9}"));
            }
        };
    }

    private static void Print(AttackResult found, string format, bool noColor)
    {
        Sheet table = new("instance", "ratio", "measured", "bound", "method", "horizon", "k", "family");
        AddRow(table, "closest", found.Best);
        if (found.Violation is { } v)
        {
            AddRow(table, "shrunk", v);
        }

        table.Print(format, noColor);
        string item = Sheet.Item(format);
        AttackInstance told = found.Violation ?? found.Best;
        Console.Out.WriteLine($"{item}parameters   {string.Join(", ", told.Parameters.Select(p => $"{p.Key}={p.Value.Text ?? Exact(p.Value.Number)}"))}, seed {Words.Of(told.Seed)}");
        Console.Out.WriteLine($"{item}run          {told.Replay ?? "(the method has parameters that no command can set)"}");
        Console.Out.WriteLine($"{item}attack       {found.Reproduce}");
        string where = found.Phase == AttackPhase.Sweep ? "sweep" : "local search";
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{item}{found.Claim}{(found.Twin is { } t ? $" ({t})" : string.Empty)}: {(told.Confirmation is { } c ? $"violated, {c}" : "no violation")}; {found.Evaluations} evaluations ({found.Sweep} of the sweep), best ratio {Exact(found.Best.Ratio)} at evaluation {found.FoundAt} by the {where}, seed {found.Seed}."));
    }

    private static void AddRow(Sheet table, string what, AttackInstance i)
    {
        ComparedNumbers n = ComparedNumbers.Of(i.Measured, i.Bound, Words.Of);
        table.Add(what, Words.Of(i.Ratio), n.Measured, n.Bound, i.Method, Words.Of(i.Horizon), Words.Of(i.Iteration), i.Family);
    }

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
