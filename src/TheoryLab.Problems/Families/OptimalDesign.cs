using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// D-optimal design: the weights of measurements that make the determinant of the information matrix largest. Standard self-concordant and infinite
/// where the matrix is singular, as it is at each vertex; the optimum lies on a face, of at most rows (rows + 1)/2 vertices for random columns. With
/// powers of equally spaced points it is polynomial regression on an interval: for three rows and an odd n the best weights are 1/3 at the two
/// ends and the middle, f* = log(27/4) (Guest, Annals of Mathematical Statistics 29, 1958).
/// </summary>
public sealed class OptimalDesign : ProblemFamily
{
    // The determinant of the matrix of six powers at equal weights is 4e-6 to 6e-5 of the product of its diagonal entries.
    private const int MostPowers = 6;

    /// <inheritdoc/>
    public override string Name => "d-optimal-design";

    /// <inheritdoc/>
    public override string Summary => "f(x) = -log det sum_i x_i a_i a_i' on the probability simplex, a_i normal or powers of a point of [-1, 1], infinite where the matrix is singular; x_0 proportional to (1, ..., n)";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Barrier;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n, the number of columns a_i", 20, 2),
        ParameterInfo.Integer("rows", "length of the columns; n/2 rounded up if that is less, as square matrices may be close to singular", 4, 1, 100),
        ParameterInfo.Choice("columns", "the a_i: normal, or (1, t, ..., t^(rows-1)) with equally spaced t from -1 to 1", "normal", "powers"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("D", "sqrt 2: the distance of two vertices"),
        new("fstar", "computed in double-doubles and certified by the Frank-Wolfe gap"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) =>
        parameters.Text("columns") == "normal" || (parameters.Integer("rows") is >= 2 and <= MostPowers && parameters.Integer("dimension") > 2)
            ? new Instance(this, parameters, seed)
            : throw new InputException($"{Name} has {parameters.Integer("rows")} rows of powers in dimension {parameters.Integer("dimension")}; one row makes f constant and many are close to dependent, so choose 2 to {MostPowers} rows and a dimension of at least 3, or normal columns.");

    private sealed class Instance : ProblemInstance
    {
        private readonly int _n;
        private readonly int _rows;
        private readonly double[] _columns;
        private readonly Lazy<BarrierOptimum> _optimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            _n = p.Integer("dimension");
            _rows = Math.Min(p.Integer("rows"), (_n + 1) / 2);
            _columns = p.Text("columns") == "normal"
                ? Sampling.Normal(Seeds.Generator(seed), _n * _rows)
                : Sampling.Fill(_n * _rows, i => Math.Pow(((2.0 * (i / _rows)) / (_n - 1)) - 1, i % _rows));

            // The Hessian is singular for n > rows (rows + 1)/2, but not on the face of the optimum.
            _optimum = new(() => BarrierOptimum.Find(
                _n, _rows, Build<double>(), x => Build<double>().Hessian(x), Build<DoubleDouble>(), Build<Tracked<DoubleDouble>>(), Curvature, onFace: true));
        }

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "logarithms")
            : Build<T>();

        /// <summary>The smallest eigenvalue of (a_i' M^-1 a_j)^2 on the support of x, from below: the Gram matrix of the z_j z_j' with z_j = L^-1 a_j.</summary>
        private double Curvature(double[] x)
        {
            double[][] products = [.. Build<double>().Products(x)];
            double[] matrix = Sampling.Fill(products.Length * products[0].Length, i => products[i % products.Length][i / products.Length]);

            // The z_j are rounded; a billionth of the trace covers it unless M is close to singular, which at the optimum it is not.
            double trace = Reductions.Dot<double>(matrix, matrix);
            return Math.Max(0, CertifiedEigenvalue.SmallestOfGram(matrix, products[0].Length) - (1e-9 * trace));
        }

        private Problem<T> Build<T>()
            where T : struct, INumber<T> =>
            new(DesignMatrix.In<T>(_columns), _n, () => (_optimum.Value.PointIn<T>(), _optimum.Value.ValueIn<T>()));
    }

    private sealed class Problem<T> : SimplexBarrier<T>, BarrierOptimum.IFunction<T>
        where T : struct, INumber<T>
    {
        // A pivot below this share of its diagonal entry may be rounding in doubles; in every scalar, so that the domain is the same.
        private static readonly T Rounding = ScalarMath.From<T>(1.0 / (1L << 46));

        private readonly int _rows;
        private readonly T[] _columns;
        private readonly T[] _whitened;
        private readonly T[] _matrix;
        private readonly T[] _direction;
        private readonly T[] _factor;
        private readonly T[] _half;
        private readonly T[] _relative;

        /// <param name="columns">One column after the other.</param>
        /// <param name="n">Dimension.</param>
        /// <param name="optimum">The optimum.</param>
        public Problem(T[] columns, int n, Func<(T[] Minimizer, T Value)> optimum)
            : base(n, optimum)
        {
            _columns = columns;
            _rows = columns.Length / n;
            _whitened = new T[columns.Length];
            int size = _rows * _rows;
            (_matrix, _direction, _factor, _half, _relative) = (new T[size], new T[size], new T[size], new T[size], new T[size]);
        }

        public override T Value(HostVector<T> x)
        {
            Sum(_columns, x.Span, _matrix);
            if (!Factor(_matrix))
            {
                return Infinity;
            }

            T sum = T.Zero;
            for (int i = 0; i < _rows; i++)
            {
                sum -= ScalarMath.Log(_factor[(i * _rows) + i]);
            }

            return Two * sum;
        }

        T BarrierOptimum.IFunction<T>.Value(T[] x) => Value(new HostVector<T>(x));

        void BarrierOptimum.IFunction<T>.Gradient(T[] x, T[] gradient) => ComputeGradient(new(x), new(gradient));

        /// <summary>(a_i' M^-1 a_j)^2.</summary>
        public T[] Hessian(T[] x)
        {
            int n = x.Length;
            T[] result = new T[n * n];
            Whiten(x);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    T product = Reductions.Dot<T>(Row(_whitened, i), Row(_whitened, j));
                    result[(i * n) + j] = product * product;
                }
            }

            return result;
        }

        /// <summary>z_j z_j' for the positive components.</summary>
        public IEnumerable<T[]> Products(T[] x)
        {
            Whiten(x);
            for (int j = 0; j < x.Length; j++)
            {
                if (x[j] > T.Zero)
                {
                    T[] z = Row(_whitened, j).ToArray();
                    yield return [.. z.SelectMany(_ => z, (a, b) => a * b)];
                }
            }
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            Span<T> result = gradient.Span;
            if (!Whiten(x.Span))
            {
                result.Fill(-Infinity);
                return;
            }

            for (int i = 0; i < result.Length; i++)
            {
                result[i] = -Reductions.Dot<T>(Row(_whitened, i), Row(_whitened, i));
            }
        }

        // With z_i = L^-1 a_i the product is z_i' (sum_j d_j z_j z_j') z_i.
        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            Whiten(x.Span);
            Sum(_whitened, direction.Span, _relative);
            for (int i = 0; i < result.Length; i++)
            {
                Span<T> z = Row(_whitened, i);
                T sum = T.Zero;
                for (int k = 0; k < _rows; k++)
                {
                    sum += z[k] * Reductions.Dot<T>(Row(_relative, k), z);
                }

                result.Span[i] = sum;
            }
        }

        protected override void PrepareSearch(HostVector<T> x, HostVector<T> direction)
        {
            Sum(_columns, x.Span, _matrix);
            Sum(_columns, direction.Span, _direction);
        }

        // With L L' = M + t D and W = L^-1 D L^-T the derivatives are -tr W and tr W^2.
        protected override bool Along(T t, out T slope, out T curvature)
        {
            (slope, curvature) = (T.Zero, T.Zero);
            HostKernels.Combine<T>(_half, T.One, _matrix, t, _direction);
            if (!Factor(_half))
            {
                slope = Infinity;
                return false;
            }

            _direction.CopyTo(_half, 0);
            for (int i = 0; i < _rows; i++)
            {
                Solve(Row(_half, i));
            }

            for (int i = 0; i < _rows; i++)
            {
                for (int j = 0; j < _rows; j++)
                {
                    _relative[(i * _rows) + j] = _half[(j * _rows) + i];
                }

                Solve(Row(_relative, i));
                slope -= _relative[(i * _rows) + i];
            }

            curvature = Reductions.Dot<T>(_relative, _relative);
            return true;
        }

        /// <summary>result &lt;- sum_i w_i v_i v_i'.</summary>
        private void Sum(T[] vectors, ReadOnlySpan<T> weights, T[] result)
        {
            Array.Clear(result);
            for (int i = 0; i < weights.Length; i++)
            {
                Span<T> vector = Row(vectors, i);
                for (int k = 0; k < _rows; k++)
                {
                    Span<T> target = Row(result, k);
                    HostKernels.Combine<T>(target, T.One, target, weights[i] * vector[k], vector);
                }
            }
        }

        /// <summary>z_i = L^-1 a_i; false where the matrix is singular.</summary>
        private bool Whiten(ReadOnlySpan<T> x)
        {
            Sum(_columns, x, _matrix);
            if (!Factor(_matrix))
            {
                return false;
            }

            _columns.CopyTo(_whitened, 0);
            for (int i = 0; i < x.Length; i++)
            {
                Solve(Row(_whitened, i));
            }

            return true;
        }

        /// <summary>The lower Cholesky factor; false if a pivot is not positive beyond rounding.</summary>
        private bool Factor(T[] matrix)
        {
            for (int i = 0; i < _rows; i++)
            {
                Span<T> row = Row(_factor, i);
                for (int j = 0; j <= i; j++)
                {
                    T entry = matrix[(i * _rows) + j];
                    T rest = entry - Reductions.Dot<T>(row[..j], Row(_factor, j)[..j]);
                    if (i != j)
                    {
                        row[j] = rest / _factor[(j * _rows) + j];
                        continue;
                    }

                    if (!(rest > Rounding * entry))
                    {
                        return false;
                    }

                    row[i] = ScalarMath.Sqrt(rest);
                }
            }

            return true;
        }

        /// <summary>v &lt;- L^-1 v.</summary>
        private void Solve(Span<T> v)
        {
            for (int i = 0; i < v.Length; i++)
            {
                Span<T> row = Row(_factor, i);
                v[i] = (v[i] - Reductions.Dot<T>(row[..i], v[..i])) / row[i];
            }
        }

        private Span<T> Row(T[] matrix, int i) => matrix.AsSpan(i * _rows, _rows);
    }
}
