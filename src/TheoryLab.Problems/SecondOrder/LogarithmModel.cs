using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The self-concordant function of one variable on which Newton's methods have closed forms: the decrement at x is |x - 1|.</summary>
public sealed class LogarithmModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "logarithm-model";

    /// <inheritdoc/>
    public override string Summary => "f(x) = x - log x - 1 on x > 0; x* = 1, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Barrier;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("start", "x_0", 3, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "logarithms")
            : new Problem<T>(Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T start) : ScalarProblem<T>(start, T.One)
        where T : struct, INumber<T>
    {
        protected override T Gap(T x) => x > T.Zero ? x - T.One - ScalarMath.Log(x) : T.One / T.Zero;

        protected override T Slope(T x) => (x - T.One) / x;

        protected override T Bend(T x) => T.One / (x * x);

        protected override T? FamilyConstant(string name) => null;
    }
}
