using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Least squares with a folded concave penalty, MCP or SCAD, on random data: the penalty is lam |b|_1 plus a smooth concave part, which goes to
/// the least-squares part. No minimiser is known.
/// </summary>
/// <remarks>
/// The concave part is, for MCP, -b^2/(2 gamma) up to gamma lam and gamma lam^2/2 - lam |b| beyond (Zhang 2010); for SCAD it is 0 up to lam,
/// -(|b| - lam)^2/(2 (gamma - 1)) up to gamma lam, and lam^2 (gamma + 1)/2 - lam |b| beyond (Fan and Li 2001).
/// </remarks>
public sealed class PenalizedRegression : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "penalized-regression";

    /// <inheritdoc/>
    public override string Summary => "F(b) = |X b - y|^2/2 + sum p(b_i), p the MCP or SCAD penalty, X and y random with a sparse signal; x_0 = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.CompositeNonconvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("rows", "rows of X", 40, 1, 1000),
        ParameterInfo.Integer("dimension", "n, columns of X", 60, 1, 1000),
        ParameterInfo.Choice("kind", "the penalty", "mcp", "scad"),
        ParameterInfo.Real("gamma", "where the penalty becomes constant, as a multiple of lam", 3, 2.1, 1000, logarithmic: true),
        ParameterInfo.Real("lam", "slope of the penalty at 0", 0.3, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "max(lambda_max(X'X), 1/gamma for MCP or 1/(gamma-1) for SCAD), the eigenvalue bounded by a Cholesky factorisation"),
        new("F0", "F(x_0) = |y|^2/2"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private const double Noise = 0.1;
        private readonly double[] _matrix;
        private readonly double[] _targets;
        private readonly double _smoothness;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int m = p.Integer("rows"), n = p.Integer("dimension");
            Random random = Seeds.Generator(seed);
            _matrix = Array.ConvertAll(Sampling.Normal(random, m * n), v => v / Math.Sqrt(m));
            double[] signal = Sampling.Fill(n, i => i % 12 == 0 ? (i % 24 == 0 ? 2 : -2) : 0);
            _targets = Sampling.Fill(m, i => Reductions.Dot<double>(_matrix.AsSpan(i * n, n), signal));
            double[] noise = Sampling.Normal(random, m);
            _targets = Sampling.Fill(m, i => _targets[i] + (Noise * noise[i]));
            double concavity = Math.BitIncrement(1 / (p.Text("kind") == "mcp" ? p.Real("gamma") : p.Real("gamma") - 1));
            _smoothness = Math.Max(CertifiedEigenvalue.LargestOfGram(_matrix, m), concavity);
        }

        public override HostProblem<T> In<T>() => new Problem<T>(
            DesignMatrix.In<T>(_matrix), DesignMatrix.In<T>(_targets), Parameters.Text("kind") == "mcp", Parameters.Real<T>("gamma"), Parameters.Real<T>("lam"), ScalarMath.From<T>(_smoothness));
    }

    private sealed class Problem<T>(T[] matrix, T[] targets, bool mcp, T gamma, T lam, T smoothness) : CompositeProblem<T>
        where T : struct, INumber<T>
    {
        private readonly int _n = matrix.Length / targets.Length;

        public override bool HasMinimizer => false;

        public override HostVector<T> InitialPoint { get; } = new(new T[matrix.Length / targets.Length]);

        public override HostVector<T> Minimizer => throw new InputException("No minimiser of this nonconvex function is known; choose a measure that does not need one.");

        public override T Value(HostVector<T> x)
        {
            T squares = T.Zero, penalty = T.Zero;
            for (int i = 0; i < targets.Length; i++)
            {
                T r = Residual(i, x);
                squares += r * r;
            }

            foreach (T component in x.Span)
            {
                penalty += Penalty(T.Abs(component));
            }

            return squares / Two + penalty;
        }

        public override T PrimalGap(HostVector<T> x) => throw new InputException("The minimum of this nonconvex function is not known; choose a measure that does not need it.");

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            gradient.Span.Clear();
            for (int i = 0; i < targets.Length; i++)
            {
                HostKernels.Combine(gradient.Span, T.One, gradient.Span, Residual(i, x), matrix.AsSpan(i * _n, _n));
            }

            for (int i = 0; i < _n; i++)
            {
                T slope = ConcaveSlope(T.Abs(x[i]));
                gradient[i] += x[i] < T.Zero ? -slope : slope;
            }
        }

        protected override void ComputeProximal(HostVector<T> x, T step, HostVector<T> result) => SoftThreshold(x, step * lam, result);

        protected override T? FamilyConstant(string name) => name switch { "L" => smoothness, "F0" => Value(InitialPoint), _ => null };

        private T Residual(int row, HostVector<T> x) => Reductions.Dot<T>(matrix.AsSpan(row * _n, _n), x.Span) - targets[row];

        /// <summary>p(b) for b of at least 0.</summary>
        private T Penalty(T b) =>
            b >= gamma * lam ? (mcp ? gamma : gamma + T.One) * lam * lam / Two
            : mcp ? lam * b - b * b / (Two * gamma)
            : b <= lam ? lam * b
            : lam * b - (b - lam) * (b - lam) / (Two * (gamma - T.One));

        /// <summary>p'(b) - lam for b of at least 0.</summary>
        private T ConcaveSlope(T b) =>
            b >= gamma * lam ? -lam
            : mcp ? -(b / gamma)
            : b <= lam ? T.Zero
            : -((b - lam) / (gamma - T.One));
    }
}
