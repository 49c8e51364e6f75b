using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TheoryLab.Core;

/// <summary>
/// Dense linear algebra in C#, on one thread: <see cref="VectorProducts"/>, <see cref="MatrixKernels"/> and <see cref="LowerFactor"/>. Every entry is computed in
/// an order that depends on the shapes only, so the result is the same bits on any register width.
/// </summary>
public sealed class ManagedBackend : IDenseBackend
{
    /// <summary>The name of this backend.</summary>
    public const string ManagedName = "managed";

    // Rows of B that are transposed at once: the length of the rows that MatrixKernels likes best.
    private const int Depth = 512;

    // C is computed in blocks of this many rows where only its lower triangle is wanted.
    private const int TriangleBlock = 64;

    /// <inheritdoc/>
    public string Name => ManagedName;

    /// <inheritdoc/>
    public string Description => $"C# on registers of {Vector<double>.Count} doubles, one thread";

    /// <inheritdoc/>
    public void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y) => VectorProducts.Multiply(a, x, y);

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y) => VectorProducts.MultiplyTransposed(a, x, y);

    /// <inheritdoc/>
    public void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y) => VectorProducts.MultiplySymmetric(a, x, y);

    /// <inheritdoc/>
    public void Product(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, MatrixSpan c)
    {
        DenseShapes.CheckProduct(a, b, c);
        for (int i = 0; i < c.Rows; i++)
        {
            c.Row(i).Clear();
        }

        int n = b.Columns;
        double[] transposed = ArrayPool<double>.Shared.Rent(n * Math.Min(Depth, b.Rows));
        for (int k0 = 0; k0 < b.Rows && a.Rows > 0; k0 += Depth)
        {
            int depth = Math.Min(Depth, b.Rows - k0);
            Transpose(b, k0, depth, transposed);
            MatrixKernels.AddProductTransposed(c.Entries, c.Stride, a.Entries[k0..], a.Stride, transposed, depth, a.Rows, n, depth, 1);
        }

        ArrayPool<double>.Shared.Return(transposed);
    }

    /// <inheritdoc/>
    public void Gram(ReadOnlyMatrixSpan a, MatrixSpan c)
    {
        DenseShapes.CheckGram(a, c);
        int n = a.Columns;
        for (int i = 0; i < n; i++)
        {
            c.Row(i)[..(i + 1)].Clear();
        }

        double[] transposed = ArrayPool<double>.Shared.Rent(n * Math.Min(Depth, a.Rows));
        Span<double> square = stackalloc double[TriangleBlock * TriangleBlock];
        for (int k0 = 0; k0 < a.Rows; k0 += Depth)
        {
            int depth = Math.Min(Depth, a.Rows - k0);
            Transpose(a, k0, depth, transposed);
            for (int i = 0; i < n; i += TriangleBlock)
            {
                int height = Math.Min(TriangleBlock, n - i);
                ReadOnlySpan<double> rows = transposed.AsSpan(i * depth);
                MatrixKernels.AddProductTransposed(c.Entries[(i * c.Stride)..], c.Stride, rows, depth, transposed, depth, height, i, depth, 1);

                // The block on the diagonal goes through a copy, since the upper triangle of C is not ours.
                square.Clear();
                MatrixKernels.AddProductTransposed(square, height, rows, depth, rows, depth, height, height, depth, 1);
                for (int r = 0; r < height; r++)
                {
                    MatrixKernels.AddScaled(1, square.Slice(r * height, r + 1), c.Row(i + r).Slice(i, r + 1));
                }
            }
        }

        ArrayPool<double>.Shared.Return(transposed);
    }

    /// <inheritdoc/>
    public int Factor(MatrixSpan a)
    {
        DenseShapes.CheckSquare(a);
        return LowerFactor.Factor(a);
    }

    /// <inheritdoc/>
    public void Solve(ReadOnlyMatrixSpan factor, Span<double> x)
    {
        DenseShapes.CheckSquare(factor);
        DenseShapes.CheckVectors(factor.Rows, factor.Rows, x.Length, x.Length);
        LowerFactor.SolveForward(factor.Entries, factor.Stride, factor.Rows, x);
        LowerFactor.SolveBackward(factor.Entries, factor.Stride, factor.Rows, x);
    }

    /// <summary>target &lt;- rows k0 to k0 + depth of B, transposed, in squares that fit the first-level cache.</summary>
    private static void Transpose(ReadOnlyMatrixSpan b, int k0, int depth, Span<double> target)
    {
        const int Square = 16;
        ref double to = ref MemoryMarshal.GetReference(target);
        for (int r0 = 0; r0 < depth; r0 += Square)
        {
            for (int j0 = 0; j0 < b.Columns; j0 += Square)
            {
                for (int r = r0; r < Math.Min(depth, r0 + Square); r++)
                {
                    ReadOnlySpan<double> row = b.Row(k0 + r);
                    for (int j = j0; j < Math.Min(row.Length, j0 + Square); j++)
                    {
                        System.Runtime.CompilerServices.Unsafe.Add(ref to, ((nint)j * depth) + r) = row[j];
                    }
                }
            }
        }
    }
}
