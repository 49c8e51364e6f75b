using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A quadratic plus a fourth power: mu-strongly convex, with a third derivative of Lipschitz constant share K.</summary>
public sealed class QuarticModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quartic-model";

    /// <inheritdoc/>
    public override string Summary => "f(x) = mu x^2/2 + share K x^4/24; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("mu", "strong convexity", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("K", "Lipschitz constant of the third derivative", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("share", "how much of K the function uses", 1, 0, 1),
        ParameterInfo.Real("start", "x_0", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("mu", "parameter; f'' is at least mu"),
        new("L4", "K/mu^2: the Lipschitz constant of the third derivative in local norms"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("mu"), Parameters.Real<T>("K"), Parameters.Real<T>("share"), Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T mu, T K, T share, T start) : ScalarProblem<T>(start, T.Zero)
        where T : struct, INumber<T>
    {
        private static readonly T Six = ScalarMath.From<T>(6), TwentyFour = ScalarMath.From<T>(24);

        private readonly T _b = share * K;

        protected override T Gap(T x) => x * x * ((mu / Two) + (_b * x * x / TwentyFour));

        protected override T Slope(T x) => x * (mu + (_b * x * x / Six));

        protected override T Bend(T x) => mu + (_b * x * x / Two);

        protected override T? FamilyConstant(string name) => name switch
        {
            "mu" => mu,
            "L4" => K / (mu * mu),
            _ => null,
        };
    }
}
