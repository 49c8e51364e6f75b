using System.Text.RegularExpressions;
using TheoryLab.Claims;
using TheoryLab.Tests;

namespace TheoryLab.MutationTests;

public sealed class MutationTests
{
    private const string Table = "reports/mutation.md";

    private static readonly Lazy<IReadOnlyList<Fate>> Followed = new(() => [.. MutationScore.Methods.SelectMany(MutationScore.Trajectories)]);

    [Fact]
    public void Every_method_of_the_registry_has_mutants_and_a_row()
    {
        Assert.Subset(Followed.Value.Select(f => f.Method.Name).ToHashSet(), Registry.Methods.Select(m => m.Name).ToHashSet());
        Assert.Equal(MutationScore.Methods.Select(m => m.Name).Append("all"), Rows(StoredFile.Read(Table)).Keys);
    }

    [Fact]
    public void At_least_95_percent_of_the_mutants_leave_the_exact_trajectory()
    {
        int refuted = Followed.Value.Count(f => f.Differs);
        Assert.True(refuted >= 0.95 * Followed.Value.Count, $"{refuted} of {Followed.Value.Count}");
    }

    // Held apart: they are a fifth of all mutants, and could hide in the others' score.
    [Fact]
    public void At_least_95_percent_of_the_mutants_on_coordinates_leave_the_exact_trajectory()
    {
        Fate[] fates = [.. Followed.Value.Where(f => ExactTrajectories.IsCoordinatewise(f.Method))];
        Assert.True(fates.Count(f => f.Differs) >= 0.95 * fates.Length, $"{fates.Count(f => f.Differs)} of {fates.Length}");
    }

    // A site that no method meets, or an alteration that changes no reply, would be a rule that never ran.
    [Fact]
    public void Every_site_and_every_alteration_of_oracles_makes_mutants()
    {
        OracleMutation.Altered[] altered = [.. Followed.Value.Select(f => f.Mutation).OfType<OracleMutation.Altered>()];
        Assert.Equal(Enum.GetValues<Site>(), altered.Select(m => m.Site).Distinct().Order());
        Assert.Equal(Alteration.All.ToHashSet(), altered.Select(m => m.Alteration).ToHashSet());
        Assert.All(OracleMutation.Orders, o => Assert.Contains(o, Followed.Value.Select(f => f.Mutation)));
    }

    // What refutes a mutant must be its mutation, not the oracle in between.
    [Fact]
    public void Without_mutation_no_claim_about_coordinates_is_refuted() =>
        Assert.All(MutationScore.Methods.Where(ExactTrajectories.IsCoordinatewise), m =>
            Assert.Null(MutationScore.Refuting(new(m, new Mutation.None(), null, false), TestContext.Current.CancellationToken)));

    [Fact]
    public void The_survivors_are_those_with_a_reason()
    {
        Assert.All(Followed.Value.Where(f => f.Survives), f => Assert.True(Survivors.Of(f) is not null, $"{f}"));
        Assert.All(Survivors.All, e => Assert.Contains(Followed.Value, e.Covers));
        Assert.All(Followed.Value.Where(f => Survivors.Of(f) is not null), f => Assert.True(f.Survives, $"{f}"));

        // The reasons say so.
        Assert.DoesNotContain(MutationScore.Claims.SelectMany(c => c.Methods), m => m.Name == "pairwise-frank-wolfe");
    }

    [Fact]
    public void The_table_counts_the_mutants_there_are()
    {
        Dictionary<string, int[]> rows = Rows(StoredFile.Read(Table));
        foreach (IGrouping<string, Fate> m in Followed.Value.GroupBy(f => f.Method.Name))
        {
            Assert.Equal((m.Key, m.Count()), (m.Key, rows[m.Key][0]));
            Assert.True(rows[m.Key][^1] <= m.Count(f => f.Survives), m.Key);
        }

        Assert.Equal(Followed.Value.Count, rows["all"][0]);
        Assert.True(rows["all"][^1] <= 0.05 * rows["all"][0]);
    }

    [Theory]
    [InlineData("gradient-descent")]
    [InlineData("conjugate-gradients")]
    [InlineData("frank-wolfe-short-step")]
    [InlineData("proximal-gradient")]
    [InlineData("block-moments(size=3, sampling=Uniform)")]
    [InlineData("coordinate-descent(rule=GaussSouthwell, step=Largest)")]
    [InlineData("fractional-coordinate-descent(theta=10, rule=Cyclic)")]
    [InlineData("proximal-block-descent")]
    [InlineData("support-newton")]
    public void Rows_are_up_to_date(string method)
    {
        IReadOnlyList<Fate> fates = MutationScore.Fates([MutationScore.Methods.Single(m => m.Name == method)], TestContext.Current.CancellationToken);
        string stored = StoredFile.Read(Table);
        Assert.Contains(MutationTable.Row(method, fates), stored, StringComparison.Ordinal);
        if (fates.Any(f => f.Claim is null))
        {
            Assert.Contains(MutationTable.Unclaimed(method, fates), stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("tier", "full")]
    public void The_table_is_up_to_date()
    {
        Assert.SkipUnless(
            StoredFile.Regenerate || Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full",
            "takes minutes; set THEORYLAB_TIER=full to run it");
        StoredFile.IsUpToDate(Table, MutationTable.Of(MutationScore.Fates(MutationScore.Methods, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Exact_trajectories_are_those_stored()
    {
        string text = string.Concat(Registry.Methods.Select(m => $"{m.Name} {ExactTrajectories.Fingerprint(m) ?? "-"}\n"));
        StoredFile.IsUpToDate("tests/TheoryLab.MutationTests/exact-trajectories.txt", text);
    }

    [Fact]
    public void Every_method_has_an_exact_trajectory_and_without_mutation_is_itself() =>
        Assert.All(MutationScore.Methods, m =>
        {
            string? trajectory = ExactTrajectories.Fingerprint(m);
            Assert.NotNull(trajectory);
            Assert.Equal(trajectory, ExactTrajectories.Fingerprint(Mutant.Of(m, new Mutation.None())));
        });

    /// <summary>The numbers in the rows of a table: mutants, refuted by a claim, by the trajectory only, survivors.</summary>
    private static Dictionary<string, int[]> Rows(string table) =>
        Regex.Matches(table, @"^\| (\S.*?) \| (\d+) \| (\d+) \(.*\) \| (\d+) \| (\d+) \|$", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups.Values.Skip(2).Select(g => int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray());
}
