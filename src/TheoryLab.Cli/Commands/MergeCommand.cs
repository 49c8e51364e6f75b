using System.CommandLine;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>theorylab merge: joins the runs of all shards, checks or attacks, into the run that one machine would have written.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("RUN") { Description = "Folders of the shards, in any order", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--out") { HelpName = "folder", Description = "Folder for the joined run; it must hold none", Required = true };
        Command command = new("merge", "Join the runs of shards. Example: theorylab merge run/1 run/2 run/3 --out run/all") { runs, output };
        command.SetAction(result =>
        {
            (string[] folders, string path) = (result.GetValue(runs)!, result.GetValue(output)!);
            int claims = folders.Any(StoredAttackSweep.IsIn) ? AttackSweepMerge.Merge(folders, path).Info.Claims.Count : RunMerge.Merge(folders, path).Results.Count;
            Console.Out.WriteLine($"{path}: {claims} claims of {folders.Length} shards.");
            return ExitStatus.Success;
        });
        return command;
    }
}
