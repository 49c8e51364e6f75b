using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Powell's function, on which exact cyclic coordinate minimisation runs around six vertices of a cube (Powell, On search directions for minimization
/// algorithms, Mathematical Programming 4, 1973). It is unbounded below along (t, t, t).
/// </summary>
public sealed class PowellCycle : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "powell-cycle";

    /// <inheritdoc/>
    public override string Summary => "f(x) = -x1 x2 - x2 x3 - x3 x1 + sum((x_i - 1)_+^2 + (-x_i - 1)_+^2); x_0 = (-1-e, 1+e/2, -1-e/4)";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothWithoutMinimum;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Real("e", "how far x_0 is from the cube; a power of 2 is followed exactly", 1, 1e-6, 1e6, logarithmic: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } = [new("L", "3: the Hessian is I - 11' plus a diagonal of zeros and twos")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("e"));
    }

    private sealed class Problem<T>(T e) : HostProblem<T>, ICoordinateOracle<T>, IComponentOracle<HostVector<T>, T>
        where T : struct, INumber<T>
    {
        public override bool HasMinimizer => false;

        public override HostVector<T> InitialPoint { get; } = new([-T.One - e, T.One + e / Two, -T.One - e / (Two + Two)]);

        public override HostVector<T> Minimizer => throw new InputException("Powell's function is unbounded below; choose a measure that needs no minimiser.");

        public ICoordinatePoint<T> Place(HostVector<T> x) => new Position(this, x.Copy());

        public override T Value(HostVector<T> x)
        {
            T sum = -(x[0] * x[1] + x[1] * x[2] + x[2] * x[0]);
            foreach (T c in x.Span)
            {
                T outside = Outside(c);
                sum += outside * outside;
            }

            return sum;
        }

        public override T PrimalGap(HostVector<T> x) => throw new InputException("Powell's function is unbounded below; choose a measure that needs no minimum.");

        public T OneNorm(HostVector<T> x) => T.Abs(x[0]) + T.Abs(x[1]) + T.Abs(x[2]);

        public T OffSupport(HostVector<T> x) => throw new InputException("Powell's function has no minimiser; choose a measure that needs none.");

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            for (int i = 0; i < 3; i++)
            {
                gradient[i] = Partial(x, i);
            }
        }

        protected override T? FamilyConstant(string name) => name == "L" ? Two + T.One : null;

        private static T Others(HostVector<T> x, int i) => x[(i + 1) % 3] + x[(i + 2) % 3];

        /// <summary>By how much a component leaves [-1, 1], with its sign.</summary>
        private static T Outside(T c) => T.Max(c - T.One, T.Zero) - T.Max(-c - T.One, T.Zero);

        private static T Partial(HostVector<T> x, int i) => Two * Outside(x[i]) - Others(x, i);

        /// <summary>Three coordinates need no residual.</summary>
        private sealed class Position(Problem<T> owner, HostVector<T> x) : ICoordinatePoint<T>
        {
            public HostVector<T> Point => x;

            public void Move(int i, T t)
            {
                owner.CountCall();
                x[i] += t;
            }

            public T Partial(int i) => Problem<T>.Partial(x, i);

            public T Smoothness(int i) => Two;

            public T Curvature(int i, int j) =>
                throw new InputException("powell-cycle has no second derivatives on the faces of the cube; choose coordinate-descent, which needs none.");

            // -s c + (|c| - 1)_+^2 is least at sign(s) (1 + |s|/2); for s = 0 on all of [-1, 1], where the nearest point is taken.
            public T ExactMove(int i)
            {
                T s = Others(x, i);
                return (s > T.Zero ? T.One + s / Two : s < T.Zero ? -T.One + s / Two : T.Clamp(x[i], -T.One, T.One)) - x[i];
            }

            public T ProximalMove(int i, T curvature) => -(Partial(i) / curvature);

            public T Penalty(int i, T value) => T.Zero;

            public T PenaltySlope(int i, T value) => T.Zero;
        }
    }
}
