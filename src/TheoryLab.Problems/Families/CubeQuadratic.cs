using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Separable quadratics on the unit cube whose minimiser lies inside a face chosen first, with gradient zero along the face and pointing outward off it.</summary>
public sealed class CubeQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quadratic-on-cube";

    /// <inheritdoc/>
    public override string Summary => "f(x) = sum a_i (x_i - x*_i)^2/2 + <q, x - x*> on [0, 1]^n, 0 < x*_i < 1 and q_i = 0 on some coordinates, x*_i = 0 or 1 on the rest; x_0 = (0, ..., 0), f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 10, 1),
        ParameterInfo.Real("interior", "share of the coordinates with x* inside, at least one coordinate", 0.5, 0, 1),
        ParameterInfo.Real("L", "largest a_i", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("condition", "largest over smallest a_i", 10, 1, 1e8, logarithmic: true),
        ParameterInfo.Real("slope", "|q_i| off these coordinates, as a multiple of L", 0.1, 0, 1e3),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter: the largest a_i"),
        new("mu", "L/condition: the smallest a_i"),
        new("D", "sqrt n: the diagonal"),
        new("w", "1/sqrt n: the pyramidal width of the unit cube (Lacoste-Julien and Jaggi 2015)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly double[] _curvature;
        private readonly double[] _minimizer;
        private readonly double[] _slopes;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension"), inside = Math.Max(1, (int)Math.Round(p.Real("interior") * n));
            double L = p.Real("L"), mu = n == 1 ? L : L / p.Real("condition");
            Random random = Seeds.Generator(seed);
            _curvature = Sampling.Spectrum(random, n, mu, L);
            _minimizer = Sampling.Fill(n, i => i < inside ? 0.1 + (0.8 * random.NextDouble()) : random.Next(2));
            _slopes = Sampling.Fill(n, i => i < inside ? 0 : (1 - (2 * _minimizer[i])) * L * p.Real("slope") * Sampling.LogUniform(random, 0.5, 2));
        }

        public DenseForm Dense() => new SeparableForm(_curvature, _slopes) { Set = new(SetKind.Box, 0, 1) };

        public override HostProblem<T> In<T>() => new Problem<T>(_curvature, _minimizer, _slopes);
    }

    private sealed class Problem<T>(double[] curvature, double[] minimizer, double[] slopes)
        : SeparableQuadratic<T>(FromData(curvature), new(FromData(minimizer)), new(new T[curvature.Length]))
        where T : struct, INumber<T>
    {
        public override int? VertexCount => InitialPoint.Length < 31 ? 1 << InitialPoint.Length : int.MaxValue;

        protected override HostVector<T> GradientAtMinimizer { get; } = new(FromData(slopes));

        // Each term is q_i x_i with q_i >= 0, or |q_i| (1 - x_i): the minimiser is at the end of the interval, and 1 - x_i is exact near it.
        protected override T Slope(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                sum += GradientAtMinimizer[i] * (x[i] - Minimizer[i]);
            }

            return sum;
        }

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => NormBalls.MinimizeOverCube(T.Zero, T.One, direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "D" => ScalarMath.Sqrt(ScalarMath.From<T>(InitialPoint.Length)),
            "w" => T.One / ScalarMath.Sqrt(ScalarMath.From<T>(InitialPoint.Length)),
            _ => base.FamilyConstant(name),
        };
    }
}
