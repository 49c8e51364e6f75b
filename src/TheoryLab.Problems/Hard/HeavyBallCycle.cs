using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A strongly convex smooth function of one variable, mu = 1, L = 25, on which the heavy ball with its quadratic-optimal parameters runs into
/// an attracting cycle of length three (Lessard, Recht and Packard, SIAM Journal on Optimization 26, 2016, section 4.6).
/// </summary>
public sealed class HeavyBallCycle : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "heavy-ball-cycle";

    /// <inheritdoc/>
    public override string Summary => "f'(x) = 25 x (x < 1), x + 24 (1 <= x < 2), 25 x - 24 (x >= 2); x* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Real("start", "x_0", 3.3, -100, 100)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "25: the largest slope of f'"),
        new("mu", "1: the smallest slope of f'"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Real<T>("start"));
    }

    private sealed class Problem<T>(T start) : HostProblem<T>
        where T : struct, INumber<T>
    {
        private static readonly T L = ScalarMath.From<T>(25);
        private static readonly T Jump = ScalarMath.From<T>(24);

        public override HostVector<T> InitialPoint { get; } = new([start]);

        public override HostVector<T> Minimizer { get; } = new([T.Zero]);

        public override T Value(HostVector<T> x)
        {
            // f' integrated piece by piece from 0: f(1) = 25/2, f(2) = 38.
            T a = x[0];
            return a < T.One ? L * a * a / Two
                : a < Two ? a * a / Two + Jump * a - ScalarMath.From<T>(12)
                : L * a * a / Two - Jump * a + ScalarMath.From<T>(36);
        }

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) =>
            gradient[0] = x[0] < T.One ? L * x[0] : x[0] < Two ? x[0] + Jump : L * x[0] - Jump;

        protected override T? FamilyConstant(string name) => name switch { "L" => L, "mu" => T.One, _ => null };
    }
}
