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
            Repository.IsKept($"docs/plots/{name}.svg", SvgChart.Standalone(chart));
            Assert.Contains($"](plots/{name}.svg)", page, StringComparison.Ordinal);
        }
    }
}
