using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Separable quadratics on the simplex with curvatures of both signs and a known global minimum. A concave term -a x^2/2 + b x with b at least
/// a/2 is at least a x (1 - x)/2, hence not negative on [0, 1], and zero at x = 0; so the minimiser of the convex terms is that of the sum.
/// </summary>
public sealed class IndefiniteSimplexQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "indefinite-quadratic-on-simplex";

    /// <inheritdoc/>
    public override string Summary =>
        "f(x) = sum over the first half of a_i (x_i - x*_i)^2/2 + sum over the rest of (b_i - a_i x_i/2) x_i, b_i > a_i/2, on the probability simplex; x_0 = e_n, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 20, 2),
        ParameterInfo.Real("condition", "largest over smallest a_i", 10, 1, 1e8, logarithmic: true),
        ParameterInfo.Real("slope", "2 b_i/a_i - 1 at most", 0.1, 1e-6, 1e3, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: the largest a_i, the size of the curvature of either sign"),
        new("D", "sqrt 2: the distance of two vertices"),
    ];

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothNonconvex;

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _curvature;
        private readonly double[] _weights;
        private readonly double[] _slopes;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension"), convex = n / 2;
            double mu = 1 / p.Real("condition");
            Random random = Seeds.Generator(seed);
            _curvature = Sampling.Fill(n, i => i == n - 1 ? 1 : Math.Clamp(Sampling.LogUniform(random, mu, 1), mu, 1));
            _weights = Sampling.Fill(n, i => i < convex ? Sampling.LogUniform(random, 0.5, 2) : 0);
            _slopes = Sampling.Fill(n, i => i < convex ? 0 : _curvature[i] / 2 * (1 + (p.Real("slope") * Sampling.LogUniform(random, 0.5, 1))));
        }

        public override HostProblem<T> In<T>() => new Problem<T>(_curvature, _weights, _slopes);
    }

    private sealed class Problem<T> : ConstrainedProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _curvature;
        private readonly T[] _slopes;

        public Problem(double[] curvature, double[] weights, double[] slopes)
        {
            (_curvature, _slopes) = (FromData(curvature), FromData(slopes));
            T[] minimizer = FromData(weights);
            HostKernels.Combine(minimizer.AsSpan(), T.One / Reductions.Sum<T>(minimizer), minimizer);
            Minimizer = new(minimizer);
            InitialPoint = Minimizer.NewLike();
            InitialPoint[weights.Length - 1] = T.One;
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        private int Convex => _slopes.Length / 2;

        public override T Value(HostVector<T> x) => PrimalGap(x);

        // f* = 0: every term is non-negative on the simplex and vanishes at x*.
        public override T PrimalGap(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                T d = x[i] - Minimizer[i];
                sum += i < Convex ? _curvature[i] * d * d / Two : (_slopes[i] - (_curvature[i] * x[i] / Two)) * x[i];
            }

            return sum;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] = i < Convex ? _curvature[i] * (x[i] - Minimizer[i]) : _slopes[i] - (_curvature[i] * x[i]);
            }
        }

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => VertexSets.MinimizeOverSimplex(direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => T.One,
            "D" => ScalarMath.Sqrt(Two),
            _ => null,
        };
    }
}
