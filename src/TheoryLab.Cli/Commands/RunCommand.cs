using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
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
        Option<string> problem = new("--problem") { Description = "The problem family; 'theorylab list problems' prints them", Required = true };
        Option<string[]> set = new("--set") { Description = "name=value: a parameter of the family or of the method", Arity = ArgumentArity.OneOrMore };
        Option<string?> data = new("--data") { Description = "Data file for a family that has the parameter data" }, trace = new("--trace") { Description = "Write the trace to this CSV file" };
        Option<int?> iterations = new("--iterations") { Description = "Iterations to make; 1000 if not given" };
        Option<int> seed = CommonOptions.Seed();
        Option<string> backend = CommonOptions.Backend();
        Command command = new("run", "Run one method on one problem. Example: theorylab run nesterov --problem huber --set tau=0.01 --trace nag.csv")
        {
            method, problem, set, data, trace, iterations, seed, backend,
        };
        command.SetWork((result, cancellation) =>
        {
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
                Save(path, run);
                Console.Out.WriteLine($"{path}: {run.Rows.Count} rows, {string.Join(", ", run.Columns)}.");
            }
            else
            {
                Print(run);
            }

            string by = onGpu ? $", backend {run.Backend}"
                : chosenBackend is null ? string.Empty
                : run.Backend == chosenBackend.Name ? $", backend {run.Backend}"
                : $", backend {run.Backend} since this problem hands no dense products to {chosenBackend.Name}";
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{chosen.Name} on {family.Name} ({instance.Parameters}), seed {instance.Seed}{by}: {Words.Of(run.Stop)}."));
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

    private static void Print(MeasuredRun run)
    {
        Table table = Tables.Plain([.. run.Columns]);
        foreach (double[] row in run.Rows)
        {
            table.AddRow([.. row.Select(v => Words.Of(v))]);
        }

        Tables.Console(noColor: true).Write(table);
    }

    private static void Save(string path, MeasuredRun run)
    {
        StringBuilder text = new(string.Join(',', run.Columns) + "\n");
        foreach (double[] row in run.Rows)
        {
            text.AppendJoin(',', row.Select(v => v.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        try
        {
            File.WriteAllText(path, text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The trace cannot be written to '{path}': {e.Message.TrimEnd('.')}; name a file in a folder that exists and that you may write to.", e);
        }
    }
}
