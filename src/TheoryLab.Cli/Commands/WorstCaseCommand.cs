using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>theorylab worst-case: the exact worst case of a method over a whole class.</summary>
internal static class WorstCaseCommand
{
    public static Command Create()
    {
        WorstCaseOptionSet options = new();
        Option<string> format = CommonOptions.Format();
        Option<bool> constraints = new("--constraints") { Description = "Print every constraint used, with its multiplier" };
        Command command = new("worst-case", "Exact worst case over a whole function class. Example: theorylab worst-case gradient-descent --class smooth-convex --steps 10")
        {
            options.Names, options.Class, options.Steps, options.Measure, options.Smallest, options.Start, options.Set, constraints, format,
        };
        command.SetWork((result, cancellation) =>
        {
            WorstCaseAnswer[] answers = [.. options.Models(result).Select(m => WorstCaseAnswer.Of(m.Model, m.Values, cancellation))];
            if (result.GetValue(format) == "json")
            {
                Console.Out.WriteLine(ResultJson.Write(answers));
            }
            else
            {
                Write(answers, result.GetValue(constraints), CommonOptions.NoColor(result));
            }

            return Array.TrueForAll(answers, a => a.IsReliable) ? ExitStatus.Success : ExitStatus.Inconclusive;
        });
        return command;
    }

    private static void Write(WorstCaseAnswer[] answers, bool constraints, bool noColor)
    {
        Table table = Tables.Plain("problem", "parameters", "worst case", "+-", "exact", "status", "constraints");
        foreach (WorstCaseAnswer a in answers)
        {
            table.AddRow(
                Markup.Escape(a.Problem),
                string.Join(' ', a.Parameters.Select(p => $"{p.Key}={p.Value}")),
                a.Value.ToString("G10", CultureInfo.InvariantCulture),
                Words.Of(a.Uncertainty),
                a.IsExact ? "yes" : "upper bound",
                a.Status,
                $"{a.Used} of {a.Constraints}");
        }

        IAnsiConsole console = Tables.Console(noColor);
        console.Write(table);
        foreach (WorstCaseAnswer a in answers)
        {
            Console.Out.WriteLine($"{a.Problem}: {a.Statement}.");
            Console.Out.WriteLine(a.Advice);
            foreach ((string name, double multiplier) in constraints ? a.Multipliers : [])
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {multiplier,14:G6}  {name}"));
            }
        }
    }
}
