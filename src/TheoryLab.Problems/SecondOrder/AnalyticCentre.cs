using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The logarithmic barrier of a polytope {x: a_i'x &lt;= 1} whose rows sum to zero, so that its analytic centre is the origin in every scalar: the last row is
/// computed from the others. Self-concordant, f* = 0.
/// </summary>
public sealed class AnalyticCentre : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "analytic-centre";

    /// <inheritdoc/>
    public override string Summary => "f(x) = -sum log(1 - a_i'x), sum a_i = 0, the a_i normal; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Barrier;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 3, 1, 200),
        ParameterInfo.Integer("rows", "constraints beyond n + 1", 8, 0, 1000),
        ParameterInfo.Real("start", "x_0, as a share of the way from the centre to the boundary in a random direction", 0.9, 1e-6, 0.999999),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _rows;
        private readonly double[] _start;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension"), free = n + p.Integer("rows");
            Random random = Seeds.Generator(seed);
            _rows = Sampling.Normal(random, free * n);
            double[] direction = Sampling.Normal(random, n);

            // The boundary in double precision; the share below one leaves room for the rounding of the last row.
            double[] last = Sampling.Fill(n, j => -Enumerable.Range(0, free).Sum(i => _rows[(i * n) + j]));
            double reach = Enumerable.Range(0, free).Select(i => Reductions.Dot<double>(_rows.AsSpan(i * n, n), direction)).Append(Reductions.Dot<double>(last, direction)).Max();
            _start = Sampling.Fill(n, j => p.Real("start") / reach * direction[j]);
        }

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "logarithms")
            : new Problem<T>(_rows, _start);
    }

    private sealed class Problem<T> : SecondOrderProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _matrix;
        private readonly int _n;

        public Problem(double[] rows, double[] start)
        {
            _n = start.Length;
            InitialPoint = new(FromData(start));
            Minimizer = InitialPoint.NewLike();
            _matrix = new T[rows.Length + _n];
            FromData(rows).CopyTo(_matrix, 0);
            for (int i = 0; i < rows.Length; i++)
            {
                _matrix[rows.Length + (i % _n)] -= _matrix[i];
            }
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        private int Rows => _matrix.Length / _n;

        public override T Value(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < Rows; i++)
            {
                T slack = Slack(i, x);
                if (!(slack > T.Zero))
                {
                    return T.One / T.Zero;
                }

                sum -= ScalarMath.Log(slack);
            }

            return sum;
        }

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            gradient.Span.Clear();
            for (int i = 0; i < Rows; i++)
            {
                HostKernels.Combine<T>(gradient.Span, T.One, gradient.Span, T.One / Slack(i, x), Row(i));
            }
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            result.Span.Clear();
            for (int i = 0; i < Rows; i++)
            {
                T slack = Slack(i, x);
                HostKernels.Combine<T>(result.Span, T.One, result.Span, Reductions.Dot<T>(Row(i), direction.Span) / (slack * slack), Row(i));
            }
        }

        protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix)
        {
            if (curvature != Curvature.Hessian)
            {
                throw Without(curvature);
            }

            matrix.Clear();
            for (int i = 0; i < Rows; i++)
            {
                T slack = Slack(i, x), weight = T.One / (slack * slack);
                ReadOnlySpan<T> row = Row(i);
                for (int j = 0; j < _n; j++)
                {
                    Span<T> target = matrix.Slice(j * _n, j + 1);
                    HostKernels.Combine(target, T.One, target, weight * row[j], row);
                }
            }
        }

        protected override T? FamilyConstant(string name) => null;

        private T Slack(int i, HostVector<T> x) => T.One - Reductions.Dot<T>(Row(i), x.Span);

        private ReadOnlySpan<T> Row(int i) => _matrix.AsSpan(i * _n, _n);
    }
}
