using System.CommandLine;
using System.Globalization;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cli;

/// <summary>theorylab run: one method on one problem, its measures over the iterations.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Argument<string> method = new("METHOD") { Description = "The method; 'theorylab list methods' prints them" };
        Option<string> problem = new("--problem") { HelpName = "family", Description = "The problem family; 'theorylab list problems' prints them", Required = true };
        Option<string[]> set = new("--set") { HelpName = "name=value", Description = "name=value: a parameter of the family or of the method", Arity = ArgumentArity.OneOrMore };
        Option<string?> data = new("--data") { HelpName = "file", Description = "Data file for a family that has the parameter data" }, trace = new("--trace") { HelpName = "file", Description = "Write the trace to this CSV file" };
        Option<bool> force = CommonOptions.Force();
        Option<int?> iterations = new("--iterations") { HelpName = "n", Description = "Iterations to make; 1000 if not given" };
        Option<int> seed = CommonOptions.Seed();
        Option<string> backend = CommonOptions.Backend();
        Command command = new("run", "Run one method on one problem. Example: theorylab run nesterov --problem huber --set tau=0.01 --trace nag.csv")
        {
            method, problem, set, data, trace, force, iterations, seed, backend,
        };
        command.SetWork((result, cancellation) =>
        {
            bool mayReplace = result.GetValue(force);
            NewFile.Refuse(result.GetValue(trace), mayReplace);
            bool onGpu = result.GetValue(backend) == GpuRun.Name;
            IDenseBackend? chosenBackend = onGpu ? null : Backends.Choose(result.GetValue(backend)!);
            ProblemFamily family = Registry.Family(result.GetValue(problem)!);
            Dictionary<string, ParameterValue> given = Assignments(result.GetValue(set) ?? []);
            if (result.GetValue(data) is { } file)
            {
                given["data"] = file;
            }

            IMethod chosen = Registry.Configure(Registry.Method(result.GetValue(method)!), given);
            ProblemInstance instance = family.Create(ParameterSet.Bind(family, given), result.GetValue(seed));
            int budget = CommonOptions.AtLeast("--iterations", result.GetValue(iterations), 0) ?? 1000;
            MeasuredRun run = onGpu ? GpuRun.Make(chosen, instance, budget, cancellation) : MeasuredRun.Make(chosen, instance, budget, cancellation, chosenBackend);
            if (result.GetValue(trace) is { } path)
            {
                NewFile.Write(path, Text(run), mayReplace, "trace");
                Console.Out.WriteLine($"{path}: {run.Rows.Count} rows, {string.Join(", ", run.Columns)}.");
            }
            else
            {
                Print(run, CommonOptions.NoColor(result));
            }

            string by = onGpu ? $", backend {run.Backend}"
                : chosenBackend is null ? string.Empty
                : run.Backend == chosenBackend.Name ? $", backend {run.Backend}"
                : $", backend {run.Backend} since this problem hands no dense products to {chosenBackend.Name}";
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{chosen.Name} on {family.Name} ({instance.Parameters}), seed {instance.Seed}{by}: {(budget == 0 ? "no iteration was asked for, so that is x_0 alone" : Words.Of(run.Stop))}."));
            return run.Stop == StopReason.Cancelled ? ExitStatus.Interrupted : ExitStatus.Success;
        });
        return command;
    }

    private static Dictionary<string, ParameterValue> Assignments(string[] texts)
    {
        Dictionary<string, ParameterValue> given = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
            {
                throw new InputException($"--set {text} must be name=value, such as --set dimension=100.");
            }

            if (!given.TryAdd(text[..at], ParameterValue.Parse(text[(at + 1)..])))
            {
                throw new InputException($"--set gives {text[..at]} twice; give it once.");
            }
        }

        return given;
    }

    private static void Print(MeasuredRun run, bool noColor)
    {
        Sheet table = new([.. run.Columns]);
        foreach (double[] row in run.Rows)
        {
            table.Add([.. row.Select(v => (Cell)Words.Of(v))]);
        }

        table.Print("table", noColor);
    }

    private static string Text(MeasuredRun run)
    {
        StringBuilder text = new(string.Join(',', run.Columns) + "\n");
        foreach (double[] row in run.Rows)
        {
            text.AppendJoin(',', row.Select(v => v.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }
}
