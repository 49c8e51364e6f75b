using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using TheoryLab.Claims.Fitting;
using Window = TheoryLab.Claims.Fitting.Window;

namespace TheoryLab.Claims.Tests.Fitting;

public sealed class CellRegressionTests
{
    private static readonly Window Points = MakeWindow();

    public static TheoryData<int, bool> Cells()
    {
        TheoryData<int, bool> cells = [];
        for (int kernel = 0; kernel < NoiseKernel.All.Length; kernel++)
        {
            cells.Add(kernel, false);
            cells.Add(kernel, true);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_generalised_least_squares_with_the_full_covariance(int kernel, bool waving)
    {
        Wave? wave = waving ? new Wave(false, 0.31) : null;
        CellRegression regression = new(Points, wave);
        double[] slope = Array.ConvertAll(Points.LogK, x => -x), target = Array.ConvertAll(Points.Z, z => z);
        regression.SetSlope(kernel, slope);
        Cell cell = regression.Solve(kernel, target, hasSlope: true);

        Direct direct = Direct.Solve(kernel, wave, slope, target);
        Assert.Equal(direct.Slope, cell.Slope, 1e-8 * Math.Abs(direct.Slope));
        Assert.Equal(direct.Error, cell.SlopeError, 1e-8 * direct.Error);
        Assert.Equal(direct.Sigma, cell.Sigma, 1e-8 * direct.Sigma);
        Assert.Equal(direct.LogLikelihood, cell.LogLikelihood, 1e-6);
    }

    [Fact]
    public void A_cell_without_slope_has_one_more_degree_of_freedom()
    {
        CellRegression regression = new(Points, null);
        Cell cell = regression.Solve(0, Points.Z, hasSlope: false);
        double mean = Points.Z.Average();
        double rss = Points.Z.Sum(z => (z - mean) * (z - mean)) + (Points.Count * CellRegression.LeastError * CellRegression.LeastError);
        Assert.Equal(Math.Sqrt(rss / (Points.Count - 1)), cell.Sigma, 1e-12);
        Assert.Equal(0, cell.Slope);
    }

    private static Window MakeWindow()
    {
        double[] k = [1, 2, 3, 5, 6, 8, 11, 12, 15, 20, 22, 30, 31, 40, 55, 60, 72, 90, 100, 130, 131, 160, 200, 240];
        double[] z = [.. k.Select((x, i) => (-1.3 * Math.Log(x + 2)) + (0.1 * Math.Sin(3.7 * i * i)))];
        return new Window(k, z, [.. k.Select(x => x - 1)]);
    }

    // The same likelihood from dense algebra: X, Sigma and their determinants, with no whitening and no projection.
    private sealed record Direct(double Slope, double Error, double Sigma, double LogLikelihood)
    {
        public static Direct Solve(int kernel, Wave? wave, double[] slope, double[] target)
        {
            int n = Points.Count;
            Matrix<double> sigma = Matrix<double>.Build.Dense(n, n, (i, j) => Correlation(NoiseKernel.All[kernel], i, j));
            List<double[]> columns = [[.. Enumerable.Repeat(1.0, n)], .. wave?.Columns(Points) ?? [], slope];
            Matrix<double> x = Matrix<double>.Build.DenseOfColumnArrays(columns);
            Vector<double> z = Vector<double>.Build.Dense(target);
            Matrix<double> inverse = sigma.Inverse(), normal = x.Transpose() * inverse * x;
            Vector<double> beta = normal.Solve(x.Transpose() * inverse * z), residual = z - (x * beta);
            double rss = (residual * inverse * residual) + (n * CellRegression.LeastError * CellRegression.LeastError);
            int m = columns.Count, f = n - m;
            double log = (-0.5 * Math.Log(sigma.Determinant())) - (0.5 * Math.Log(normal.Determinant())) + SpecialFunctions.GammaLn(0.5 * f)
                - (0.5 * f * Math.Log(Math.PI * rss)) - ((m - 2) * Math.Log(5));
            return new(beta[m - 1], Math.Sqrt(rss / f * normal.Inverse()[m - 1, m - 1]), Math.Sqrt(rss / f), log);
        }

        private static double Correlation(NoiseKernel kernel, int i, int j)
        {
            double index = Math.Abs(Points.Position[i] - Points.Position[j]);
            return kernel.Axis switch
            {
                KernelAxis.Index => Math.Pow(kernel.Value, index),
                KernelAxis.LogIteration => Math.Exp(-Math.Abs(Math.Log(Points.K[i] / Points.K[j])) / kernel.Value),
                _ => Math.Exp(-Math.Abs(Points.K[i] - Points.K[j]) / (kernel.Value * Points.Span)),
            };
        }
    }
}
