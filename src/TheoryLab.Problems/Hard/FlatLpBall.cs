using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The distance to 2 e_1 over the unit l_p ball. The minimiser e_1 is a flat point of the ball for p above 2, so that Frank-Wolfe is as slow there
/// as the uniform convexity of the set allows (Kerdreux, d'Aspremont and Pokutta, AISTATS 2021, for the upper bound).
/// </summary>
public sealed class FlatLpBall : ProblemFamily
{
    private static readonly double[] Start = [0.1, 0.5, 0.6, -0.3];

    /// <inheritdoc/>
    public override string Name => "distance-on-lp-ball";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x - 2 e_1|^2/2 - 1/2 on the unit l_p ball; x_0 = (0.1, 0.5, 0.6, -0.3, 0, ...), x* = e_1, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 4, 1),
        ParameterInfo.Real("p", "exponent of the norm", 4, 2, 100, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: the Hessian is I"),
        new("mu", "1: the Hessian is I"),
        new("p", "parameter"),
        new("D", "2 n^(1/2 - 1/p): twice the largest Euclidean norm in the ball"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "powers")
            : new Problem<T>(Parameters.Integer("dimension"), Parameters.Real<T>("p"));
    }

    private sealed class Problem<T>(int n, T p)
        : SeparableQuadratic<T>(FromData(Sampling.Fill(n, _ => 1)), Along(n, T.One), new(FromData(Sampling.Fill(n, i => i < Start.Length ? Start[i] : 0))))
        where T : struct, INumber<T>
    {
        protected override HostVector<T> GradientAtMinimizer { get; } = Along(n, -T.One);

        // 1 - x_1 is exact near the minimiser.
        protected override T Slope(HostVector<T> x) => T.One - x[0];

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => NormBalls.MinimizeOverLp(p, direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "p" => p,
            "D" => Two * ScalarMath.Exp(((T.One / Two) - (T.One / p)) * ScalarMath.Log(ScalarMath.From<T>(InitialPoint.Length))),
            _ => base.FamilyConstant(name),
        };

        private static HostVector<T> Along(int n, T size)
        {
            HostVector<T> point = new(new T[n]);
            point[0] = size;
            return point;
        }
    }
}
