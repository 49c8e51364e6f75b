using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A parabola whose curvature is L on the side of x_0 and ratio L on the other.</summary>
public sealed class TwoSlopes : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "two-slopes";

    /// <inheritdoc/>
    public override string Summary => "f(x) = L x^2/2 for x >= 0, ratio L x^2/2 below; x_0 = 1, x* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("ratio", "curvature below 0, as a fraction of L", 0.5, 1e-6, 1, logarithmic: true),
        ParameterInfo.Real("L", "smoothness", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter: f'' is L above 0"),
        new("mu", "ratio L: f'' is ratio L below 0"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(ScalarMath.From<T>(Parameters.Real("L")), ScalarMath.From<T>(Parameters.Real("ratio")));
    }

    private sealed class Problem<T>(T L, T ratio) : HostProblem<T>
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint { get; } = new([T.One]);

        public override HostVector<T> Minimizer { get; } = new([T.Zero]);

        public override T Value(HostVector<T> x) => Curvature(x) * x[0] * x[0] / Two;

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => gradient[0] = Curvature(x) * x[0];

        protected override T? FamilyConstant(string name) => name switch { "L" => L, "mu" => ratio * L, _ => null };

        private T Curvature(HostVector<T> x) => x[0] >= T.Zero ? L : ratio * L;
    }
}
