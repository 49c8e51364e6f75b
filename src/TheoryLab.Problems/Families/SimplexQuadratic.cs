using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Separable quadratics on the simplex whose minimiser is chosen first, inside a face, and whose gradient there is made to satisfy the
/// optimality conditions: zero on the face, positive off it.
/// </summary>
public sealed class SimplexQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quadratic-on-simplex";

    /// <inheritdoc/>
    public override string Summary => "f(x) = sum a_i (x_i - x*_i)^2/2 + sum b_i x_i on the probability simplex, b = 0 on the support of x* and b >= 0 off it; x_0 = e_n";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 20, 2),
        ParameterInfo.Real("support", "share of the coordinates on which x* is positive, at least one coordinate", 0.5, 0, 1),
        ParameterInfo.Real("L", "largest a_i", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("condition", "largest over smallest a_i", 10, 1, 1e8, logarithmic: true),
        ParameterInfo.Real("slope", "b_i off the support, as a multiple of L", 0.1, 0, 1e3),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter: the largest a_i"),
        new("mu", "L/condition: the smallest a_i"),
        new("D", "sqrt 2: the distance of two vertices"),
        new("depth", "distance of x* to the boundary of its face: sqrt(m/(m-1)) times the smallest of its m positive components, or D if m = 1"),
        new("w", "pyramidal width: 2/sqrt n for even n, 2/sqrt(n - 1/n) for odd n (Lacoste-Julien and Jaggi 2015)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly double[] _curvature;
        private readonly double[] _weights;
        private readonly double[] _slopes;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension"), support = Math.Max(1, (int)Math.Round(p.Real("support") * n));
            double L = p.Real("L"), mu = L / p.Real("condition");
            Random random = Seeds.Generator(seed);
            _curvature = Sampling.Spectrum(random, n, mu, L);
            _weights = Sampling.Fill(n, i => i < support ? Sampling.LogUniform(random, 0.5, 2) : 0);
            _slopes = Sampling.Fill(n, i => i < support ? 0 : L * p.Real("slope") * Sampling.LogUniform(random, 0.5, 2));
        }

        public DenseForm Dense() => new SeparableForm(_curvature, _slopes) { Set = new(SetKind.Simplex, 0, 1) };

        public override HostProblem<T> In<T>() => new Problem<T>(_curvature, _weights, _slopes);
    }

    private sealed class Problem<T>(double[] curvature, double[] weights, double[] slopes)
        : SeparableQuadratic<T>(FromData(curvature), new(Normalized(weights)), Vertex(weights.Length))
        where T : struct, INumber<T>
    {
        private readonly HostVector<T> _slopes = new(FromData(slopes));

        public override int? VertexCount => InitialPoint.Length;

        protected override HostVector<T> GradientAtMinimizer => _slopes;

        // Both sums are over non-negative terms on the simplex, and <b, x*> = 0.
        protected override T Slope(HostVector<T> x) => HostVector<T>.Dot(_slopes, x);

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => VertexSets.MinimizeOverSimplex(direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "D" => ScalarMath.Sqrt(Two),
            "depth" => FaceDepth(),
            "w" => VertexSets.PyramidalWidthOfSimplex<T>(InitialPoint.Length),
            _ => base.FamilyConstant(name),
        };

        private T FaceDepth()
        {
            T[] positive = [.. Minimizer.Span.ToArray().Where(v => v > T.Zero)];
            T m = ScalarMath.From<T>(positive.Length);
            return positive.Length == 1 ? ScalarMath.Sqrt(Two) : ScalarMath.Sqrt(m / (m - T.One)) * positive.Min();
        }

        private static T[] Normalized(double[] weights)
        {
            T[] point = FromData(weights);
            HostKernels.Combine(point.AsSpan(), T.One / Reductions.Sum<T>(point), point);
            return point;
        }

        private static HostVector<T> Vertex(int n)
        {
            HostVector<T> vertex = new(new T[n]);
            vertex[n - 1] = T.One;
            return vertex;
        }
    }
}
