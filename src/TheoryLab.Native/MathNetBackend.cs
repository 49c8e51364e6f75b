using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Native;

/// <summary>
/// Dense linear algebra by a provider of MathNet, which wants whole arrays stored by columns: every call copies. What is stored by rows is the transposed matrix
/// stored by columns, so nothing is transposed in memory.
/// </summary>
/// <param name="name">The word for it in options and results.</param>
/// <param name="provider">The provider, initialised.</param>
public sealed class MathNetBackend(string name, ILinearAlgebraProvider provider) : IDenseBackend
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => provider.ToString() ?? name;

    /// <inheritdoc/>
    public void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Rows, a.Columns, x.Length, y.Length);
        Multiply(Transpose.Transpose, a, x, y);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Columns, a.Rows, x.Length, y.Length);
        Multiply(Transpose.DontTranspose, a, x, y);
    }

    /// <inheritdoc/>
    public void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckSquare(a);
        Multiply(new ReadOnlyMatrixSpan(Symmetric(a), a.Rows, a.Columns), x, y);
    }

    /// <inheritdoc/>
    public void Product(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, MatrixSpan c)
    {
        DenseShapes.CheckProduct(a, b, c);

        // By columns the arrays hold A', B' and C' = B'A'.
        double[] result = new double[c.Rows * c.Columns];
        if (result.Length > 0 && a.Columns > 0)
        {
            provider.MatrixMultiply(Packed(b), b.Columns, b.Rows, Packed(a), a.Columns, a.Rows, result);
        }

        for (int i = 0; i < c.Rows; i++)
        {
            result.AsSpan(i * c.Columns, c.Columns).CopyTo(c.Row(i));
        }
    }

    /// <inheritdoc/>
    public void Gram(ReadOnlyMatrixSpan a, MatrixSpan c)
    {
        DenseShapes.CheckGram(a, c);
        int n = a.Columns;
        double[] packed = Packed(a), result = new double[n * n];
        if (packed.Length > 0)
        {
            provider.MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.Transpose, 1, packed, n, a.Rows, packed, n, a.Rows, 0, result);
        }

        CopyLower(result, c);
    }

    /// <inheritdoc/>
    public int Factor(MatrixSpan a)
    {
        DenseShapes.CheckSquare(a);
        int n = a.Rows;
        double[] factor = Symmetric(a);
        try
        {
            provider.CholeskyFactor(factor, n);
        }
        catch (ArgumentException)
        {
            // MathNet tells that there is no factor, but not where it fails.
            return LowerFactor.Factor(a) is >= 0 and int pivot ? pivot : n - 1;
        }

        for (int i = 0; i < n; i++)
        {
            if (!double.IsFinite(factor[(i * n) + i]))
            {
                return i;
            }

            for (int j = 0; j <= i; j++)
            {
                a.Row(i)[j] = factor[(j * n) + i];
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public void Solve(ReadOnlyMatrixSpan factor, Span<double> x)
    {
        DenseShapes.CheckSquare(factor);
        DenseShapes.CheckVectors(factor.Rows, factor.Rows, x.Length, x.Length);
        if (x.IsEmpty)
        {
            return;
        }

        int n = factor.Rows;
        double[] byColumns = new double[n * n], solution = x.ToArray();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                byColumns[(j * n) + i] = factor.Row(i)[j];
            }
        }

        provider.CholeskySolveFactored(byColumns, n, solution, 1);
        solution.CopyTo(x);
    }

    private void Multiply(Transpose transpose, ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        y.Clear();
        if (x.IsEmpty || y.IsEmpty)
        {
            return;
        }

        double[] result = new double[y.Length];
        provider.MatrixMultiplyWithUpdate(transpose, Transpose.DontTranspose, 1, Packed(a), a.Columns, a.Rows, x.ToArray(), x.Length, 1, 0, result);
        result.CopyTo(y);
    }

    private static double[] Packed(ReadOnlyMatrixSpan a)
    {
        double[] packed = new double[a.Rows * a.Columns];
        for (int i = 0; i < a.Rows; i++)
        {
            a.Row(i).CopyTo(packed.AsSpan(i * a.Columns));
        }

        return packed;
    }

    private static double[] Symmetric(ReadOnlyMatrixSpan lower)
    {
        int n = lower.Rows;
        double[] full = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                full[(i * n) + j] = full[(j * n) + i] = lower.Row(i)[j];
            }
        }

        return full;
    }

    private static void CopyLower(double[] full, MatrixSpan target)
    {
        for (int i = 0; i < target.Rows; i++)
        {
            full.AsSpan(i * target.Columns, i + 1).CopyTo(target.Row(i));
        }
    }
}
