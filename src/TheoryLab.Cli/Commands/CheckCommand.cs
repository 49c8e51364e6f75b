using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;
using TheoryLab.Reporting;

namespace TheoryLab.Cli;

/// <summary>theorylab check: checks claims of the catalogue, a line each while it runs, a table or a document at the end.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> ids = new("ID") { Description = "Claims to check; none for the core set", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> family = new("--family") { Description = "Only claims of this family, such as frank-wolfe" };
        Option<bool> all = new("--all") { Description = "The whole catalogue, not the core set only" };
        Option<int> seed = CommonOptions.Seed();
        Option<int?> instances = new("--instances") { Description = "Instances drawn from each sampled specification" }, iterations = CommonOptions.Iterations();
        Option<int> jobs = new("--jobs") { Description = "Runs at once; results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> shard = new("--shard") { Description = "i/n: every n-th claim, from the i-th" }, output = new("--out") { Description = "Folder for results and curves" }, report = new("--report") { Description = "Folder for a report in HTML and Markdown" };
        Option<bool> resume = new("--resume") { Description = "Go on with the run in --out" }, strict = new("--strict") { Description = "Exit 3 if something is inconclusive" };
        Option<string> backend = CommonOptions.Backend(), format = CommonOptions.Choice("--format", "How results are printed", "table", "json", "junit", "markdown");
        Option<bool> quiet = CommonOptions.Quiet(), noColor = CommonOptions.NoColor();
        Command command = new("check", "Check claims. Example: theorylab check gd-convex-exact --out run1")
        {
            ids, family, all, seed, instances, iterations, jobs, shard, output, report, resume, strict, backend, format, quiet, noColor,
        };
        command.SetAction((result, cancellation) =>
        {
            CheckOptions options = new()
            {
                Seed = result.GetValue(seed),
                Samples = CommonOptions.AtLeast("--instances", result.GetValue(instances), 1),
                Iterations = CommonOptions.AtLeast("--iterations", result.GetValue(iterations), 1),
                Jobs = CommonOptions.AtLeast("--jobs", result.GetValue(jobs), 1),
                Certificates = CertificateBook.Of(typeof(CatalogueMarker).Assembly),
            };
            CommonOptions.Available(result.GetValue(backend)!);
            ShardIndex? part = result.GetValue(shard) is { } text ? ShardIndex.Parse(text) : null;
            Claim[] claims = (part ?? ShardIndex.Whole).Of(Select(result.GetValue(ids) ?? [], result.GetValue(family), result.GetValue(all)));
            string? folder = result.GetValue(output);
            if (result.GetValue(resume) && folder is null)
            {
                throw new InputException("--resume needs --out DIR, the folder of the run to go on with.");
            }

            if (claims.Length == 0)
            {
                Console.Error.WriteLine($"theorylab: shard {part} holds no claim; the others hold them all.");
            }

            using RunFolder? run = folder is null ? null : RunFolder.Open(folder, Describe(claims, options) with { Shard = part }, result.GetValue(resume));
            string? reportFolder = result.GetValue(report);
            Progress progress = new(claims.Length, result.GetValue(quiet));
            List<CheckedClaim> done = Check(claims, options, run, reportFolder is not null, progress, cancellation);
            List<ClaimResult> results = [.. done.Select(d => d.Result)];
            if (reportFolder is not null)
            {
                ReportFolder.Write(reportFolder, done);
            }

            switch (result.GetValue(format))
            {
                case "json":
                    Console.Out.WriteLine(ResultJson.Write(new RunDocument(results, RunSummary.Of(results))));
                    break;
                case "junit":
                    Console.Out.WriteLine(JUnitReport.Write(results, result.GetValue(strict)));
                    break;
                case "markdown":
                    Console.Out.Write(MarkdownSummary.Write(results));
                    break;
                default:
                    ResultTable.Write(results, options.Seed, result.GetValue(noColor));
                    break;
            }

            return Task.FromResult(Status(results, result.GetValue(strict)));
        });
        return command;
    }

    private static List<CheckedClaim> Check(Claim[] claims, CheckOptions options, RunFolder? run, bool needsCurves, Progress progress, CancellationToken cancellation)
    {
        List<CheckedClaim> all = [];
        Dictionary<string, ClaimResult> finished = (run?.Finished ?? []).ToDictionary(r => r.Claim, StringComparer.Ordinal);
        foreach (Claim claim in claims)
        {
            CheckedClaim done;
            if (finished.TryGetValue(claim.Id, out ClaimResult? result))
            {
                done = new(result, needsCurves ? run!.CurveOf(claim.Id) : []);
            }
            else
            {
                progress.Begin(claim.Id);
                done = ClaimChecker.Check(claim, options, cancellation);
                run?.Append(done);
            }

            progress.End(done.Result);
            all.Add(done);
        }

        return all;
    }

    private static IReadOnlyList<Claim> Select(string[] ids, string? family, bool all)
    {
        Catalogue catalogue = Catalogue.Of(typeof(CatalogueMarker).Assembly);
        IReadOnlyList<Claim> topic = catalogue.OfTopic(family);
        if (ids.Distinct().Select(catalogue.Find).FirstOrDefault(c => !topic.Contains(c)) is { } other)
        {
            throw new InputException($"The claim {other.Id} is of the family {other.Topic}, not {family}; leave out --family or the claim.");
        }

        return [.. ids.Length > 0 ? ids.Distinct().Select(catalogue.Find) : topic.Where(c => all || family is not null || c.Core)];
    }

    private static RunInfo Describe(Claim[] claims, CheckOptions options) => new(
        string.Join(' ', ["theorylab", .. Environment.GetCommandLineArgs().Skip(1)]),
        [.. claims.Select(c => c.Id)],
        options.Seed,
        options.Samples,
        options.Iterations,
        "managed",
        ClaimChecker.Version,
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
        DateTimeOffset.UtcNow);

    private static int Status(List<ClaimResult> results, bool strict) =>
        results.Any(r => r.Verdict == Verdict.Refuted) ? ExitStatus.Refuted
        : strict && results.Any(r => r.Verdict == Verdict.Inconclusive) ? ExitStatus.Inconclusive
        : ExitStatus.Success;
}
