namespace TheoryLab.Reporting.Tests.Plots;

public sealed class ThinningTests
{
    [Fact]
    public void Each_column_keeps_its_ends_and_its_extremes()
    {
        PlotPoint[] points = [.. Enumerable.Range(0, 1000).Select(i => new PlotPoint(i, Math.Sin(i)))];
        IReadOnlyList<PlotPoint> kept = Thinning.Columns(points, p => (int)(p.X / 100));
        Assert.InRange(kept.Count, 20, 40);
        foreach (IGrouping<int, PlotPoint> column in points.GroupBy(p => (int)(p.X / 100)))
        {
            PlotPoint[] rest = [.. kept.Where(p => (int)(p.X / 100) == column.Key)];
            Assert.Equal((column.First(), column.Last()), (rest[0], rest[^1]));
            Assert.Equal((column.Min(p => p.Y), column.Max(p => p.Y)), (rest.Min(p => p.Y), rest.Max(p => p.Y)));
        }
    }

    [Fact]
    public void Points_in_columns_of_their_own_all_stay()
    {
        PlotPoint[] points = [.. Enumerable.Range(0, 50).Select(i => new PlotPoint(i, -i))];
        Assert.Equal(points, Thinning.Columns(points, p => (int)p.X));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(12946)]
    public void A_table_has_the_ends_and_not_too_many_rows(int count)
    {
        IReadOnlyCollection<int> rows = Thinning.Rows(count, 60);
        Assert.InRange(rows.Count, Math.Min(count, 35), 60);
        Assert.Equal((0, count - 1), (rows.First(), rows.Last()));
    }
}
