using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The worst case of gradient descent on nonconvex smooth functions, in one dimension: the gradient is g at every iterate, dips to g/2 halfway
/// between them with slopes ±L, and falls to 0 after iterate T, so that T steps of size 1/L buy the least decrease.
/// </summary>
/// <remarks>
/// Derivation: with u = -x the slope of the descent is s(u) = g - L min(v, g/L - v), v = u mod g/L, up to u = T g/L, and g - L (u - T g/L) beyond;
/// before u = 0 it is g. Each of the T periods lowers f by 3 g^2/(4L), the tail by g^2/(2L): f(x_0) - f* = (3T + 2) g^2/(4L).
/// </remarks>
public sealed class GradientDips : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "gradient-dips";

    /// <inheritdoc/>
    public override string Summary => "f'(x) is g at x = 0, -g/L, ..., -T g/L, dips to g/2 between them and falls to 0 at x* = -(T+1) g/L; x_0 = 0, slopes of f' are ±L";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothNonconvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("steps", "T, the number of dips", 10, 0),
        ParameterInfo.Real("L", "smoothness", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("gradient", "g", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [new("L", "parameter; f' is piecewise linear with slopes 0, L and -L")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(
            Parameters.Integer("steps"), Parameters.Real<T>("L"), Parameters.Real<T>("gradient"));
    }

    private sealed class Problem<T>(int steps, T L, T g) : HostProblem<T>
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint { get; } = new([T.Zero]);

        public override HostVector<T> Minimizer { get; } = new([-(ScalarMath.From<T>(steps + 1) * g / L)]);

        public override T Value(HostVector<T> x) => PrimalGap(x);

        // In units g/L of length and g^2/L of value, so that everything below is polynomial in u.
        public override T PrimalGap(HostVector<T> x)
        {
            (int period, T v) = Locate(-x[0] * L / g);
            T w = T.One - v, three = ScalarMath.From<T>(3);
            T left = period == steps ? w * w / Two
                : Whole(steps - 1 - period) + (v <= T.One / Two ? (three / Two - Two * v + v * v) / Two : w - w * w / Two);
            return g * g / L * (period < 0 ? Whole(steps) - v : left);
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            (int period, T v) = Locate(-x[0] * L / g);
            gradient[0] = g * (period < 0 ? T.One : period == steps ? T.One - v : T.One - T.Min(v, T.One - v));
        }

        protected override T? FamilyConstant(string name) => name == "L" ? L : null;

        /// <summary>What is left of the gap after so many periods to come: 3/4 each, and 1/2 for the tail.</summary>
        private static T Whole(int periods) => (ScalarMath.From<T>(3 * periods) / Two + T.One) / Two;

        /// <summary>The period of u and the place in it; the last one has no end, and -1 lies before the start.</summary>
        private (int Period, T Place) Locate(T u)
        {
            int period = (int)Math.Clamp(Math.Floor(ScalarMath.ToDouble(u)), -1, steps);
            return (period, period < 0 ? u : u - ScalarMath.From<T>(period));
        }
    }
}
