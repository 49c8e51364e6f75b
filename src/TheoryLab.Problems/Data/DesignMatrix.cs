using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>What families on data sets do with the matrix of features.</summary>
internal static class DesignMatrix
{
    /// <summary>max |a_i|, rounded up, so that it is a bound in every scalar.</summary>
    public static double LargestRow(double[] matrix, int rows)
    {
        int n = matrix.Length / rows;
        double largest = Enumerable.Range(0, rows).Max(i => Reductions.Dot<double>(matrix.AsSpan(i * n, n), matrix.AsSpan(i * n, n)));

        // A sum of n squares is off by n rounding units at most, the root by one more.
        return Math.Sqrt(largest) * (1 + ((n + 2) * Math.ScaleB(1, -52)));
    }

    /// <summary>The matrix in a scalar; doubles are shared, not copied, and nobody may write to them.</summary>
    public static T[] In<T>(double[] matrix)
        where T : struct, INumber<T> => typeof(T) == typeof(double) ? (T[])(object)matrix : Array.ConvertAll(matrix, ScalarMath.From<T>);

    /// <summary>The rows b_i a_i, which are all that losses of b_i a_i'w need.</summary>
    public static double[] Signed(DataSet data, double[] labels) =>
        [.. Checked(data.Matrix, data.Name).Select((value, i) => labels[i / data.Features] * value)];

    /// <summary>lambda_max(A'A)/(factor m) + reg, rounded up, so that it is a smoothness constant in every scalar.</summary>
    public static double Smoothness(DataSet data, int factor, double regularization) =>
        Math.BitIncrement(Math.BitIncrement(CertifiedEigenvalue.LargestOfGram(data.Matrix, data.Rows) / ((double)factor * data.Rows)) + regularization);

    /// <summary>lambda_min(A'A)/m + reg, rounded down, so that it is a strong convexity constant in every scalar.</summary>
    public static double StrongConvexity(DataSet data, double regularization)
    {
        double curvature = Math.Max(0, Math.BitDecrement(CertifiedEigenvalue.SmallestOfGram(data.Matrix, data.Rows) / data.Rows));
        return curvature == 0 ? regularization : Math.BitDecrement(curvature + regularization);
    }

    /// <summary>The numbers themselves, if their squares can be added with room for rounding.</summary>
    /// <exception cref="InputException">They are too large.</exception>
    public static double[] Checked(double[] numbers, string name) => double.IsFinite(2 * Reductions.Dot<double>(numbers, numbers))
        ? numbers
        : throw new InputException($"The values of {name} are too large to be squared; rescale or standardise them.");
}
