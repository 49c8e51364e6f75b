using TheoryLab.Claims;
using TheoryLab.ProofsChecks.FirstOrder;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>The C# of docs/own-code.md, compiled into this project, does what the page says.</summary>
public sealed class OwnCodeTests
{
    [Fact]
    public void The_claim_of_the_page_stands_is_attained_and_has_power()
    {
        ClaimResult result = ClaimChecker.Check(new HalfStepConvex().Claim, new(), TestContext.Current.CancellationToken).Result;
        Assert.Equal((Verdict.Consistent, "constant", true), (result.Verdict, result.Power, result.Attained));
        Assert.All(result.Twins, t => Assert.Equal(Verdict.Refuted, t.Verdict));
    }

    [Fact]
    public void The_files_of_the_page_are_the_examples()
    {
        ShownFile[] files = [.. new Page(Repository.Read("docs/own-code.md")).Files];
        Assert.Equal(Directory.GetFiles(Repository.At("docs/examples/csharp")).Select(Path.GetFileName).Order(StringComparer.Ordinal), files.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(Repository.Read("docs/examples/csharp/" + f.Name), f.Text));
    }
}
