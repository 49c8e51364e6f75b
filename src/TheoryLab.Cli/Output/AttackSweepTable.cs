using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>The summary table of a sweep of attacks.</summary>
internal static class AttackSweepTable
{
    public static void Write(IReadOnlyList<AttackResult> results, int total, AttackRequest request)
    {
        Sheet table = new("claim", "closest ratio", "evaluations", "method", "outcome");
        foreach (AttackResult r in results)
        {
            table.Add(r.Claim, Words.Of(r.Best.Ratio), Words.Of(r.Evaluations), r.Best.Method, r.Violation is null ? Words.Of(r) : new Cell(Words.Of(r), "bold red"));
        }

        table.Print(request.Format, request.NoColor);
        string item = Sheet.Item(request.Format);
        AttackResult[] violated = [.. results.Where(r => r.Violation is not null)];
        foreach (AttackResult r in violated)
        {
            AttackInstance v = r.Violation!;
            ComparedNumbers n = ComparedNumbers.Of(v.Measured, v.Bound, Words.Of);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{item}{r.Claim}: {Words.Of(r)}: {n.Measured} against the bound {n.Bound} at k = {v.Iteration} of {v.Horizon}; {v.Confirmation}"));
            Console.Out.WriteLine($"{item}  run:     {v.Replay ?? "(the method has parameters that no command can set)"}");
            Console.Out.WriteLine($"{item}  repeat:  {r.Reproduce}");
        }

        string count = results.Count == total ? Words.Of(total) : $"{results.Count} of {total}";
        string seed = results.All(r => r.Seed == request.Options.Seed) ? $"seed {request.Options.Seed}" : "seeds as the claim files say";
        Console.Out.WriteLine($"{item}{count} claim{(total == 1 ? string.Empty : "s")}: {violated.Length} violated, {results.Count - violated.Length} without violation ({seed}).");
    }
}
