using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims.Tests.Model;

public sealed class InstanceSpecTests
{
    [Fact]
    public void A_range_is_sampled_and_a_plain_value_is_not()
    {
        Assert.False(new InstanceSpec("quadratic", ("dimension", "3")).IsSampled);
        Assert.True(new InstanceSpec("quadratic", ("dimension", "2..50")).IsSampled);
        Assert.Equal("quadratic (dimension=2..50, L=1)", new InstanceSpec("quadratic", ("dimension", "2..50"), ("L", "1")).ToString());
        Assert.Equal("wolfe-triangle", new InstanceSpec("wolfe-triangle").ToString());
    }

    [Fact]
    public void Parameters_left_out_take_the_default()
    {
        ProblemInstance instance = new InstanceSpec("quadratic", ("dimension", "3")).Create(10, 1);
        Assert.Equal(3, instance.Parameters.Integer("dimension"));
        Assert.Equal(100, instance.Parameters.Real("condition"));
        Assert.Equal("reflected", instance.Parameters.Text("basis"));
    }

    [Theory]
    [InlineData("1/(2*N+1)", 20, 1.0 / 41)]
    [InlineData("0.5", 20, 0.5)]
    [InlineData("min(1, 1/N)", 4, 0.25)]
    public void A_parameter_may_be_a_formula_in_the_horizon(string tau, int horizon, double expected) =>
        Assert.Equal(expected, new InstanceSpec("huber", ("tau", tau)).Create(horizon, 1).Parameters.Real("tau"), 1e-16);

    [Fact]
    public void A_word_is_taken_as_it_stands() =>
        Assert.Equal("coordinates", new InstanceSpec("quadratic", ("basis", "coordinates")).Create(1, 1).Parameters.Text("basis"));

    [Fact]
    public void Samples_depend_on_the_seed_alone_and_lie_in_range()
    {
        InstanceSpec spec = new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6"), ("L", "0.1..10"));
        double[] dimensions = [.. Enumerable.Range(0, 3000).Select(i =>
        {
            ProblemInstance one = spec.Create(10, i), two = spec.Create(99, i);
            Assert.Equal(one.Parameters.ToString(), two.Parameters.ToString());
            Assert.Equal(one.In<double>().InitialPoint.Span.ToArray(), two.In<double>().InitialPoint.Span.ToArray());
            Assert.InRange(one.Parameters.Real("condition"), 1, 1e6);
            Assert.InRange(one.Parameters.Real("L"), 0.1, 10);
            return one.Parameters.Real("dimension");
        })];
        Assert.All(dimensions, n => Assert.True(double.IsInteger(n)));
        Assert.Equal(2, dimensions.Min());
        Assert.Equal(50, dimensions.Max());
        Assert.Equal(49, dimensions.Distinct().Count());
    }

    [Fact]
    public void Ranges_over_orders_of_magnitude_are_drawn_evenly_in_the_logarithm()
    {
        InstanceSpec spec = new("quadratic", ("condition", "1..1e6"));
        int below = Enumerable.Range(0, 2000).Count(i => spec.Create(1, i).Parameters.Real("condition") < 1e3);

        // Half of them; 2000 tosses of a coin stray by more than 134 once in 10^9.
        Assert.InRange(below, 866, 1134);
    }

    [Fact]
    public void Adding_a_range_for_one_parameter_keeps_a_degenerate_one() =>
        Assert.Equal(7, new InstanceSpec("quadratic", ("dimension", "7..7"), ("L", "1..2")).Create(1, 3).Parameters.Integer("dimension"));

    [Theory]
    [InlineData("quadratc", "dimension", "3", "Did you mean 'quadratic'?")]
    [InlineData("quadratic", "dimensoin", "3", "Did you mean 'dimension'?")]
    [InlineData("quadratic", "dimension", "50..2", "smaller one first")]
    [InlineData("quadratic", "dimension", "2..x", "two numbers")]
    [InlineData("quadratic", "dimension", "2..", "two numbers")]
    [InlineData("quadratic", "dimension", "2..3..4", "two numbers")]
    [InlineData("quadratic", "basis", "a..b", "two numbers")]
    public void A_specification_that_makes_no_sense_is_refused_at_once(string family, string name, string value, string what) =>
        Assert.Contains(what, Assert.Throws<InputException>(() => new InstanceSpec(family, (name, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dimension", "2.5", "an integer")]
    [InlineData("dimension", "0", "from 1")]
    [InlineData("L", "k", "horizon N only")]
    [InlineData("L", "prev(h)", "horizon N only")]
    [InlineData("L", "1+", "column 3")]
    [InlineData("basis", "sideways", "Known: reflected, coordinates")]
    public void A_value_that_makes_no_sense_is_refused_when_the_instance_is_made(string name, string value, string what) =>
        Assert.Contains(what, Assert.Throws<InputException>(() => new InstanceSpec("quadratic", (name, value)).Create(5, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_family_of_ones_own_needs_no_registration()
    {
        InstanceSpec spec = new(new Checks.DoubleOnly(), ("dimension", "2..3"));
        Assert.Equal("double-only", spec.Create(1, 1).Family.Name);
    }
}
