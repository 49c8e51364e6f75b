using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>With which probabilities a random method chooses its block.</summary>
public enum BlockSampling
{
    /// <summary>All alike.</summary>
    Uniform,

    /// <summary>In proportion to the sum of L_i over the block.</summary>
    Smoothness,
}

/// <summary>
/// The exact second moments M_k = E x_k x_k' of random block coordinate descent on f(x) = x'Ax/2, each step the minimiser over its block. No random
/// number is drawn: E f(x_k) = tr(A M_k)/2.
/// </summary>
/// <remarks>
/// A step with block B multiplies x by P_B = I - E_B A_BB^-1 A_B, A_B the rows of A. With W = blkdiag(A)^-1 A M and V = W A blkdiag(A)^-1, the sum of
/// p_B P_B M P_B' over the blocks is M - (p W + (p W)') + p blkdiag(V), where row i carries the probability p of its block. With blocks of one
/// coordinate A_BB = L_i, and the step is the gradient step 1/L_i. A step costs the nonzeros of A times n.
/// </remarks>
/// <param name="Size">Coordinates per block, consecutive; the last block takes the rest.</param>
/// <param name="Sampling">The probabilities.</param>
public sealed record BlockMoments(int Size = 1, BlockSampling Sampling = BlockSampling.Uniform) : IMomentMethod
{
    /// <inheritdoc/>
    public string Name => this == new BlockMoments()
        ? "block-moments"
        : string.Create(CultureInfo.InvariantCulture, $"block-moments(size={Size}, sampling={Sampling})");

    /// <inheritdoc/>
    public string UpdateRule => string.Create(
        CultureInfo.InvariantCulture,
        $"exact expectation of: x_B <- x_B - A_BB^-1 (A x)_B, B a random block of {Size}, {(Sampling == BlockSampling.Uniform ? "uniform" : "p_B = sum over B of L_i / sum L_j")};  M_{{k+1}} = M - (pW + (pW)') + p blkdiag(V),  W = blkdiag(A)^-1 A M,  V = W A blkdiag(A)^-1");

    /// <inheritdoc/>
    public string Source => "Nesterov, Efficiency of coordinate descent methods on huge-scale optimization problems, SIAM Journal on Optimization 22, 2012; moments: derived";

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(IMomentOracle<T> problem, HostVector<T> m0, MethodSetup<T> setup)
        where T : struct, INumber<T> => new Iteration<T>(this, problem, m0);

    private sealed class Iteration<T> : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly IMomentOracle<T> _problem;
        private readonly HostVector<T> _m;
        private readonly HostVector<T> _w;
        private readonly T[] _a;
        private readonly T[] _p;
        private readonly T[] _v;
        private readonly T[] _column;
        private readonly LdlFactor<T>[] _factors;
        private readonly int _n;
        private readonly int _size;

        public Iteration(BlockMoments method, IMomentOracle<T> problem, HostVector<T> m0)
        {
            (_problem, _n, _size) = (problem, problem.Order, Math.Min(method.Size, problem.Order));
            (_m, _w) = (m0.Copy(), m0.NewLike());
            (_a, _p, _v, _column) = (new T[_n * _n], new T[_n], new T[_n * _size], new T[_size]);
            for (int i = 0; i < _n * _n; i++)
            {
                _a[i] = problem.Entry(i / _n, i % _n);
            }

            int blocks = (_n + _size - 1) / _size;
            T trace = T.Zero;
            for (int i = 0; i < _n; i++)
            {
                trace += A(i, i);
            }

            _factors = [.. Enumerable.Range(0, blocks).Select(b => FactorOf(b * _size))];
            for (int i = 0; i < _n; i++)
            {
                int first = First(i);
                T own = T.Zero;
                for (int j = first; j < End(first); j++)
                {
                    own += A(j, j);
                }

                _p[i] = method.Sampling == BlockSampling.Uniform ? T.One / ScalarMath.From<T>(blocks) : own / trace;
            }
        }

        public HostVector<T> Iterate => _m;

        public void Step(int k)
        {
            _problem.Multiply(_m, _w);
            for (int first = 0; first < _n; first += _size)
            {
                Project(first);
            }

            // M - (p W + (p W)') + p blkdiag(V).
            Span<T> m = _m.Span, w = _w.Span;
            for (int i = 0; i < _n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    T next = m[(i * _n) + j] - (_p[i] * w[(i * _n) + j] + _p[j] * w[(j * _n) + i]);
                    next += First(i) == First(j) ? _p[i] * _v[(i * _size) + j - First(i)] : T.Zero;
                    (m[(i * _n) + j], m[(j * _n) + i]) = (next, next);
                }
            }
        }

        /// <summary>In the rows of a block: V_BB &lt;- A_BB^-1 (A M A)_BB A_BB^-1, then W_B &lt;- A_BB^-1 (A M)_B.</summary>
        private void Project(int first)
        {
            int end = End(first), size = end - first;
            LdlFactor<T> factor = _factors[first / _size];
            Span<T> w = _w.Span, column = _column.AsSpan(0, size);
            for (int j = 0; j < _n; j++)
            {
                for (int i = first; i < end; i++)
                {
                    column[i - first] = w[(i * _n) + j];
                }

                factor.Solve(column);
                for (int i = first; i < end; i++)
                {
                    w[(i * _n) + j] = column[i - first];
                }
            }

            for (int i = first; i < end; i++)
            {
                Span<T> v = _v.AsSpan(i * _size, size);
                for (int j = first; j < end; j++)
                {
                    v[j - first] = Reductions.Dot<T>(w.Slice(i * _n, _n), _a.AsSpan(j * _n, _n));
                }

                factor.Solve(v);
            }
        }

        private LdlFactor<T> FactorOf(int first)
        {
            int size = End(first) - first;
            LdlFactor<T> factor = new(size);
            for (int i = 0; i < size * size; i++)
            {
                factor.Matrix[i] = A(first + (i / size), first + (i % size));
            }

            factor.Factor(T.Zero);
            return factor;
        }

        private T A(int i, int j) => _a[(i * _n) + j];

        private int First(int i) => i / _size * _size;

        private int End(int first) => Math.Min(first + _size, _n);
    }
}
