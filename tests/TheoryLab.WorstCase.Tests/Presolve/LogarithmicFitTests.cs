namespace TheoryLab.WorstCase.Tests;

public sealed class LogarithmicFitTests
{
    // The fit stops when its normal equations hold to 0.01; with the three or four equations here that is 0.01 in an unknown as well, up to their condition.
    private const double Accuracy = 0.05;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, -13)]
    [InlineData(-27, 40)]
    public void Units_of_a_statement_are_found(int unitOfVector, int unitOfValue)
    {
        // Row 2: |v|^2 <= u^2. Row 3: w - <v, v> w/u^2 = 0, all in units u of v and w of the value.
        LogarithmicFit fit = new(4);
        fit.Add(0, 0, 2, 1);
        fit.Add(-1, -1, 2, Math.ScaleB(1, 2 * unitOfVector));
        fit.Add(1, -1, 3, 1);
        fit.Add(0, 0, 3, Math.ScaleB(1, unitOfValue - (2 * unitOfVector)));
        fit.Add(-1, -1, 3, Math.ScaleB(1, unitOfValue));
        double[] x = fit.Solve();
        Assert.Equal(unitOfVector, x[0], Accuracy);
        Assert.Equal(unitOfValue, x[1], Accuracy);
        Assert.Equal(2 * unitOfVector, x[2], Accuracy);
        Assert.Equal(unitOfValue, x[3], Accuracy);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-60)]
    [InlineData(0)]
    public void A_coefficient_that_is_nearly_zero_does_not_count(double rounding)
    {
        // Two rows agree that everything is of the size of one.
        LogarithmicFit fit = new(4);
        for (int row = 2; row < 4; row++)
        {
            fit.Add(0, -1, row, 1);
            fit.Add(1, -1, row, 1);
            fit.Add(-1, -1, row, 1);
        }

        fit.Add(0, 1, 2, rounding);
        Assert.All(fit.Solve(), x => Assert.Equal(0, x, Accuracy));
    }

    [Fact]
    public void Without_equations_nothing_is_scaled() => Assert.Equal([0, 0], new LogarithmicFit(2).Solve());
}
