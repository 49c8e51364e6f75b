using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The objective of <see cref="SplittingNetwork"/> in one scalar, with its five block minimisers. Matrices are stored row by row.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class NetworkProblem<T> : HostProblem<T>, IBlockProximalOracle<T>
    where T : struct, INumber<T>
{
    private readonly (int Inputs, int Hidden, int Outputs, int Samples) _shape;
    private readonly bool _positivePart;
    private readonly T _g;
    private readonly T _a;
    private readonly T[] _x;
    private readonly T[] _y;
    private readonly int[] _offsets;
    private readonly LdlFactor<T> _hiddenFactor;
    private readonly LdlFactor<T> _inputFactor;
    private readonly T[] _hiddenColumn;
    private readonly T[] _inputColumn;

    public NetworkProblem((int Inputs, int Hidden, int Outputs, int Samples) shape, bool positivePart, double[] inputs, double[] targets, double[] start, T g, T a)
    {
        (_shape, _positivePart, _g, _a, _x, _y) = (shape, positivePart, g, a, FromData(inputs), FromData(targets));
        (int d, int h, int o, int m) = shape;
        _offsets = [0, h * d, (h * d) + (h * m), (h * d) + (2 * h * m), (h * d) + (2 * h * m) + (o * h), start.Length];
        (_hiddenFactor, _inputFactor, _hiddenColumn, _inputColumn) = (new(h), new(d), new T[h], new T[d]);
        InitialPoint = new(FromData(start));
    }

    public override bool HasMinimizer => false;

    public override HostVector<T> InitialPoint { get; }

    public override HostVector<T> Minimizer => throw new InputException("No minimiser of a network is known; choose a measure that needs none.");

    public int BlockCount => 5;

    public override T PrimalGap(HostVector<T> x) => throw new InputException("The minimum of a network is not known; choose a measure that does not need it.");

    public override T Value(HostVector<T> x)
    {
        Parts p = Split(x);
        (_, int h, int o, int m) = _shape;
        T loss = T.Zero, penalty = T.Zero;
        for (int s = 0; s < m; s++)
        {
            for (int i = 0; i < o; i++)
            {
                loss += Square(p.V2[(i * m) + s] - _y[(i * m) + s]);
                penalty += Square(p.V2[(i * m) + s] - Product(p.W2, p.V1, i, s, h));
            }

            for (int i = 0; i < h; i++)
            {
                penalty += Square(p.V1[(i * m) + s] - Activate(p.U1[(i * m) + s])) + Square(p.U1[(i * m) + s] - Product(p.W1, _x, i, s, _shape.Inputs));
            }
        }

        return (loss + _g * penalty) / Two;
    }

    public void MinimizeBlock(int block, T weight, HostVector<T> x)
    {
        CountCall();
        Parts p = Split(x);
        switch (block)
        {
            case 0:
                SolveWeights(p.W1, p.U1, _x, _inputFactor, _inputColumn, _shape.Hidden, weight);
                break;
            case 1:
                SolveInputs(p, weight);
                break;
            case 2:
                SolveOutputs(p, weight);
                break;
            case 3:
                SolveWeights(p.W2, p.V2, p.V1, _hiddenFactor, _hiddenColumn, _shape.Outputs, weight);
                break;
            default:
                SolveLast(p, weight);
                break;
        }
    }

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        Parts p = Split(x), q = Split(gradient);
        (int d, int h, int o, int m) = _shape;
        gradient.Span.Clear();
        for (int s = 0; s < m; s++)
        {
            for (int i = 0; i < o; i++)
            {
                T r = _g * (p.V2[(i * m) + s] - Product(p.W2, p.V1, i, s, h));
                q.V2[(i * m) + s] += p.V2[(i * m) + s] - _y[(i * m) + s] + r;
                for (int j = 0; j < h; j++)
                {
                    q.W2[(i * h) + j] -= r * p.V1[(j * m) + s];
                    q.V1[(j * m) + s] -= r * p.W2[(i * h) + j];
                }
            }

            for (int i = 0; i < h; i++)
            {
                T u = p.U1[(i * m) + s], r = _g * (p.V1[(i * m) + s] - Activate(u)), t = _g * (u - Product(p.W1, _x, i, s, d));
                q.V1[(i * m) + s] += r;
                q.U1[(i * m) + s] += t - (!_positivePart || u > T.Zero ? r : T.Zero);
                for (int j = 0; j < d; j++)
                {
                    q.W1[(i * d) + j] -= t * _x[(j * m) + s];
                }
            }
        }
    }

    protected override T? FamilyConstant(string name) => name switch { "a" => _a, "F0" => Value(InitialPoint), _ => null };

    private static T Square(T v) => v * v;

    private T Activate(T u) => _positivePart ? T.Max(u, T.Zero) : u;

    /// <summary>Row i of a matrix with the given number of columns times column s of one with a column per sample.</summary>
    private T Product(ReadOnlySpan<T> left, ReadOnlySpan<T> right, int i, int s, int columns)
    {
        T sum = T.Zero;
        for (int j = 0; j < columns; j++)
        {
            sum += left[(i * columns) + j] * right[(j * _shape.Samples) + s];
        }

        return sum;
    }

    /// <summary>W minimises (g/2)|out - W in|^2 + (w/2)|W - old|^2: W (g in in' + w I) = g out in' + w old, row by row.</summary>
    private void SolveWeights(Span<T> weights, ReadOnlySpan<T> outputs, ReadOnlySpan<T> inputs, LdlFactor<T> factor, T[] column, int rows, T w)
    {
        int n = column.Length, m = _shape.Samples;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                factor.Matrix[(i * n) + j] = _g * Reductions.Dot<T>(inputs.Slice(i * m, m), inputs.Slice(j * m, m));
            }
        }

        factor.Factor(w);
        for (int r = 0; r < rows; r++)
        {
            for (int j = 0; j < n; j++)
            {
                column[j] = _g * Reductions.Dot<T>(outputs.Slice(r * m, m), inputs.Slice(j * m, m)) + w * weights[(r * n) + j];
            }

            factor.Solve(column);
            column.CopyTo(weights.Slice(r * n, n));
        }
    }

    /// <summary>(g/2)(s(u) - v)^2 + (g/2)(u - z)^2 + (w/2)(u - old)^2 per unit, z = (W1 X): the better of the minimisers on either side of 0.</summary>
    private void SolveInputs(Parts p, T w)
    {
        (int d, int h, _, int m) = _shape;
        for (int i = 0; i < h; i++)
        {
            for (int s = 0; s < m; s++)
            {
                ref T u = ref p.U1[(i * m) + s];
                T v = p.V1[(i * m) + s], z = Product(p.W1, _x, i, s, d), old = u, both = (_g * v + _g * z + w * old) / (_g + _g + w);
                if (!_positivePart)
                {
                    u = both;
                    continue;
                }

                T right = T.Max(both, T.Zero), left = T.Min((_g * z + w * old) / (_g + w), T.Zero);
                T Cost(T c) => _g * (Square(T.Max(c, T.Zero) - v) + Square(c - z)) + w * Square(c - old);
                u = Cost(right) <= Cost(left) ? right : left;
            }
        }
    }

    /// <summary>(g W2'W2 + (g + w) I) V1 = g W2'V2 + g s(U1) + w old, column by column.</summary>
    private void SolveOutputs(Parts p, T w)
    {
        (_, int h, int o, int m) = _shape;
        for (int i = 0; i < h; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                T sum = T.Zero;
                for (int r = 0; r < o; r++)
                {
                    sum += p.W2[(r * h) + i] * p.W2[(r * h) + j];
                }

                _hiddenFactor.Matrix[(i * h) + j] = _g * sum;
            }
        }

        _hiddenFactor.Factor(_g + w);
        for (int s = 0; s < m; s++)
        {
            for (int i = 0; i < h; i++)
            {
                T sum = Activate(p.U1[(i * m) + s]);
                for (int r = 0; r < o; r++)
                {
                    sum += p.W2[(r * h) + i] * p.V2[(r * m) + s];
                }

                _hiddenColumn[i] = _g * sum + w * p.V1[(i * m) + s];
            }

            _hiddenFactor.Solve(_hiddenColumn);
            for (int i = 0; i < h; i++)
            {
                p.V1[(i * m) + s] = _hiddenColumn[i];
            }
        }
    }

    /// <summary>V2 = (Y + g W2 V1 + w old)/(1 + g + w).</summary>
    private void SolveLast(Parts p, T w)
    {
        (_, int h, int o, int m) = _shape;
        for (int i = 0; i < o; i++)
        {
            for (int s = 0; s < m; s++)
            {
                ref T v = ref p.V2[(i * m) + s];
                v = (_y[(i * m) + s] + _g * Product(p.W2, p.V1, i, s, h) + w * v) / (T.One + _g + w);
            }
        }
    }

    private Parts Split(HostVector<T> x)
    {
        Span<T> all = x.Span;
        return new(all[.._offsets[1]], all[_offsets[1].._offsets[2]], all[_offsets[2].._offsets[3]], all[_offsets[3].._offsets[4]], all[_offsets[4]..]);
    }

    /// <summary>The blocks of one vector, as views.</summary>
    private readonly ref struct Parts(Span<T> w1, Span<T> u1, Span<T> v1, Span<T> w2, Span<T> v2)
    {
        public Span<T> W1 { get; } = w1;

        public Span<T> U1 { get; } = u1;

        public Span<T> V1 { get; } = v1;

        public Span<T> W2 { get; } = w2;

        public Span<T> V2 { get; } = v2;
    }
}
