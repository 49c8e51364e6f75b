using System.CommandLine;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Reporting;

namespace TheoryLab.Cli;

/// <summary>theorylab report: a report in HTML and Markdown from stored runs, without checking anything again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("RUN") { Description = "Folders that 'check --out' wrote", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = new("--out") { HelpName = "folder", Description = "Folder for the report" };
        Command command = new("report", "Write a report of stored runs. Example: theorylab report run1 --out report1") { runs, output };
        command.SetAction(result =>
        {
            string folder = result.GetValue(output) ?? throw new InputException("report needs --out DIR, the folder for index.html and report.md.");
            CheckedClaim[] claims = [.. result.GetValue(runs)!.Distinct().SelectMany(RunFolder.Load)];
            if (claims.Length == 0)
            {
                throw new InputException($"The runs given hold no finished claim; 'theorylab check --out {result.GetValue(runs)![0]} --resume' goes on with one.");
            }

            ReportFolder.Write(folder, claims);
            Console.Out.WriteLine($"{claims.Length} {(claims.Length == 1 ? "claim" : "claims")}: {Path.Combine(folder, "index.html")}");
            return ExitStatus.Success;
        });
        return command;
    }
}
