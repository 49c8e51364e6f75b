using FsCheck;
using FsCheck.Fluent;

namespace TheoryLab.Reporting.Tests.Plots;

public sealed class LabelLayoutTests
{
    [Fact]
    public void Labels_keep_their_distance_their_order_and_the_limits() => Prop.ForAll(
        Gen.Choose(0, 300).Select(i => (double)i).ListOf().Where(l => l.Count is > 0 and <= 12).ToArbitrary(),
        wishes =>
        {
            double[] places = LabelLayout.Place(wishes, 16, 10, 250), sorted = [.. places.Order()];
            Assert.All(sorted.Zip(sorted.Skip(1)), p => Assert.True(p.Second - p.First >= 16 - 1e-9));
            Assert.All(sorted, p => Assert.InRange(p, 10 - 1e-9, 250 + 1e-9));
            for (int i = 0; i < places.Length; i++)
            {
                Assert.All(Enumerable.Range(0, places.Length), j => Assert.True(wishes[i] >= wishes[j] || places[i] < places[j]));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_that_do_not_meet_stay_where_they_want_to_be() => Assert.Equal([100, 40, 200], LabelLayout.Place([100, 40, 200], 16, 0, 300));

    [Fact]
    public void Labels_that_meet_are_moved_by_the_same() => Assert.Equal([92, 108], LabelLayout.Place([100, 100], 16, 0, 300));
}
