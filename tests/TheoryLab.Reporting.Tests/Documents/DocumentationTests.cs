using TheoryLab.Tests;

namespace TheoryLab.Reporting.Tests.Documents;

/// <summary>What the documentation shows is what the program computes.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void The_plots_about_several_objectives_are_drawn_from_their_claims()
    {
        string page = Repository.Read("docs/multiobjective.md");
        foreach ((string name, Chart chart) in MultiobjectivePlots.All())
        {
            StoredFile.IsUpToDate($"docs/plots/{name}.svg", SvgChart.Standalone(chart));
            Assert.Contains($"](plots/{name}.svg)", page, StringComparison.Ordinal);
        }
    }
    [Fact]
    public void The_example_report_is_what_the_program_writes()
    {
        // One of each kind of plot; the whole of it is small enough to be kept.
        string folder = Directory.CreateTempSubdirectory("theorylab-example-").FullName;
        try
        {
            ReportFolder.Write(folder, Stored.Check("gd-convex-exact", "gd-convex-five-steps", "fw-wolfe-zigzag-lower", "fw-openloop-primal", "lasso-diabetes-fista", "newton-rn-local-order-3"));
            string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)];
            Assert.InRange(files.Sum(f => new FileInfo(f).Length), 1, 300_000);
            Assert.All(files, f => StoredFile.IsUpToDate("reports/example/" + Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
