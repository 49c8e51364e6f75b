using TheoryLab.Core;

namespace TheoryLab.Native;

/// <summary>
/// Dense linear algebra by OpenBLAS. Its order of additions depends on the processor and, with several threads, on their number: results of one machine are
/// repeatable, those of two machines differ by rounding.
/// </summary>
public sealed unsafe class OpenBlasBackend : IDenseBackend
{
    /// <summary>The name of this backend.</summary>
    public const string OpenBlasName = "openblas";

    private const int RowMajor = 101;
    private const int NoTranspose = 111;
    private const int Transpose = 112;
    private const int Lower = 122;
    private const byte Upper = (byte)'U';
    private readonly OpenBlasLibrary _library;

    private OpenBlasBackend(OpenBlasLibrary library) => _library = library;

    /// <inheritdoc/>
    public string Name => OpenBlasName;

    /// <inheritdoc/>
    public string Description => _library.Description;

    /// <summary>Loads OpenBLAS: THEORYLAB_OPENBLAS_PATH, a file or a folder, or else where the system looks. One thread, unless OPENBLAS_NUM_THREADS says otherwise.</summary>
    /// <exception cref="InputException">It is not there; the message says how to get it.</exception>
    public static OpenBlasBackend Open() => new(OpenBlasLibrary.Load());

    /// <inheritdoc/>
    public void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Rows, a.Columns, x.Length, y.Length);
        Multiply(NoTranspose, a, x, y);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Columns, a.Rows, x.Length, y.Length);
        Multiply(Transpose, a, x, y);
    }

    /// <inheritdoc/>
    public void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckSquare(a);
        DenseShapes.CheckVectors(a.Rows, a.Columns, x.Length, y.Length);
        if (a.Rows == 0)
        {
            return;
        }

        fixed (double* pa = a.Entries, px = x, py = y)
        {
            _library.Symv(RowMajor, Lower, a.Rows, 1, pa, a.Stride, px, 1, 0, py, 1);
        }
    }

    /// <inheritdoc/>
    public void Product(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, MatrixSpan c)
    {
        DenseShapes.CheckProduct(a, b, c);
        if (c.Rows == 0 || c.Columns == 0 || a.Columns == 0)
        {
            for (int i = 0; i < c.Rows; i++)
            {
                c.Row(i).Clear();
            }

            return;
        }

        fixed (double* pa = a.Entries, pb = b.Entries, pc = c.Entries)
        {
            _library.Gemm(RowMajor, NoTranspose, NoTranspose, c.Rows, c.Columns, a.Columns, 1, pa, a.Stride, pb, b.Stride, 0, pc, c.Stride);
        }
    }

    /// <inheritdoc/>
    public void Gram(ReadOnlyMatrixSpan a, MatrixSpan c)
    {
        DenseShapes.CheckGram(a, c);
        if (a.Rows == 0 || a.Columns == 0)
        {
            for (int i = 0; i < c.Rows; i++)
            {
                c.Row(i)[..(i + 1)].Clear();
            }

            return;
        }

        fixed (double* pa = a.Entries, pc = c.Entries)
        {
            _library.Syrk(RowMajor, Lower, Transpose, a.Columns, a.Rows, 1, pa, a.Stride, 0, pc, c.Stride);
        }
    }

    /// <inheritdoc/>
    public int Factor(MatrixSpan a)
    {
        DenseShapes.CheckSquare(a);
        int n = a.Rows, stride = a.Stride, info = 0;
        if (n == 0)
        {
            return -1;
        }

        // What is lower by rows is upper by columns, where A = U'U with U = L'.
        byte upper = Upper;
        fixed (double* pa = a.Entries)
        {
            _library.Potrf(&upper, &n, pa, &stride, &info, 1);
        }

        Check(info, "dpotrf");
        return info > 0 ? info - 1 : FirstBadPivot(a);
    }

    /// <inheritdoc/>
    public void Solve(ReadOnlyMatrixSpan factor, Span<double> x)
    {
        DenseShapes.CheckSquare(factor);
        DenseShapes.CheckVectors(factor.Rows, factor.Rows, x.Length, x.Length);
        int n = factor.Rows, one = 1, stride = factor.Stride, info = 0;
        if (n == 0)
        {
            return;
        }

        byte upper = Upper;
        fixed (double* pa = factor.Entries, px = x)
        {
            _library.Potrs(&upper, &n, &one, pa, &stride, px, &n, &info, 1);
        }

        Check(info, "dpotrs");
    }

    private void Multiply(int transpose, ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.IsEmpty || y.IsEmpty)
        {
            y.Clear();
            return;
        }

        fixed (double* pa = a.Entries, px = x, py = y)
        {
            _library.Gemv(RowMajor, transpose, a.Rows, a.Columns, 1, pa, a.Stride, px, 1, 0, py, 1);
        }
    }

    // OpenBLAS lets a NaN pass, and an infinity.
    private static int FirstBadPivot(ReadOnlyMatrixSpan factor)
    {
        for (int i = 0; i < factor.Rows; i++)
        {
            if (!double.IsFinite(factor.Row(i)[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static void Check(int info, string function)
    {
        if (info < 0)
        {
            throw new InvalidOperationException($"OpenBLAS's {function} refused its argument {-info}.");
        }
    }
}
