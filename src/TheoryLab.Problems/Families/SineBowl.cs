using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A parabola with a sine on it: a smooth function of one variable that aims at its minimiser while its curvature changes sign.</summary>
/// <remarks>
/// With t = b x, 2 (f'(x) x - f(x))/x^2 = 1 + 2 a b^2 phi(t), phi(t) = (t sin 2t - sin(t)^2)/t^2. Beyond t = 4 phi is at least -1/4 - 1/16; on (0, 4]
/// |phi'| is at most 2.62, since sin(t)/t is at most 1 with slope at most 0.4363, and a grid of step 10^-4 with values of at least -0.58657 gives
/// phi &gt;= -0.5868. The tests of this family evaluate that grid.
/// </remarks>
public sealed class SineBowl : ProblemFamily
{
    /// <summary>A lower bound on phi, as an exact quotient of integers: -0.5868.</summary>
    public const double LeastPhiTimes10000 = -5868;

    /// <inheritdoc/>
    public override string Name => "sine-bowl";

    /// <inheritdoc/>
    public override string Summary => "f(x) = x^2/2 + a sin(b x)^2; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothNonconvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("a", "height of the waves", 0.3, 0, 10),
        ParameterInfo.Real("b", "their frequency", 1.5, 0.01, 100, logarithmic: true),
        ParameterInfo.Real("start", "x_0", 3, -100, 100),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1 + 2 a b^2: f'' = 1 + 2 a b^2 cos(2 b x)"),
        new("mu", "1 - 2 a b^2 0.5868, rounded down from the infimum of 2 (f'(x) x - f(x))/x^2 by a Lipschitz bound on a grid; the aiming constant where positive"),
        new("eps", "max(0, 2 a b^2 - 1): minus the smallest f''"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "sines")
            : new Problem<T>(Parameters.Real<T>("a"), Parameters.Real<T>("b"), Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T a, T b, T start) : HostProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T _curvature = Two * a * b * b;

        public override HostVector<T> InitialPoint { get; } = new([start]);

        public override HostVector<T> Minimizer { get; } = new([T.Zero]);

        public override T Value(HostVector<T> x)
        {
            T sine = ScalarMath.Sin(b * x[0]);
            return x[0] * x[0] / Two + a * sine * sine;
        }

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            T angle = b * x[0];
            gradient[0] = x[0] + Two * a * b * ScalarMath.Sin(angle) * ScalarMath.Cos(angle);
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => T.One + _curvature,
            "mu" => T.One + _curvature * ScalarMath.From<T>(LeastPhiTimes10000) / ScalarMath.From<T>(10000),
            "eps" => T.Max(T.Zero, _curvature - T.One),
            _ => null,
        };
    }
}
