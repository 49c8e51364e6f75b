using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

public class DataSetTests
{
    [Theory]
    [InlineData("breast-cancer", 569, 30, 2, 357.0)]
    [InlineData("wine", 178, 13, 3, 71 + (2 * 48.0))]
    [InlineData("digits", 1797, 64, 10, 8070.0)]
    [InlineData("diabetes", 442, 10, 214, 67243.0)]
    public void TheEmbeddedSetsHaveTheirShape(string name, int rows, int features, int classes, double labelSum)
    {
        DataSet data = DataSets.Load(name);
        Assert.Equal((rows, features), (data.Rows, data.Features));
        Assert.Equal(classes, data.Labels.ToArray().Distinct().Count());
        Assert.Equal(labelSum, data.Labels.ToArray().Sum());
    }

    [Fact]
    public void EveryNameLoads() => Assert.All(DataSets.Names, name => Assert.Equal(name, DataSets.Load(name).Name));

    [Fact]
    public void StandardizedFeaturesHaveMeanZeroAndVarianceOneAndConstantOnesAreZero() => Any.Seed(100, random =>
    {
        int rows = random.Next(2, 50);
        double scale = random.Signed(-250, 250), offset = random.Signed(-3, 3);
        double[] values = [.. Enumerable.Range(0, rows).SelectMany(_ => new[] { scale * (offset + random.NextDouble()), 0.1 })];
        ReadOnlySpan<double> standardized = new DataSet("t", "test", 2, values, new double[rows]).Standardized().Values.Span;
        double sum = 0, squares = 0;
        for (int i = 0; i < rows; i++)
        {
            sum += standardized[2 * i];
            squares += standardized[2 * i] * standardized[2 * i];
            Assert.Equal(0, standardized[(2 * i) + 1]);
        }

        // The mean is off by at most (rows + 1) u (|offset| + 1) |scale|, and the deviation of rows uniform draws is taken from the data.
        double deviation = (values[0] - values[2]) / (standardized[0] - standardized[2]);
        double meanError = (rows + 1) * Math.ScaleB(1, -52) * (Math.Abs(offset) + 1) * Math.Abs(scale / deviation);
        Assert.True(Math.Abs(sum) / rows <= 2 * meanError, $"mean {sum / rows}, allowed {2 * meanError}");
        Assert.True(Math.Abs((squares / rows) - 1) <= (rows + 10) * Math.ScaleB(1, -52), $"variance {squares / rows}");
    });

    [Fact]
    public void TwoLabelsBecomeSigns()
    {
        DataSet two = new("t", "test", 1, [1, 2, 3], [5, 2, 5]);
        Assert.Equal([1, -1, 1], two.BinaryLabels());
        Assert.Equal([-1, 1, -1], two.BinaryLabels(2));
    }

    [Fact]
    public void OtherNumbersOfLabelsNeedAClass()
    {
        DataSet wine = DataSets.Load("wine");
        Assert.Equal(
            "wine has 3 distinct labels (0, 1, 2) where two are needed; name one of them as the class to tell from the rest.",
            Assert.Throws<InputException>(() => wine.BinaryLabels()).Message);
        Assert.Equal(
            "7 cannot be told from the rest in wine, whose labels are 0, 1, 2; choose one of at least two labels.",
            Assert.Throws<InputException>(() => wine.BinaryLabels(7)).Message);
        Assert.Equal(48, wine.BinaryLabels(2).Count(b => b == 1));
    }
}
