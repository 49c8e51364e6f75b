using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Block coordinate descent: a partition, a rule that chooses a block of it, and a step on the block.</summary>
/// <param name="Size">Coordinates per block; the last one takes the rest.</param>
/// <param name="Partition">How coordinates are grouped.</param>
/// <param name="Rule">How a block is chosen.</param>
/// <param name="Update">The step.</param>
public sealed record BlockDescent(
    int Size = 2, BlockPartition Partition = BlockPartition.Fixed, BlockRule Rule = BlockRule.Cyclic, BlockUpdate Update = BlockUpdate.Newton) : ICoordinateMethod
{
    /// <inheritdoc/>
    public string Name => this == new BlockDescent()
        ? "block-descent"
        : string.Create(CultureInfo.InvariantCulture, $"block-descent(size={Size}, partition={Partition}, rule={Rule}, update={Update})");

    /// <inheritdoc/>
    public string UpdateRule => string.Create(
        CultureInfo.InvariantCulture,
        $"x_B <- {(Update == BlockUpdate.Newton ? "x_B - H_BB^-1 grad_B f(x)" : "the proximal step with curvature sum over B of L_i")},  B of {Size} coordinates, {Partition.ToString().ToLowerInvariant()} partition, {Rule switch { BlockRule.Cyclic => "in order", BlockRule.Sweep => "a whole pass per step", BlockRule.GaussSouthwell => "argmax |grad_B f|", _ => "argmax grad_B' H_BB^-1 grad_B" }}");

    /// <inheritdoc/>
    public string Source => "Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022";

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(ICoordinateOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => new Iteration<T>(this, problem.Place(x0));

    private sealed class Iteration<T> : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly BlockDescent _method;
        private readonly ICoordinatePoint<T> _x;
        private readonly int[] _order;
        private readonly T[] _scores;
        private readonly T[] _d;
        private readonly LdlFactor<T> _whole;
        private readonly LdlFactor<T> _rest;
        private readonly Random _random = Seeds.Generator(Seeds.Default);
        private readonly int _size;
        private readonly int _count;

        public Iteration(BlockDescent method, ICoordinatePoint<T> x)
        {
            int n = x.Point.Length;
            (_method, _x, _size) = (method, x, Math.Min(method.Size, n));
            _count = (n + _size - 1) / _size;
            _order = [.. Enumerable.Range(0, n)];
            _scores = new T[n];
            _d = new T[_size];
            _whole = new(_size);
            _rest = new(n - ((_count - 1) * _size));
        }

        public HostVector<T> Iterate => _x.Point;

        public void Step(int k)
        {
            bool sweeps = _method.Rule == BlockRule.Sweep && _method.Partition != BlockPartition.Variable;
            for (int j = 0; j < (sweeps ? _count : 1); j++)
            {
                Update(Select(sweeps ? j : k));
            }
        }

        private ReadOnlySpan<int> Select(int k)
        {
            if (_method.Partition == BlockPartition.Variable)
            {
                LargestFirst();
                return Block(0);
            }

            if (_method.Partition == BlockPartition.Shuffled && k % _count == 0)
            {
                _random.Shuffle(_order);
            }

            return Block(_method.Rule is BlockRule.Cyclic or BlockRule.Sweep ? k % _count : Best());
        }

        private void Update(ReadOnlySpan<int> block)
        {
            if (_method.Update == BlockUpdate.Newton)
            {
                SolveNewton(block);
            }
            else
            {
                T l = T.Zero;
                foreach (int i in block)
                {
                    l += _x.Smoothness(i);
                }

                for (int j = 0; j < block.Length; j++)
                {
                    _d[j] = -_x.ProximalMove(block[j], l);
                }
            }

            for (int j = 0; j < block.Length; j++)
            {
                _x.Move(block[j], -_d[j]);
            }
        }

        private int Best()
        {
            (int best, T largest) = (0, -T.One);
            for (int b = 0; b < _count; b++)
            {
                ReadOnlySpan<int> block = Block(b);
                T score = _method.Rule == BlockRule.Greedy ? SolveNewton(block) : T.Zero;
                foreach (int i in _method.Rule == BlockRule.Greedy ? [] : block)
                {
                    score += _x.Partial(i) * _x.Partial(i);
                }

                (best, largest) = score > largest ? (b, score) : (best, largest);
            }

            return best;
        }

        /// <summary>d &lt;- H_BB^-1 g_B; returns g_B'd.</summary>
        private T SolveNewton(ReadOnlySpan<int> block)
        {
            LdlFactor<T> factor = block.Length == _size ? _whole : _rest;
            for (int a = 0; a < block.Length; a++)
            {
                _d[a] = _x.Partial(block[a]);
                for (int b = 0; b <= a; b++)
                {
                    factor.Matrix[(a * block.Length) + b] = _x.Curvature(block[a], block[b]);
                }
            }

            factor.Factor(T.Zero);
            factor.Solve(_d.AsSpan(0, block.Length));
            T sum = T.Zero;
            for (int a = 0; a < block.Length; a++)
            {
                sum += _x.Partial(block[a]) * _d[a];
            }

            return sum;
        }

        /// <summary>The coordinates with the largest g_i^2/L_i to the front: a partial selection sort, one pass per coordinate of the block.</summary>
        private void LargestFirst()
        {
            for (int i = 0; i < _order.Length; i++)
            {
                _order[i] = i;
                _scores[i] = _x.Partial(i) * _x.Partial(i) / _x.Smoothness(i);
            }

            for (int a = 0; a < _size; a++)
            {
                int best = a;
                for (int i = a + 1; i < _order.Length; i++)
                {
                    best = _scores[_order[i]] > _scores[_order[best]] ? i : best;
                }

                (_order[a], _order[best]) = (_order[best], _order[a]);
            }
        }

        private ReadOnlySpan<int> Block(int b) => _order.AsSpan(b * _size, Math.Min(_size, _order.Length - (b * _size)));
    }
}
