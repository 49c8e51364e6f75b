using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A pure power: its Hessian is singular at the minimiser, and Newton's method is linear on it.</summary>
public sealed class PowerModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "power-model";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x|^p/p; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("p", "the power", 4, 3, 20),
        ParameterInfo.Real("start", "x_0", 1, 1e-3, 1e3, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("p", "parameter"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Integer("p"), Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(int p, T start) : ScalarProblem<T>(start, T.Zero)
        where T : struct, INumber<T>
    {
        protected override T Gap(T x) => ScalarMath.Power(T.Abs(x), p) / ScalarMath.From<T>(p);

        protected override T Slope(T x) => x * ScalarMath.Power(T.Abs(x), p - 2);

        protected override T Bend(T x) => ScalarMath.From<T>(p - 1) * ScalarMath.Power(T.Abs(x), p - 2);

        protected override T? FamilyConstant(string name) => name == "p" ? ScalarMath.From<T>(p) : null;
    }
}
