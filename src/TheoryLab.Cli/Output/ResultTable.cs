using Spectre.Console;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>The summary table of a check.</summary>
internal static class ResultTable
{
    public static void Write(IReadOnlyList<ClaimResult> results, int total, int seed, bool noColor)
    {
        IAnsiConsole console = Tables.Console(noColor);
        Table table = Tables.Plain("claim", "kind", "verdict", "tightness", "attained", "power", "weakest twin", "broken by", "instances");
        foreach (ClaimResult r in results)
        {
            table.AddRow(
                Markup.Escape(r.Claim),
                r.Kind,
                $"[{Colour(r.Verdict)}]{Words.Of(r.Verdict)}[/]",
                Words.Of(r.Tightness),
                r.Attained ? "yes" : "no",
                r.ShownPower,
                r.Twin is { } twin ? Markup.Escape($"{twin.Name}: {Words.Of(twin.Verdict)}") : "-",
                r.Twin is { } t ? Words.Of(t.Tightness) : "-",
                Words.Of(r.Instances));
        }

        console.Write(table);
        foreach (ClaimResult r in results.Where(r => r.Verdict is Verdict.Refuted or Verdict.Inconclusive))
        {
            Console.Out.WriteLine($"{r.Claim}: {Words.Of(r.Verdict)}: {r.Reason}.");
            if (r.Witness is { } w)
            {
                Console.Out.WriteLine($"  witness: {w.FullRun}, {r.Found(w, Words.Of)}; {w.Confirmation}");
            }

            Console.Out.WriteLine($"  repeat:  {r.Reproduce}");
        }

        foreach (ClaimResult r in results.Where(r => r is { Verdict: Verdict.Certified or Verdict.Consistent, Tightness: > 1 } && Words.Of(r.Tightness) != Words.Of(1.0)))
        {
            Console.Out.WriteLine($"{r.Claim}: {Words.Of(r.Verdict)}: {r.Reason}.");
        }

        RunSummary s = RunSummary.Of(results);
        Console.Out.WriteLine($"{(results.Count == total ? string.Empty : $"{results.Count} of ")}{total} claim{(total == 1 ? string.Empty : "s")}: {s.Certified} certified, {s.Consistent} consistent, {s.Refuted} refuted, {s.Inconclusive} inconclusive ({(results.All(r => r.Seed == seed) ? $"seed {seed}" : "seeds as the claim files say")}).");
        Console.Out.WriteLine("tightness: the largest measured/bound over all runs, 1 at equality; attained: 0.95 reached on a named instance.");
    }

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Certified => "bold green",
        Verdict.Consistent => "green",
        Verdict.Refuted => "bold red",
        _ => "yellow",
    };
}
