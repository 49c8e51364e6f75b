using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A = L D L' with L unit lower triangular and D diagonal, for symmetric positive definite A (Golub and Van Loan, Matrix Computations, section 4.1).
/// No roots are taken, so every scalar can be used. Rows are contiguous: the work is inner products of rows by <see cref="Reductions"/>, n^3/6
/// products to factor and n^2 to solve. Nothing is allocated after construction.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="n">The order of A.</param>
public sealed class LdlFactor<T>(int n)
    where T : struct, INumberBase<T>
{
    private readonly T[] _rows = new T[n * n];
    private readonly T[] _pivots = new T[n];
    private readonly T[] _scaled = new T[n];

    /// <summary>Room for A, row-major, of which the lower triangle is read by <see cref="Factor"/> and then overwritten by L.</summary>
    public Span<T> Matrix => _rows;

    /// <summary>D, after <see cref="Factor"/>.</summary>
    public ReadOnlySpan<T> Pivots => _pivots;

    /// <summary>Factors the matrix that was written to <see cref="Matrix"/>, plus shift I. Pivots are not checked.</summary>
    /// <param name="shift">Added to the diagonal.</param>
    public void Factor(T shift)
    {
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

    /// <summary>x &lt;- A^-1 x.</summary>
    /// <param name="x">The right-hand side and the solution, n components.</param>
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
