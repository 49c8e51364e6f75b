using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// What a convex function with an L-Lipschitz third derivative can do on one step from t = 0; bend runs from -1 to 1, where f'' touches zero. For claims
/// about a single step; in later local norms L does not hold.
/// </summary>
/// <remarks>t* is the parameter and the slope at 0 follows, so that the minimiser is exact: -f'(0) = t* + c t*^2/2 + L t*^3/6, c = bend sqrt(2 L).</remarks>
public sealed class QuarticLocalModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quartic-local-model";

    /// <inheritdoc/>
    public override string Summary => "f''(t) = 1 + bend sqrt(2 L) t + L t^2/2, f'(t*) = 0, f* = 0; t_0 = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("L", "Lipschitz constant of the third derivative", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("bend", "the third derivative at 0 in units of the largest that convexity allows", 0, -1, 1),
        ParameterInfo.Real("minimizer", "t*", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L4", "parameter L: f''(0) = 1"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("L"), Parameters.Real<T>("bend"), Parameters.Real<T>("minimizer"));
    }

    private sealed class Problem<T>(T L, T bend, T minimizer) : ScalarProblem<T>(T.Zero, minimizer)
        where T : struct, INumber<T>
    {
        private static readonly T Six = ScalarMath.From<T>(6), TwentyFour = ScalarMath.From<T>(24);

        private readonly T _c = bend * ScalarMath.Sqrt(Two * L);

        // Taylor's formula at t*.
        protected override T Gap(T t)
        {
            T d = t - Minimizer[0];
            return d * d * ((Bend(Minimizer[0]) / Two) + ((_c + (L * Minimizer[0])) * d / Six) + (L * d * d / TwentyFour));
        }

        protected override T Slope(T t)
        {
            T d = t - Minimizer[0];
            return d * (Bend(Minimizer[0]) + ((_c + (L * Minimizer[0])) * d / Two) + (L * d * d / Six));
        }

        protected override T Bend(T t) => T.One + (_c * t) + (L * t * t / Two);

        protected override T? FamilyConstant(string name) => name == "L4" ? L : null;
    }
}
