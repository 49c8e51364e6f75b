using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A = L D L' with L unit lower triangular and D diagonal, for symmetric positive definite A (Golub and Van Loan, Matrix Computations, section 4.1).
/// No roots are taken, so every scalar can be used. Rows are contiguous: the work is inner products of rows by <see cref="Reductions"/>, n^3/6
/// products to factor and n^2 to solve; doubles beyond order 64 are factored in blocks (<see cref="BlockedLdl"/>). Nothing is allocated after construction.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="n">The order of A.</param>
public sealed class LdlFactor<T>(int n) : IShiftedFactor<T>
    where T : struct, INumberBase<T>
{
    private readonly T[] _rows = new T[n * n];
    private readonly T[] _pivots = new T[n];
    private readonly T[] _scaled = new T[typeof(T) == typeof(double) ? BlockedLdl.Scratch(n) : n];

    /// <inheritdoc/>
    public Span<T> Matrix => _rows;

    /// <summary>D, after <see cref="Factor"/>.</summary>
    public ReadOnlySpan<T> Pivots => _pivots;

    /// <summary>Factors the matrix that was written to <see cref="Matrix"/>, plus shift I. Pivots are not checked.</summary>
    /// <param name="shift">Added to the diagonal.</param>
    public void Factor(T shift)
    {
        if (typeof(T) == typeof(double) && n > BlockedLdl.Block)
        {
            BlockedLdl.Factor((double[])(object)_rows, (double[])(object)_pivots, (double[])(object)_scaled, (double)(object)shift);
            return;
        }

        for (int i = 0; i < n; i++)
        {
            // With w_j = l_ij d_j: w_j = a_ij - sum over k < j of w_k l_jk.
            Span<T> row = Row(i), w = _scaled.AsSpan(0, i);
            for (int j = 0; j < i; j++)
            {
                w[j] = row[j] - Reductions.Dot<T>(w[..j], Row(j)[..j]);
            }

            for (int j = 0; j < i; j++)
            {
                row[j] = w[j] / _pivots[j];
            }

            _pivots[i] = row[i] + shift - Reductions.Dot<T>(w, row[..i]);
        }
    }

    /// <inheritdoc/>
    public void Solve(Span<T> x)
    {
        for (int i = 0; i < n; i++)
        {
            x[i] -= Reductions.Dot<T>(Row(i)[..i], x[..i]);
        }

        for (int i = 0; i < n; i++)
        {
            x[i] /= _pivots[i];
        }

        for (int i = n - 1; i > 0; i--)
        {
            HostKernels.Combine<T>(x[..i], T.One, x[..i], -x[i], Row(i)[..i]);
        }
    }

    private Span<T> Row(int i) => _rows.AsSpan(i * n, n);
}
