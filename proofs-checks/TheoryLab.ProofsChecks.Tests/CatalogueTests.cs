using TheoryLab.Claims;

namespace TheoryLab.ProofsChecks.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_entry_has_an_id_of_its_own_in_kebab_case()
    {
        Assert.Equal(Entries.All.Count, Entries.All.Select(c => c.Id).Distinct().Count());
        Assert.All(Entries.All, c => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", c.Id));
    }

    [Fact]
    public void Every_entry_is_a_file_named_after_its_id()
    {
        string[] types = [.. typeof(CatalogueMarker).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClaimDefinition))).Select(t => t.Name).Order()];
        string[] expected = [.. Entries.All.Select(c => string.Concat(c.Id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))).Order()];
        Assert.Equal(expected, types);
    }

    [Fact]
    public void Every_entry_is_found_by_its_id_without_the_others()
    {
        Catalogue catalogue = Catalogue.Of(typeof(CatalogueMarker).Assembly);
        Assert.All(Entries.All, c => Assert.Equal(c.Id, catalogue.Find(c.Id).Id));
        Assert.Null(catalogue.TryFind("GdConvexExact"));
        Assert.Null(catalogue.TryFind("gd-convex"));
    }

    [Fact]
    public void Every_entry_says_what_it_assumes_and_where_it_comes_from_and_has_a_twin_with_power()
    {
        Assert.All(Entries.All, c =>
        {
            Assert.NotEmpty(c.Statement);
            Assert.NotEmpty(c.Assumptions);
            Assert.NotEmpty(c.Source.Citation);
            Assert.Contains(c.Source.Standing, new[] { "theorem", "derived", "verified numerically" });
            Assert.Contains(c.Twins, t => t.Change != TwinChange.Kind);
            Assert.True((c.Bound is null) != (c.Order is null), $"{c.Id} must have a bound or an order, not both");
        });
    }

    [Fact]
    public void Lower_bounds_over_a_class_name_its_optimum_and_two_concrete_methods()
    {
        Claim[] classes = [.. Entries.All.Where(c => c is { Kind: ClaimKind.Lower, IsOrderClaim: false })];
        Assert.NotEmpty(classes);
        Assert.All(classes, c =>
        {
            Assert.NotNull(c.ClassOptimum);
            Assert.True(c.Methods.Count >= 3, c.Id);
        });
    }

    [Fact]
    public void At_least_six_core_claims_run_on_real_data_and_say_so_in_their_ids()
    {
        Claim[] real = [.. Entries.All.Where(c => c.Core && c.Instances.Any(i => i.Family.Name is "logistic-regression" or "least-squares" or "lasso" or "constrained-least-squares"))];
        Assert.True(real.Length >= 6);
        Assert.All(real, c => Assert.Matches("breast-cancer|diabetes|wine|digits", c.Id));
    }

    // In a formula the symbol would hide the constant.
    [Fact]
    public void No_constant_has_the_name_of_a_measured_symbol()
    {
        string[] symbols = [.. Registry.Measures.Select(m => m.Symbol)];
        Assert.All(Registry.Families, f => Assert.Empty(f.Constants.Select(c => c.Name).Intersect(symbols)));
    }
}
