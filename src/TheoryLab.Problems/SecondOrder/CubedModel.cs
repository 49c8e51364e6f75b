using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A quadratic plus a third power: mu-strongly convex, and its Hessian is Lipschitz with a constant that is attained everywhere if share is 1.</summary>
public sealed class CubedModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "cubed-model";

    /// <inheritdoc/>
    public override string Summary => "f(x) = mu x^2/2 + share LH |x|^3/6; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("mu", "strong convexity", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("LH", "Lipschitz constant of the Hessian", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("share", "how much of LH the function uses", 1, 0, 1),
        ParameterInfo.Real("start", "x_0", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("mu", "parameter; f'' is at least mu"),
        new("LH", "parameter; f'' has slopes of size share LH"),
        new("Lsemi", "LH/mu^1.5: the constant of semi-strong self-concordance"),
        new("L3", "LH/mu^1.5: the Lipschitz constant of the Hessian in local norms"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("mu"), Parameters.Real<T>("LH"), Parameters.Real<T>("share"), Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T mu, T LH, T share, T start) : ScalarProblem<T>(start, T.Zero)
        where T : struct, INumber<T>
    {
        private static readonly T Six = ScalarMath.From<T>(6);

        private readonly T _a = share * LH;

        protected override T Gap(T x) => x * x * ((mu / Two) + (_a * T.Abs(x) / Six));

        protected override T Slope(T x) => x * (mu + (_a * T.Abs(x) / Two));

        protected override T Bend(T x) => mu + (_a * T.Abs(x));

        protected override T? FamilyConstant(string name) => name switch
        {
            "mu" => mu,
            "LH" => LH,
            "Lsemi" or "L3" => LH / (mu * ScalarMath.Sqrt(mu)),
            _ => null,
        };
    }
}
