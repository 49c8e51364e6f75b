using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;
using TheoryLab.Reporting;

namespace TheoryLab.Cli;

/// <summary>theorylab check: checks claims of the catalogue and of files, a line each while it runs, a table or a document at the end.</summary>
internal static class CheckCommand
{
    // Each is an object in memory, and no claim was ever checked on a tenth of this.
    private const int MostInstances = 1_000_000;

    public static Command Create()
    {
        Argument<string[]> ids = new("ID|FILE|FOLDER") { Description = "Claims of the catalogue, claim files (YAML) and folders of them; none for the core set", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> family = new("--family") { HelpName = "name", Description = "Only claims of this family, such as frank-wolfe" };
        Option<bool> all = new("--all") { Description = "The whole catalogue, not the core set only" };
        Option<int> seed = CommonOptions.Seed();
        Option<int?> instances = new("--instances") { HelpName = "n", Description = "Instances drawn from each sampled specification" }, iterations = CommonOptions.Iterations();
        Option<int> jobs = new("--jobs") { HelpName = "n", Description = "Runs at once; results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> shard = new("--shard") { HelpName = "i/n", Description = "i/n: every n-th claim, from the i-th" }, output = new("--out") { HelpName = "folder", Description = "Folder for results and curves" }, report = new("--report") { HelpName = "folder", Description = "Folder for a report in HTML and Markdown" };
        Option<bool> resume = new("--resume") { Description = "Go on with the run in --out" }, strict = new("--strict") { Description = "Exit 3 if something is inconclusive" };
        Option<string> backend = CommonOptions.Backend(), format = CommonOptions.Choice("--format", "How results are printed", "table", "json", "junit", "markdown");
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("check", "Check claims. Example: theorylab check gd-convex-exact --out run1")
        {
            ids, family, all, seed, instances, iterations, jobs, shard, output, report, resume, strict, backend, format, quiet,
        };
        ExternalOptions external = new();
        external.AddTo(command);
        command.SetWork((result, cancellation) =>
        {
            CheckOptions options = new()
            {
                Seed = result.GetValue(seed),
                Samples = CommonOptions.Within("--instances", result.GetValue(instances), 1, MostInstances),
                Iterations = CommonOptions.AtLeast("--iterations", result.GetValue(iterations), 1),
                Jobs = CommonOptions.AtLeast("--jobs", result.GetValue(jobs), 1),
                Backend = Backends.Choose(result.GetValue(backend)!),
                Certificates = CertificateBook.Of(typeof(CatalogueMarker).Assembly),
            };
            ShardIndex? part = result.GetValue(shard) is { } text ? ShardIndex.Parse(text) : null;
            ChosenClaim[] claims = (part ?? ShardIndex.Whole).Of(ClaimSelection.Of(result.GetValue(ids) ?? [], result.GetValue(family), result.GetValue(all), external.Of(result)));
            string? folder = result.GetValue(output);
            if (result.GetValue(resume) && folder is null)
            {
                throw new InputException("--resume needs --out DIR, the folder of the run to go on with.");
            }

            if (claims.Length == 0)
            {
                Notes.WriteEmpty(part);
            }

            string[] single = [.. claims.Where(c => c.Claim.OneStep && options.Iterations > 1).Select(c => c.Claim.Id)];
            if (single.Length > 0 && !result.GetValue(quiet))
            {
                Notes.WriteLine($"theorylab: --iterations {options.Iterations} does not apply to {string.Join(", ", single)}: {(single.Length == 1 ? "the claim is" : "these claims are")} about one step.");
            }

            using RunFolder? run = folder is null ? null : RunFolder.Open(folder, Describe(claims, options) with { Shard = part }, result.GetValue(resume));
            bool isSeeded = result.GetResult(seed) is { Implicit: false };
            string? reportFolder = result.GetValue(report);
            if (reportFolder is not null)
            {
                ReportFolder.Prepare(reportFolder);
            }

            CheckRun checks = new(options, isSeeded, run, reportFolder is not null, new(claims.Length, result.GetValue(quiet)));
            checks.Run(claims, cancellation);
            List<ClaimResult> results = [.. checks.Done.Select(d => d.Result)];
            switch (result.GetValue(format))
            {
                case "json":
                    Console.Out.WriteLine(ResultJson.Write(new RunDocument(results, RunSummary.Of(results)) { Failure = checks.Failure }));
                    break;
                case "junit":
                    Console.Out.WriteLine(JUnitReport.Write(results, result.GetValue(strict), checks.Failure));
                    break;
                case "markdown":
                    Console.Out.Write(MarkdownSummary.Write(results, checks.Failure));
                    break;
                case var _ when results.Count > 0 || claims.Length == 0:
                    ResultTable.Write(results, claims.Length, options.Seed, CommonOptions.NoColor(result));
                    break;
                default:
                    break;
            }

            if (reportFolder is not null && checks.Failure is null)
            {
                ReportFolder.Write(reportFolder, checks.Done);
            }

            return checks.Failure is { } failure ? new Failure(failure.Status, failure.Message).Say() : Status(results, result.GetValue(strict));
        });
        return command;
    }

    private static RunInfo Describe(ChosenClaim[] claims, CheckOptions options) => new(
        string.Join(' ', ["theorylab", .. Environment.GetCommandLineArgs().Skip(1)]),
        claims.Ids(),
        options.Seed,
        options.Samples,
        options.Iterations,
        options.Backend?.Name ?? ManagedBackend.ManagedName,
        ClaimChecker.Version,
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        DateTimeOffset.UtcNow)
    {
        Files = claims.Files(),
        Data = claims.Data(),
    };

    private static int Status(List<ClaimResult> results, bool strict) =>
        results.Any(r => r.Verdict == Verdict.Refuted) ? ExitStatus.Refuted
        : strict && results.Any(r => r.Verdict == Verdict.Inconclusive) ? ExitStatus.Inconclusive
        : ExitStatus.Success;
}
