using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// The point of least norm of the hull of m vectors, as convex weights, from the matrix of their inner products: a formula for two vectors,
/// Wolfe's algorithm for more (Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11, 1976). In exact scalars the answer is
/// exact; in rounded ones it is a point p of the hull, and min &lt;p, g_i&gt;/|p| bounds the least norm from below.
/// </summary>
/// <remarks>
/// There is no tolerance. Wolfe's algorithm goes from corral to corral while the rounded norm falls, so it ends in every scalar; the last point
/// whose norm fell is kept. Cost: O(m^3) per corral; allocates in the constructor only.
/// </remarks>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="m">How many vectors.</param>
public sealed class MinimumNormPoint<T>(int m)
    where T : struct, INumber<T>
{
    private readonly T[] _weights = new T[m];
    private readonly T[] _trial = new T[m];
    private readonly T[] _affine = new T[m];
    private readonly T[] _system = new T[m * m];
    private readonly int[] _corral = new int[m];
    private int _size;

    /// <summary>The inner products &lt;g_i, g_j&gt;, row-major, to be filled before <see cref="Solve"/>; symmetric.</summary>
    public T[] Gram { get; } = new T[m * m];

    /// <summary>The weights of the nearest point, at least zero with sum one; overwritten by the next call.</summary>
    public ReadOnlySpan<T> Solve()
    {
        switch (m)
        {
            case 1:
                _weights[0] = T.One;
                break;
            case 2:
                SolvePair();
                break;
            default:
                SolveByCorrals();
                break;
        }

        return _weights;
    }

    // lam = -<g_2, g_1 - g_2>/|g_1 - g_2|^2, clipped to [0, 1] by Min and Max so that tracked scalars bound it on either side. For g_1 = g_2 every
    // weight will do.
    private void SolvePair()
    {
        T between = Gram[3] - Gram[1], square = Gram[0] - Gram[1] + between;
        T lam = square <= T.Zero ? T.One : T.Max(T.Zero, T.Min(T.One, between / square));
        (_weights[0], _weights[1]) = (lam, T.One - lam);
    }

    private void SolveByCorrals()
    {
        int shortest = 0;
        for (int i = 1; i < m; i++)
        {
            shortest = Gram[i * m + i] < Gram[shortest * m + shortest] ? i : shortest;
        }

        Array.Clear(_weights);
        _weights[shortest] = T.One;
        (_corral[0], _size) = (shortest, 1);
        T norm = Gram[shortest * m + shortest];
        while (Nearest() is var j && _size < m && !InCorral(j) && Slope(_weights, j) < norm)
        {
            _corral[_size++] = j;
            T last = norm;
            if (!Descend() || (norm = Norm(_trial)) >= last)
            {
                return;
            }

            _trial.CopyTo(_weights, 0);
        }
    }

    /// <summary>trial &lt;- the affine minimiser of a corral inside the present one, by dropping what leaves the hull; false where rounding makes the system singular.</summary>
    private bool Descend()
    {
        _weights.CopyTo(_trial, 0);
        while (SolveAffine())
        {
            T step = T.One;
            int leaving = -1;
            for (int a = 0; a < _size; a++)
            {
                T w = _trial[_corral[a]], v = _affine[a];
                if (v < T.Zero && (leaving < 0 || w / (w - v) < step))
                {
                    (leaving, step) = (a, w / (w - v));
                }
            }

            for (int a = 0; a < _size; a++)
            {
                ref T w = ref _trial[_corral[a]];
                w = leaving < 0 ? _affine[a] : w + step * (_affine[a] - w);
            }

            if (leaving < 0)
            {
                return true;
            }

            _trial[_corral[leaving]] = T.Zero;
            _corral[leaving] = _corral[--_size];
        }

        return false;
    }

    /// <summary>affine &lt;- the weights of the point of least norm of the affine hull: (Q + c 1 1') v = 1, divided by its sum (Wolfe, equation 4.2, scaled).</summary>
    private bool SolveAffine()
    {
        int n = _size;
        T scale = T.Zero;
        for (int a = 0; a < n; a++)
        {
            scale = T.Max(scale, Gram[_corral[a] * m + _corral[a]]);
        }

        scale = T.IsZero(scale) ? T.One : scale;
        for (int a = 0; a < n; a++)
        {
            _affine[a] = T.One;
            for (int b = 0; b < n; b++)
            {
                _system[a * m + b] = Gram[_corral[a] * m + _corral[b]] + scale;
            }
        }

        // Elimination without exchanges: the matrix is positive definite where the corral is affinely independent.
        for (int k = 0; k < n; k++)
        {
            T pivot = _system[k * m + k];
            if (pivot <= T.Zero)
            {
                return false;
            }

            for (int a = k + 1; a < n; a++)
            {
                T factor = _system[a * m + k] / pivot;
                _affine[a] -= factor * _affine[k];
                for (int b = k; b < n; b++)
                {
                    _system[a * m + b] -= factor * _system[k * m + b];
                }
            }
        }

        T sum = T.Zero;
        for (int a = n - 1; a >= 0; a--)
        {
            for (int b = a + 1; b < n; b++)
            {
                _affine[a] -= _system[a * m + b] * _affine[b];
            }

            _affine[a] /= _system[a * m + a];
            sum += _affine[a];
        }

        for (int a = 0; a < n; a++)
        {
            _affine[a] /= sum;
        }

        return true;
    }

    /// <summary>The vector with the smallest inner product with the present point; lowest index among ties.</summary>
    private int Nearest()
    {
        int nearest = 0;
        for (int i = 1; i < m; i++)
        {
            nearest = Slope(_weights, i) < Slope(_weights, nearest) ? i : nearest;
        }

        return nearest;
    }

    private T Slope(T[] weights, int i)
    {
        T sum = T.Zero;
        for (int j = 0; j < m; j++)
        {
            sum += weights[j] * Gram[i * m + j];
        }

        return sum;
    }

    private T Norm(T[] weights)
    {
        T sum = T.Zero;
        for (int i = 0; i < m; i++)
        {
            sum += weights[i] * Slope(weights, i);
        }

        return sum;
    }

    private bool InCorral(int j) => _corral.AsSpan(0, _size).Contains(j);
}
