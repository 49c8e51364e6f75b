using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Checks;

/// <summary>The comparison as a table: what is a violation, and how tight it is. "most", "least" and "equal" are the three relations.</summary>
public sealed class ComparisonTests
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1e-7, true)]
    [InlineData(1, 1e-6, false)]
    [InlineData(-1, 1e-7, true)]
    [InlineData(0, 1e-300, false)]
    [InlineData(NaN, 0, false)]
    public void A_ratio_is_known_to_twenty_bits_or_not_at_all(double bound, double error, bool known) =>
        Assert.Equal(known, Comparison<double>.Of(Relation.AtMost, 1, new Tracked<double>(0.5, error), new Tracked<double>(bound, 0)).IsKnown);

    [Theory]
    [InlineData("most", 1, 2, false, 0.5)]
    [InlineData("most", 2, 2, false, 1)]
    [InlineData("most", 3, 2, true, 1.5)]
    [InlineData("most", 0, 2, false, 0)]
    [InlineData("most", 1, 0, true, Inf)]
    [InlineData("most", 0, 0, false, NaN)]
    [InlineData("most", -1, 0, false, NaN)]
    [InlineData("most", -1, 2, false, -0.5)]
    [InlineData("most", 1, -2, true, Inf)]
    [InlineData("most", -1, -2, true, 2)]
    [InlineData("most", -2, -2, false, 1)]
    [InlineData("most", -4, -2, false, 0.5)]
    [InlineData("most", 1, Inf, false, 0)]
    [InlineData("most", 1, -Inf, true, Inf)]
    [InlineData("most", Inf, 1, true, Inf)]
    [InlineData("most", Inf, -1, true, Inf)]
    [InlineData("most", -Inf, 1, false, 0)]
    [InlineData("most", -Inf, -1, false, 0)]
    [InlineData("most", Inf, Inf, false, NaN)]
    [InlineData("most", Inf, -Inf, true, Inf)]
    [InlineData("most", -Inf, Inf, false, 0)]
    [InlineData("most", NaN, 1, false, NaN)]
    [InlineData("most", 1, NaN, false, NaN)]
    [InlineData("most", NaN, Inf, false, NaN)]
    [InlineData("least", 2, 1, false, 0.5)]
    [InlineData("least", 2, 2, false, 1)]
    [InlineData("least", 2, 3, true, 1.5)]
    [InlineData("least", 0, 1, true, Inf)]
    [InlineData("least", 2, 0, false, 0)]
    [InlineData("least", -1, 1, true, Inf)]
    [InlineData("least", -1, -2, false, 0.5)]
    [InlineData("least", -2, -1, true, 2)]
    [InlineData("least", 1, Inf, true, Inf)]
    [InlineData("least", Inf, 1, false, 0)]
    [InlineData("least", -Inf, 1, true, Inf)]
    [InlineData("least", 1, -Inf, false, 0)]
    [InlineData("least", NaN, 1, false, NaN)]
    [InlineData("equal", 2, 2, false, 1)]
    [InlineData("equal", 1, 2, true, 1.5)]
    [InlineData("equal", 2, 1, true, 1.5)]
    [InlineData("equal", -2, 2, true, 3)]
    [InlineData("equal", 0, 2, true, 2)]
    [InlineData("equal", Inf, 2, true, Inf)]
    [InlineData("equal", 2, Inf, true, Inf)]
    [InlineData("equal", -Inf, Inf, true, Inf)]
    [InlineData("equal", Inf, Inf, false, NaN)]
    [InlineData("equal", NaN, 1, false, NaN)]
    public void Of_exact_values(string relation, double measured, double bound, bool violation, double ratio)
    {
        Comparison<double> c = Of(relation, measured, bound);
        Assert.Equal(violation, c.IsViolation);
        Assert.Equal(ratio, c.Ratio);
    }

    [Theory]
    [InlineData("most", 2.05, 2, false)]
    [InlineData("most", 2.25, 2, true)]
    [InlineData("least", 1.95, 2, false)]
    [InlineData("least", 1.75, 2, true)]
    [InlineData("equal", 2.05, 2, false)]
    [InlineData("equal", 1.75, 2, true)]
    public void The_errors_of_both_sides_are_allowed_for(string relation, double measured, double bound, bool violation)
    {
        Comparison<double> c = Of(relation, measured, bound, 0.06, 0.06);
        Assert.Equal(violation, c.IsViolation);
        Assert.Equal(0.12, c.Allowance);
    }

    [Fact]
    public void A_ratio_of_values_that_drown_in_their_errors_is_none() => Assert.Equal(NaN, Of("most", 1e-20, 1e-21, 1e-19, 0).Ratio);

    [Theory]
    [InlineData("most", 5e-19, 1e-19, 1e-18, 0, false, NaN)]
    [InlineData("most", 5e-18, 1e-18, 4.5e-18, 0, false, NaN)]
    [InlineData("most", 1, 1e-30, 1e-16, 0, true, 1e30)]
    [InlineData("most", 1, 1e-30, 0, 1e-29, true, Inf)]
    [InlineData("most", 1e-16, 1e-30, 5e-17, 0, true, 1e14)]
    [InlineData("most", 1.5, 1, 0.6, 0, false, 1.5)]
    [InlineData("least", 1e-30, 1, 0, 1e-16, true, 1e30)]
    [InlineData("least", 1e-19, 5e-19, 1e-18, 0, false, NaN)]
    [InlineData("most", -0.4, -1, 0.7, 0, false, NaN)]
    [InlineData("most", -0.8, -1, 0.7, 0, false, 1.25)]
    [InlineData("equal", 5e-19, 1e-19, 1e-18, 0, false, NaN)]
    public void A_bound_below_the_error_of_its_measure_has_a_ratio_only_where_it_is_broken(
        string relation, double measured, double bound, double measuredError, double boundError, bool violation, double ratio)
    {
        Comparison<double> c = Of(relation, measured, bound, measuredError, boundError);
        Assert.Equal(violation, c.IsViolation);
        if (double.IsFinite(ratio))
        {
            // Two roundings of the quotient.
            Assert.InRange(c.Ratio, ratio * (1 - 3e-16), ratio * (1 + 3e-16));
        }
        else
        {
            Assert.Equal(ratio, c.Ratio);
        }
    }

    [Fact]
    public void A_ratio_within_its_allowance_is_at_most_two() => Check.One(Drawn.Cases(1_000), Prop.ForAll(
        (from m in Gen.Choose(-1000, 1000) from b in Gen.Choose(-1000, 1000) from e in Gen.Choose(0, 1000) from relation in Gen.Elements("most", "least", "equal") select (m, b, e, relation)).ToArbitrary(),
        x =>
        {
            Comparison<double> c = Of(x.relation, x.m, x.b, x.e);
            Assert.True(c.IsViolation || double.IsNaN(c.Ratio) || c.Ratio <= 2, $"{x}: {c.Ratio}");
            Assert.True(!c.IsViolation || c.Ratio > 1, $"{x}: {c.Ratio}");
        }));

    [Fact]
    public void A_finite_value_of_unknown_error_violates_nothing() => Assert.False(Of("most", 3, 2, Inf, 0).IsViolation);

    [Theory]
    [InlineData("most", Inf, 1)]
    [InlineData("least", 1, Inf)]
    public void An_infinite_margin_violates_whatever_the_errors(string relation, double measured, double bound) =>
        Assert.True(Of(relation, measured, bound, Inf, Inf).IsViolation);

    private static Comparison<double> Of(string relation, double measured, double bound, double measuredError = 0, double boundError = 0) => Comparison<double>.Of(
        relation switch { "most" => Relation.AtMost, "least" => Relation.AtLeast, _ => Relation.Equal },
        7,
        new Tracked<double>(measured, measuredError),
        new Tracked<double>(bound, boundError));
}
