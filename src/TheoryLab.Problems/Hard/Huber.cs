using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The one-dimensional Huber function with threshold tau R, started at R: the worst case of most first-order methods
/// (Taylor, Hendrickx and Glineur, Mathematical Programming 161, 2017; for gradient descent tau = 1/(2N+1): Drori and Teboulle 2014).
/// </summary>
public sealed class Huber : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "huber";

    /// <inheritdoc/>
    public override string Summary => "f(x) = L x^2/2 for |x| <= t, L t |x| - L t^2/2 beyond, t = tau R; x_0 = R, x* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("tau", "threshold as a fraction of R", 0.1, 1e-12, 1, logarithmic: true),
        ParameterInfo.Real("L", "smoothness", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("radius", "R = |x_0 - x*|", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter; f'' is L inside the threshold and 0 beyond"),
        new("mu", "0: the function is linear beyond the threshold"),
        new("R", "parameter radius = |x_0|"),
        new("tau", "parameter"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(
            Parameters.Real<T>("L"),
            Parameters.Real<T>("tau"),
            Parameters.Real<T>("radius"));
    }

    /// <summary>The problem for given scalars, for callers that want tau exact.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="L">Smoothness.</param>
    /// <param name="tau">Threshold as a fraction of R.</param>
    /// <param name="radius">R.</param>
    public static HostProblem<T> Exactly<T>(T L, T tau, T radius)
        where T : struct, INumber<T> => new Problem<T>(L, tau, radius);

    private sealed class Problem<T>(T L, T tau, T radius) : HostProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T _threshold = tau * radius;

        public override HostVector<T> InitialPoint { get; } = new([radius]);

        public override HostVector<T> Minimizer { get; } = new([T.Zero]);

        public override T Value(HostVector<T> x)
        {
            T a = T.Abs(x[0]);
            return a <= _threshold ? L * a * a / Two : L * _threshold * (a - _threshold / Two);
        }

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) =>
            gradient[0] = x[0] > _threshold ? L * _threshold : x[0] < -_threshold ? -(L * _threshold) : L * x[0];

        protected override T? FamilyConstant(string name) => name switch { "L" => L, "mu" => T.Zero, "R" => radius, "tau" => tau, _ => null };
    }
}
