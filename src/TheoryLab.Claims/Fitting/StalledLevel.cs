using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>The level of a stalled trace: intercepts of all cells near the best one, plus and minus two standard errors and three percent.</summary>
internal static class StalledLevel
{
    // Cells within this of the best in log weight count.
    private const double Reach = 3;
    private const double Deviations = 2;
    private const double OuterDeviations = 2.576;
    private const double Allowance = 0.03;

    public static RateFit Report(RateFit fit, IReadOnlyList<ShapeFit> group)
    {
        double top = group.Max(member => member.Best.LogWeight);
        double estimate = double.NaN, low = double.PositiveInfinity, high = double.NegativeInfinity;
        (double low99, double high99) = (low, high);
        foreach (ShapeFit member in group)
        {
            foreach (WeighedCell cell in member.Cells)
            {
                if (cell.LogWeight <= top - Reach)
                {
                    continue;
                }

                (double level, double error) = Intercept(member, cell);
                (low, high) = (Math.Min(low, level - (Deviations * error)), Math.Max(high, level + (Deviations * error)));
                (low99, high99) = (Math.Min(low99, level - (OuterDeviations * error)), Math.Max(high99, level + (OuterDeviations * error)));
                if (cell.LogWeight == top)
                {
                    estimate = level;
                }
            }
        }

        return fit with
        {
            Estimate = Math.Exp(estimate),
            Low = Math.Exp(low - Allowance),
            High = Math.Exp(high + Allowance),
            Low99 = Math.Exp(low99 - Allowance),
            High99 = Math.Exp(high99 + Allowance),
        };
    }

    // The first coefficient of the common columns: back substitution with R, and the first row of R^-1 for its error.
    private static (double Level, double Error) Intercept(ShapeFit fit, in WeighedCell cell)
    {
        CellRegression regression = fit.Regression;
        Whitening whitening = regression.Kernels[cell.Kernel];
        int n = regression.Window.Count, m = regression.Columns;
        double[] white = new double[n], coefficients = new double[m];
        whitening.Apply(fit.Target(cell), white);
        whitening.Coordinates(white, coefficients);
        whitening.Project(white);
        double rss = Reductions.Dot<double>(white, white) + (n * CellRegression.LeastError * CellRegression.LeastError);

        // row R = e_1, forwards; then the intercept is row . Q'z.
        double level = 0, square = 0;
        double[] row = new double[m];
        for (int j = 0; j < m; j++)
        {
            double sum = j == 0 ? 1 : 0;
            for (int i = 0; i < j; i++)
            {
                sum -= row[i] * whitening.R[i, j];
            }

            row[j] = sum / whitening.R[j, j];
            level += row[j] * coefficients[j];
            square += row[j] * row[j];
        }

        return (level, Math.Sqrt(rss / regression.Freedom(false) * square));
    }
}
