using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// What a function with an L-Lipschitz Hessian can do on one step from t = 0: its second derivative grows (bend up) or falls (bend down) as fast as it
/// may, and turns around at zero. For claims about a single step; in later local norms L does not hold.
/// </summary>
/// <remarks>
/// With s = L or -L, c the curvature at 0 and v = c + s t, f'(t) = -slope + (v |v| - c^2)/(2 s); it vanishes at t*, where v |v| = 2 s slope + c^2 = w,
/// that is v* = sign(w) sqrt |w|. From t* the integral of f' is (t - t*)^2 (|v| + 2 |v*|)/6 where v and v* have one sign, and
/// (|v|^3 + 2 |v*|^3 + 3 |v*|^2 |v|)/(6 s^2) where they differ.
/// </remarks>
public sealed class CubicLocalModel : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "cubic-local-model";

    /// <inheritdoc/>
    public override string Summary => "f''(t) = |curvature + bend L t|, f'(0) = -slope, f* = 0; t_0 = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("L", "Lipschitz constant of the second derivative", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("curvature", "f''(0)", 1, 1e-12, 1e6, logarithmic: true),
        ParameterInfo.Real("slope", "-f'(0)", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Choice("bend", "whether f'' grows or falls along the step", "up", "down"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("LH", "parameter L"),
        new("Lsemi", "L/curvature^1.5: at t = 0"),
        new("L3", "L/curvature^1.5: at t = 0"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("L"), Parameters.Real<T>("curvature"), Parameters.Real<T>("slope"), Parameters.Text("bend") == "up");
    }

    private sealed class Problem<T>(T L, T c, T slope, bool up) : ScalarProblem<T>(T.Zero, Root(up ? L : -L, c, slope))
        where T : struct, INumber<T>
    {
        private readonly T _s = up ? L : -L;

        protected override T Gap(T t)
        {
            T d = t - Minimizer[0], v = c + (_s * t), w = c + (_s * Minimizer[0]), a = T.Abs(v), b = T.Abs(w), six = ScalarMath.From<T>(6);
            return v * w >= T.Zero
                ? d * d * (a + (Two * b)) / six
                : ((a * a * a) + (Two * b * b * b) + (ScalarMath.From<T>(3) * b * b * a)) / (six * _s * _s);
        }

        // (v |v| - c^2)/(2 s) is t (v + c)/2 where v is positive.
        protected override T Slope(T t)
        {
            T v = c + (_s * t);
            return (v > T.Zero ? t * (v + c) / Two : -((v * v) + (c * c)) / (Two * _s)) - slope;
        }

        protected override T Bend(T t) => T.Abs(c + (_s * t));

        protected override T? FamilyConstant(string name) => name switch
        {
            "LH" => L,
            "Lsemi" or "L3" => L / (c * ScalarMath.Sqrt(c)),
            _ => null,
        };

        // t* before the turn is (sqrt w - c)/s, without cancellation 2 slope/(sqrt w + c); beyond it (-sqrt(-w) - c)/s.
        private static T Root(T s, T c, T slope)
        {
            T w = (Two * s * slope) + (c * c);
            return w >= T.Zero ? Two * slope / (ScalarMath.Sqrt(w) + c) : (-ScalarMath.Sqrt(-w) - c) / s;
        }
    }
}
