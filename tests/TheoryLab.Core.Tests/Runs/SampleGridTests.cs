using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class SampleGridTests
{
    [Fact]
    public void Grids_start_at_zero_increase_end_at_the_budget_and_are_dense_first() => Draw.Check(
        from last in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(0, 1_000_000))
        from dense in Gen.Choose(-1, 200)
        from ratio in Gen.Choose(1, 300)
        select (last, dense, ratio: 1 + (ratio / 100.0)),
        c =>
        {
            int[] at = SampleGrid.Geometric(c.last, c.dense, c.ratio).At.ToArray();
            Assert.Equal(0, at[0]);
            Assert.Equal(c.last, at[^1]);
            Assert.True(at.Zip(at.Skip(1)).All(p => p.First < p.Second));
            Assert.True(at.Length > Math.Min(c.dense, c.last));
            Assert.All(Enumerable.Range(0, Math.Max(0, Math.Min(c.dense, c.last)) + 1), k => Assert.Equal(k, at[k]));

            // Neighbours grow by the ratio, up to the rounding to whole iterations, and one step at least.
            for (int i = 1; i < at.Length; i++)
            {
                Assert.True(at[i] <= Math.Max(at[i - 1] + 1, (at[i - 1] + 1) * c.ratio), $"{at[i - 1]} to {at[i]}");
            }

            // And not much more densely either: from one entry to the one after the next they grow by the ratio at least, once it exceeds a step.
            for (int i = Math.Max(1, c.dense) + 1; i < at.Length - 1; i++)
            {
                Assert.True(at[i] + 1 >= at[i - 1] * c.ratio, $"{at[i - 1]} to {at[i]}");
            }
        },
        200);

    [Fact]
    public void Every_takes_every_iteration() => Assert.Equal(Enumerable.Range(0, 131), SampleGrid.Every(130).At.ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Ends_takes_the_first_and_the_last_only(int last) =>
        Assert.Equal(last == 0 ? [0] : [0, last], SampleGrid.Ends(last).At.ToArray());

    [Fact]
    public void Bad_grids_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Geometric(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Ends(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Geometric(10, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Geometric(10, 1, double.NaN));
    }

    [Fact]
    public void A_recorded_curve_brings_its_own_iterations()
    {
        SampleGrid grid = SampleGrid.Of([3, 4, 10]);
        Assert.Equal([3, 4, 10], grid.At.ToArray());
        Trace<double> trace = Trace<double>.Of(grid, [1.5, 1.25, 1]);
        Assert.Equal([3, 4, 10], trace.Iterations.ToArray());
        Assert.Equal((1, 3, 1.25), (trace.Columns, trace.Count, trace.Row(1)[0]));
        Assert.Throws<ArgumentException>(() => Trace<double>.Of(grid, [1.5]));
        Assert.Throws<ArgumentException>(() => SampleGrid.Of([]));
        Assert.Throws<ArgumentException>(() => SampleGrid.Of([3, 3]));
        Assert.Throws<ArgumentException>(() => SampleGrid.Of([-1, 3]));
    }
}
