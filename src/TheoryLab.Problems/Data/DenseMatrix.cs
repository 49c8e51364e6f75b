using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Symmetric matrices with all their entries, for <see cref="QuadraticForm"/>.</summary>
internal static class DenseMatrix
{
    // Eight gigabytes, and below the longest array.
    private const int LargestOrder = 32_768;

    /// <summary>All entries of a matrix given by its nonzeros.</summary>
    public static double[] Of(SymmetricMatrix<double> matrix)
    {
        Check(matrix.Order);
        return matrix.Dense();
    }

    /// <summary>The Hessian of a quadratic, column by column in double-doubles, rounded once; n products.</summary>
    public static double[] OfHessian(IHessianOracle<HostVector<DoubleDouble>> quadratic, int n)
    {
        Check(n);
        double[] matrix = new double[(long)n * n];
        HostVector<DoubleDouble> unit = new(new DoubleDouble[n]), column = unit.NewLike(), anywhere = unit.NewLike();
        for (int j = 0; j < n; j++)
        {
            unit[j] = DoubleDouble.One;
            quadratic.HessianProduct(anywhere, unit, column);
            unit[j] = DoubleDouble.Zero;

            // One triangle decides, so that rounding leaves the matrix symmetric.
            for (int i = j; i < n; i++)
            {
                matrix[((long)i * n) + j] = matrix[((long)j * n) + i] = ScalarMath.ToDouble(column[i]);
            }
        }

        return matrix;
    }

    private static void Check(int n)
    {
        if (n > LargestOrder)
        {
            throw new InputException($"A dense matrix of order {n} is beyond the largest one, {LargestOrder}; choose a smaller dimension, or --backend managed.");
        }
    }
}
