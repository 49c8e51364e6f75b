using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>The one instance that an attack is about, and how it was found.</summary>
internal static class AttackTable
{
    public static void Write(AttackResult found, string format, bool noColor)
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
