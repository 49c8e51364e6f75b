using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A convex function whose nonsmooth part is not separable: every point of the line x1 = x2 is minimal along both coordinates (Warga 1963).</summary>
public sealed class NonseparableKink : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "nonseparable-kink";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x1 + x2| + 3 |x1 - x2|, f* = 0; x_0 = (start, start)";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.NonsmoothConvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Real("start", "both components of x_0", 1, 1e-6, 1e6, logarithmic: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [new("M", "sqrt(20), the norm of (1, 1) + 3 (1, -1)")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T start) : HostProblem<T>, ICoordinateOracle<T>
        where T : struct, INumber<T>
    {
        private static readonly T Three = Two + T.One;

        public override HostVector<T> InitialPoint { get; } = new([start, start]);

        public override HostVector<T> Minimizer { get; } = new(new T[2]);

        public ICoordinatePoint<T> Place(HostVector<T> x) => new Position(this, x.Copy());

        public override T Value(HostVector<T> x) => T.Abs(x[0] + x[1]) + Three * T.Abs(x[0] - x[1]);

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            (gradient[0], gradient[1]) = (Partial(x, 0), Partial(x, 1));
        }

        protected override T? FamilyConstant(string name) => name == "M" ? ScalarMath.Sqrt(ScalarMath.From<T>(20)) : null;

        private static T Partial(HostVector<T> x, int i)
        {
            T sum = Sign(x[0] + x[1]), difference = Three * Sign(x[0] - x[1]);
            return i == 0 ? sum + difference : sum - difference;
        }

        private static T Sign(T v) => v > T.Zero ? T.One : v < T.Zero ? -T.One : T.Zero;

        private sealed class Position(Problem<T> owner, HostVector<T> x) : ICoordinatePoint<T>
        {
            public HostVector<T> Point => x;

            public void Move(int i, T t)
            {
                owner.CountCall();
                x[i] += t;
            }

            public T Partial(int i) => Problem<T>.Partial(x, i);

            public T Smoothness(int i) => throw NotSmooth();

            public T Curvature(int i, int j) => throw NotSmooth();

            // The kink of slope 3 at x1 = x2 outweighs the one of slope 1 at x1 = -x2.
            public T ExactMove(int i) => x[1 - i] - x[i];

            public T ProximalMove(int i, T curvature) => -(Partial(i) / curvature);

            public T Penalty(int i, T value) => T.Zero;

            public T PenaltySlope(int i, T value) => T.Zero;

            private static InputException NotSmooth() => new("nonseparable-kink has no curvature; minimise it exactly along coordinates, step=Exact.");
        }
    }
}
