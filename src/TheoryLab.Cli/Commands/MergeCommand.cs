using System.CommandLine;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>theorylab merge: joins the runs of all shards into the run that one machine would have written.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("RUN") { Description = "Folders of the shards, in any order", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--out") { HelpName = "folder", Description = "Folder for the joined run; it must hold none", Required = true };
        Command command = new("merge", "Join the runs of shards. Example: theorylab merge run/1 run/2 run/3 --out run/all") { runs, output };
        command.SetAction(result =>
        {
            StoredRun merged = RunMerge.Merge(result.GetValue(runs)!, result.GetValue(output)!);
            Console.Out.WriteLine($"{merged.Path}: {merged.Results.Count} claims of {result.GetValue(runs)!.Length} shards.");
            return ExitStatus.Success;
        });
        return command;
    }
}
