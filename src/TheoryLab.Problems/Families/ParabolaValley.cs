using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A valley whose floor is a parabola: not convex, mu = 1 in the sense of Polyak and Lojasiewicz everywhere, and smooth with constant L as long
/// as a run keeps near the floor.
/// </summary>
/// <remarks>
/// With u = y - x^2/10: |grad f|^2 = u^2 (10000 + 400 x^2) + z^2 is at least 100 u^2 + z^2 = 2 f. The Hessian in (x, y) is
/// 100 v v' - 20 u e_1 e_1' with v = (-x/5, 1), of norm at most 100 (1 + x^2/25) + 20 |u|.
/// </remarks>
public sealed class ParabolaValley : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "parabola-valley";

    /// <inheritdoc/>
    public override string Summary => "f(x, y, z) = 50 (y - x^2/10)^2 + z^2/2; minimisers y = x^2/10, z = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.LocallySmooth;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("x", "first coordinate of x_0", 1, -10, 10),
        ParameterInfo.Real("lift", "y - x^2/10 at x_0", 0.02, -0.2, 0.2),
        ParameterInfo.Real("z", "third coordinate of x_0", 0.05, -0.2, 0.2),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "100 (1 + (|x_0| + 1/5)^2/25) + 5: bounds the Hessian where the first coordinate stays within 1/5 of |x_0| and |y - x^2/10| below 1/4"),
        new("mu", "1: |grad f|^2 >= 2 f, by a formula"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(
            Parameters.Real<T>("x"), Parameters.Real<T>("lift"), Parameters.Real<T>("z"));
    }

    private sealed class Problem<T> : HostProblem<T>
        where T : struct, INumber<T>
    {
        private static readonly T Five = ScalarMath.From<T>(5), Ten = ScalarMath.From<T>(10), Hundred = ScalarMath.From<T>(100);

        public Problem(T x, T lift, T z)
        {
            T floor = x * x / Ten;
            InitialPoint = new([x, floor + lift, z]);
            Minimizer = new([x, floor, T.Zero]);
        }

        public override HostVector<T> InitialPoint { get; }

        /// <summary>The minimiser below the initial point; every other point of the floor is one as well.</summary>
        public override HostVector<T> Minimizer { get; }

        public override T Value(HostVector<T> x)
        {
            T u = Height(x);
            return (Hundred * u * u + x[2] * x[2]) / Two;
        }

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            T slope = Hundred * Height(x);
            gradient[0] = -(slope * x[0] / Five);
            gradient[1] = slope;
            gradient[2] = x[2];
        }

        protected override T? FamilyConstant(string name)
        {
            T reach = (T.Abs(InitialPoint[0]) + T.One / Five) / Five;
            return name switch { "L" => Hundred * (T.One + reach * reach) + Five, "mu" => T.One, _ => null };
        }

        private static T Height(HostVector<T> x) => x[1] - x[0] * x[0] / Ten;
    }
}
