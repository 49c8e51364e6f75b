using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A loss on a data set as a problem.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="loss">The function.</param>
/// <param name="start">x_0.</param>
/// <param name="minimizer">The minimiser, asked for once and only when needed.</param>
/// <param name="gap">f(x) - f*, with x* at hand.</param>
/// <param name="constant">The family's constants.</param>
/// <param name="backend">Who factors; null for L D L' in the scalar.</param>
internal sealed class SmoothLossProblem<T>(
    ISmoothFunction<T> loss, double[] start, Func<T[]> minimizer, Func<HostVector<T>, HostVector<T>, T> gap, Func<string, T?> constant,
    IDenseBackend? backend = null) : SecondOrderProblem<T>
    where T : struct, INumber<T>
{
    private HostVector<T>? _minimizer;

    public override HostVector<T> InitialPoint { get; } = new(FromData(start));

    public override HostVector<T> Minimizer => _minimizer ??= new(minimizer());

    public override T Value(HostVector<T> x) => loss.Value(x.Span);

    public override T PrimalGap(HostVector<T> x) => gap(x, Minimizer);

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

    protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) =>
        loss.HessianProduct(x.Span, direction.Span, result.Span);

    protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix) => loss.CurvatureMatrix(x.Span, curvature, matrix);

    protected override T? FamilyConstant(string name) => constant(name);

    // Only a problem in doubles is given a backend.
    protected override IShiftedFactor<T> NewFactor(int n) => backend is null ? base.NewFactor(n) : (IShiftedFactor<T>)(object)new BackendFactor(n, backend);
}

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
