using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

public sealed class MutationTests
{
    // With this variable set to 1 the stored files are written anew.
    private static readonly bool Regenerate = Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") == "1";

    [Fact]
    public void Claims_refute_every_mutant_of_gradient_descent_and_of_conjugate_gradients()
    {
        IReadOnlyList<Fate> fates = MutationScore.Fates(m => m.Name is "gradient-descent" or "conjugate-gradients", TestContext.Current.CancellationToken);
        Assert.True(fates.Count >= 20);
        Assert.All(fates, f => Assert.True(f.Claim is not null, $"{f.Method}: {f.Mutation}"));
    }

    [Fact]
    [Trait("tier", "full")]
    public void At_least_95_percent_of_the_mutants_are_refuted_and_the_table_is_up_to_date()
    {
        Assert.SkipUnless(
            Regenerate || Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full",
            "takes minutes; set THEORYLAB_TIER=full to run it");
        IReadOnlyList<Fate> fates = MutationScore.Fates(_ => true, TestContext.Current.CancellationToken);
        int refuted = fates.Count(f => f.Claim is not null || f.Trajectory);
        Assert.True(refuted >= 0.95 * fates.Count, $"{refuted} of {fates.Count}");
        AssertStored(Path.Combine("reports", "mutation.md"), Heading + MutationScore.Table(fates));
    }

    [Fact]
    public void Exact_trajectories_are_those_stored()
    {
        string text = string.Concat(Registry.Methods.Select(m => $"{m.Name} {ExactTrajectories.Fingerprint(m) ?? "-"}\n"));
        AssertStored(Path.Combine("tests", "TheoryLab.MutationTests", "exact-trajectories.txt"), text);
    }

    [Fact]
    public void A_method_without_mutation_is_itself()
    {
        foreach (IMethod method in Registry.Methods.Where(MutantMethods.Supports))
        {
            Assert.Equal(ExactTrajectories.Fingerprint(method), ExactTrajectories.Fingerprint(MutantMethods.Of(method, null)));
        }
    }

    private const string Heading =
        """
        # Mutation score
        Mutants by fixed rules: in every update of a step each coefficient halved, doubled and negated, each two coefficients exchanged; the index k
        shifted by one; the previous gradient used. A mutant counts as refuted if a claim of the catalogue (one sample per specification, real data
        left out) is refuted for it, or if its first iterates in exact rationals differ from those stored for the method. Made by
        `THEORYLAB_REGENERATE=1 dotnet test tests/TheoryLab.MutationTests`.


        """;

    private static void AssertStored(string file, string text)
    {
        string path = Path.Combine(Root(), file);
        if (Regenerate)
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{file} is missing; set THEORYLAB_REGENERATE=1 to write it");
        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TheoryLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds TheoryLab.sln.");
    }
}
