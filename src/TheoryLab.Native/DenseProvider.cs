using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Native;

/// <summary>
/// A provider for MathNet whose products of double matrices and Cholesky factors come from a dense backend; the rest is MathNet's managed provider. To use it, assign
/// it to <see cref="LinearAlgebraControl.Provider"/>, which is MathNet's own switch for the whole process; nothing here does so. MathNet sends a matrix times a vector
/// as a product with one column: that goes to the backend's product with a vector.
/// </summary>
/// <param name="backend">The backend.</param>
public sealed partial class DenseProvider(IDenseBackend backend) : ILinearAlgebraProvider
{
    private readonly ManagedLinearAlgebraProvider _managed = ManagedLinearAlgebraProvider.Instance;

    /// <inheritdoc/>
    public bool IsAvailable() => true;

    /// <inheritdoc/>
    public void InitializeVerify() => _managed.InitializeVerify();

    /// <inheritdoc/>
    public void FreeResources() => _managed.FreeResources();

    /// <inheritdoc/>
    public override string ToString() => $"TheoryLab: {backend.Description}";

    /// <inheritdoc/>
    public void MatrixMultiply(double[] x, int rowsX, int columnsX, double[] y, int rowsY, int columnsY, double[] result) =>
        MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    /// <inheritdoc/>
    public void MatrixMultiplyWithUpdate(
        Transpose transposeA, Transpose transposeB, double alpha, double[] a, int rowsA, int columnsA, double[] b, int rowsB, int columnsB, double beta, double[] c)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(c);
        bool transposed = transposeA != Transpose.DontTranspose;
        if (alpha != 1 || beta != 0 || transposeB != Transpose.DontTranspose || ReferenceEquals(a, c) || ReferenceEquals(b, c) || (transposed && columnsB != 1))
        {
            _managed.MatrixMultiplyWithUpdate(transposeA, transposeB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c);
            return;
        }

        // What MathNet stores by columns is the transposed matrix stored by rows: C' = B'A'.
        ReadOnlyMatrixSpan at = new(a, columnsA, rowsA);
        if (transposed)
        {
            backend.Multiply(at, b.AsSpan(0, rowsB), c.AsSpan(0, columnsA));
        }
        else if (columnsB == 1)
        {
            backend.MultiplyTransposed(at, b.AsSpan(0, rowsB), c.AsSpan(0, rowsA));
        }
        else
        {
            backend.Product(new(b, columnsB, rowsB), at, new(c, columnsB, rowsA));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public void CholeskyFactor(double[] a, int order)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (backend.Factor(new(a, order, order)) is >= 0 and int pivot)
        {
            throw new ArgumentException($"The matrix is not positive definite: pivot {pivot} is not positive.", nameof(a));
        }

        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (a[(j * order) + i], a[(i * order) + j]) = (a[(i * order) + j], 0);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public void CholeskySolve(double[] a, int orderA, double[] b, int columnsB)
    {
        ArgumentNullException.ThrowIfNull(a);
        double[] factor = [.. a];
        CholeskyFactor(factor, orderA);
        CholeskySolveFactored(factor, orderA, b, columnsB);
    }

    /// <inheritdoc/>
    public void CholeskySolveFactored(double[] a, int orderA, double[] b, int columnsB)
    {
        ArgumentNullException.ThrowIfNull(a);
        double[] byRows = new double[orderA * orderA];
        for (int i = 0; i < orderA; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                byRows[(i * orderA) + j] = a[(j * orderA) + i];
            }
        }

        for (int column = 0; column < columnsB; column++)
        {
            backend.Solve(new(byRows, orderA, orderA), b.AsSpan(column * orderA, orderA));
        }
    }
}
