using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A branch of a hyperbola: strictly convex, and full Newton steps take x to -x^3.</summary>
public sealed class Hyperbola : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "hyperbola";

    /// <inheritdoc/>
    public override string Summary => "f(x) = sqrt(1 + x^2) - 1; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("start", "x_0", 0.9, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: f''(x) = (1 + x^2)^-1.5"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T start) : ScalarProblem<T>(start, T.Zero)
        where T : struct, INumber<T>
    {
        // sqrt(1 + x^2) - 1 without cancellation.
        protected override T Gap(T x) => x * x / (T.One + Root(x));

        protected override T Slope(T x) => x / Root(x);

        protected override T Bend(T x) => T.One / (Root(x) * (T.One + (x * x)));

        protected override T? FamilyConstant(string name) => name == "L" ? T.One : null;

        private static T Root(T x) => ScalarMath.Sqrt(T.One + (x * x));
    }
}
