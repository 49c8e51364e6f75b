using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The logarithmic portfolio objective, standard self-concordant and infinite where a row's return vanishes. With the unit vectors as rows the
/// optimum is the barycentre; with random rows it is computed and certified.
/// </summary>
public sealed class LogPortfolio : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "log-portfolio";

    /// <inheritdoc/>
    public override string Summary => "f(x) = -sum_i log <r_i, x> on the probability simplex, r_i = e_i or positive and random, infinite where some <r_i, x> is zero; x_0 proportional to (1, ..., n)";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Barrier;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 20, 2),
        ParameterInfo.Integer("rows", "number of random rows, as a multiple of n", 3, 2, 100),
        ParameterInfo.Choice("returns", "the rows r_i", "random", "identity"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("D", "sqrt 2: the distance of two vertices"),
        new("fstar", "n log n for unit vectors; else computed in double-doubles and certified by the Frank-Wolfe gap"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[]? _returns;
        private readonly Lazy<BarrierOptimum> _optimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension"), rows = n * p.Integer("rows");
            Random random = Seeds.Generator(seed);
            _returns = p.Text("returns") == "identity" ? null : Sampling.Fill(rows * n, _ => 0.1 + (0.9 * random.NextDouble()));
            _optimum = new(() => BarrierOptimum.Find(
                n, rows, Build<double>(), x => Build<double>().Hessian(x), Build<DoubleDouble>(), Build<Tracked<DoubleDouble>>(), Curvature));
        }

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "logarithms")
            : Build<T>();

        private Problem<T> Build<T>()
            where T : struct, INumber<T>
        {
            int n = Parameters.Integer("dimension");
            T count = ScalarMath.From<T>(n);
            return _returns is null
                ? new(null, n, () => ([.. Enumerable.Repeat(T.One / count, n)], count * ScalarMath.Log(count)))
                : new(DesignMatrix.In<T>(_returns), n, () => (_optimum.Value.PointIn<T>(), _optimum.Value.ValueIn<T>()));
        }

        /// <summary>The smallest eigenvalue of sum_i r_i r_i'/&lt;r_i, x&gt;^2, from below.</summary>
        private double Curvature(double[] x)
        {
            double[] scaled = [.. _returns!];
            for (int i = 0; i < scaled.Length; i += x.Length)
            {
                double inverse = 1 / Reductions.Dot<double>(scaled.AsSpan(i, x.Length), x);
                HostKernels.Combine(scaled.AsSpan(i, x.Length), inverse, scaled.AsSpan(i, x.Length));
            }

            // The scaled rows are rounded; their relative error is far below the millionth taken off.
            return CertifiedEigenvalue.SmallestOfGram(scaled, scaled.Length / x.Length) * (1 - 1e-6);
        }
    }

    private sealed class Problem<T> : SimplexBarrier<T>, BarrierOptimum.IFunction<T>
        where T : struct, INumber<T>
    {
        private readonly T[]? _returns;
        private readonly T[] _u;
        private readonly T[] _v;

        /// <param name="returns">Row-major; null for unit vectors.</param>
        /// <param name="n">Dimension.</param>
        /// <param name="optimum">The optimum.</param>
        public Problem(T[]? returns, int n, Func<(T[] Minimizer, T Value)> optimum)
            : base(n, optimum)
        {
            _returns = returns;
            int rows = returns is null ? n : returns.Length / n;
            (_u, _v) = (new T[rows], new T[rows]);
        }

        public override T Value(HostVector<T> x)
        {
            Apply(x.Span, _u);
            T sum = T.Zero;
            foreach (T u in _u)
            {
                if (u <= T.Zero)
                {
                    return Infinity;
                }

                sum -= ScalarMath.Log(u);
            }

            return sum;
        }

        T BarrierOptimum.IFunction<T>.Value(T[] x) => Value(new HostVector<T>(x));

        void BarrierOptimum.IFunction<T>.Gradient(T[] x, T[] gradient) => ComputeGradient(new(x), new(gradient));

        /// <summary>R' diag(1/u^2) R.</summary>
        public T[] Hessian(T[] x)
        {
            int n = x.Length;
            T[] result = new T[n * n];
            Apply(x, _u);
            for (int i = 0; i < _u.Length; i++)
            {
                ReadOnlySpan<T> row = Row(i, n);
                for (int j = 0; j < n; j++)
                {
                    Span<T> target = result.AsSpan(j * n, n);
                    HostKernels.Combine(target, T.One, target, row[j] / (_u[i] * _u[i]), row);
                }
            }

            return result;
        }

        // With unit vectors and y_i = n x_i - 1, which sum to zero, the gap is sum (y_i - log(1 + y_i)), each term non-negative.
        public override T PrimalGap(HostVector<T> x)
        {
            if (_returns is not null)
            {
                return base.PrimalGap(x);
            }

            T n = ScalarMath.From<T>(x.Length), sum = T.Zero;
            foreach (T component in x.Span)
            {
                if (component <= T.Zero)
                {
                    return Infinity;
                }

                T ratio = n * component;
                sum += (ratio - T.One) - ScalarMath.Log(ratio);
            }

            return sum;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            Apply(x.Span, _u);
            for (int i = 0; i < _u.Length; i++)
            {
                _v[i] = -T.One / _u[i];
            }

            ApplyTransposed(_v, gradient.Span);
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            Apply(x.Span, _u);
            Apply(direction.Span, _v);
            for (int i = 0; i < _u.Length; i++)
            {
                _v[i] /= _u[i] * _u[i];
            }

            ApplyTransposed(_v, result.Span);
        }

        protected override void PrepareSearch(HostVector<T> x, HostVector<T> direction)
        {
            Apply(x.Span, _u);
            Apply(direction.Span, _v);
        }

        protected override bool Along(T t, out T slope, out T curvature) => Logarithms([], _u, _v, t, out slope, out curvature);

        private void Apply(ReadOnlySpan<T> x, Span<T> result)
        {
            if (_returns is null)
            {
                x.CopyTo(result);
                return;
            }

            for (int i = 0; i < result.Length; i++)
            {
                result[i] = Reductions.Dot(Row(i, x.Length), x);
            }
        }

        private void ApplyTransposed(ReadOnlySpan<T> weights, Span<T> result)
        {
            if (_returns is null)
            {
                weights.CopyTo(result);
                return;
            }

            result.Clear();
            for (int i = 0; i < weights.Length; i++)
            {
                HostKernels.Combine(result, T.One, result, weights[i], Row(i, result.Length));
            }
        }

        private ReadOnlySpan<T> Row(int i, int n) => _returns.AsSpan(i * n, n);
    }
}
