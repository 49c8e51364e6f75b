using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Nesterov's "worst function in the world": from x_0 = 0 every span method uncovers one coordinate per step
/// (Nesterov, Lectures on Convex Optimization, 2018, section 2.1.2).
/// </summary>
public sealed class ConvexChain : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "convex-chain";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (L/4) (x' tri(n) x/2 - x_1), tri(n) with 2 on and -1 beside the diagonal; x_0 = 0, x*_i = 1 - i/(n+1)";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 41, 1),
        ParameterInfo.Real("L", "smoothness", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter; the largest eigenvalue of tri(n) is below 4"),
        new("mu", "L/(n+1)^2, below the smallest eigenvalue L sin(pi/(2(n+1)))^2, as sin t is at least 2t/pi"),
        new("R", "sqrt(n (2n+1)/(6 (n+1))), the norm of x*"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Integer("dimension"), Parameters.Real<T>("L"));
    }

    private sealed class Problem<T> : ChainProblem<T>
        where T : struct, INumber<T>
    {
        public Problem(int n, T L)
            : base(n, L / ScalarMath.From<T>(4), T.Zero, Two)
        {
            this.L = L;
            for (int i = 1; i <= n; i++)
            {
                Minimizer[i - 1] = ScalarMath.From<T>(n + 1 - i) / ScalarMath.From<T>(n + 1);
            }
        }

        private T L { get; }

        protected override T? FamilyConstant(string name)
        {
            int n = Minimizer.Length;
            return name switch
            {
                "L" => L,
                "mu" => L / ScalarMath.From<T>((n + 1.0) * (n + 1)),
                "R" => ScalarMath.Sqrt(ScalarMath.From<T>((double)n * ((2 * n) + 1)) / ScalarMath.From<T>(6 * (n + 1))),
                _ => null,
            };
        }
    }
}

/// <summary>
/// The strongly convex chain with the corner entry that makes x*_i = q^i exact in finite dimension, q = (sqrt kappa - 1)/(sqrt kappa + 1)
/// (Nesterov, Lectures on Convex Optimization, 2018, section 2.1.4; the corner entry is derived: with it the last equation of the infinite
/// recurrence, whose solution is q^i, holds at i = n).
/// </summary>
public sealed class StronglyConvexChain : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "strongly-convex-chain";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (mu (kappa-1)/4) (x'A x/2 - x_1) + mu |x|^2/2, A = tri(n) with last entry (sqrt kappa + 3)/(sqrt kappa + 1); x_0 = 0, x*_i = q^i";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 100, 1),
        ParameterInfo.Real("condition", "kappa = L/mu", 100, 1, 1e8, logarithmic: true),
        ParameterInfo.Real("mu", "strong convexity", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "mu kappa; the eigenvalues of A lie in [0, 4], those of f's Hessian in [mu, L]"),
        new("mu", "parameter"),
        new("kappa", "parameter condition"),
        new("q", "(sqrt kappa - 1)/(sqrt kappa + 1)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(
            Parameters.Integer("dimension"), Parameters.Real<T>("condition"), Parameters.Real<T>("mu"));
    }

    private sealed class Problem<T> : ChainProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T _kappa;
        private readonly T _mu;
        private readonly T _q;

        public Problem(int n, T kappa, T mu)
            : base(n, mu * (kappa - T.One) / ScalarMath.From<T>(4), mu, Corner(kappa))
        {
            T root = ScalarMath.Sqrt(kappa);
            (_kappa, _mu, _q) = (kappa, mu, (root - T.One) / (root + T.One));
            T power = T.One;
            for (int i = 0; i < n; i++)
            {
                power *= _q;
                Minimizer[i] = power;
            }
        }

        protected override T? FamilyConstant(string name) =>
            name switch { "L" => _mu * _kappa, "mu" => _mu, "kappa" => _kappa, "q" => _q, _ => null };

        private static T Corner(T kappa)
        {
            T root = ScalarMath.Sqrt(kappa);
            return (root + ScalarMath.From<T>(3)) / (root + T.One);
        }
    }
}

/// <summary>
/// f(x) = c (x'A x/2 - x_1) + mu |x|^2/2 with A tridiagonal, 2 on the diagonal but for the last entry, -1 beside it; x_0 = 0. The gap is the
/// quadratic form at x - x*, whose terms are squares, so nothing cancels.
/// </summary>
internal abstract class ChainProblem<T>(int n, T c, T mu, T corner) : HessianProblem<T>
    where T : struct, INumber<T>
{
    private readonly T[] _scratch = new T[n];

    public override HostVector<T> InitialPoint { get; } = new(new T[n]);

    public override HostVector<T> Minimizer { get; } = new(new T[n]);

    public override T Value(HostVector<T> x) => Form(x) - c * x[0];

    public override T PrimalGap(HostVector<T> x)
    {
        HostVector<T> d = new(_scratch);
        d.Assign(x - Minimizer);
        return Form(d);
    }

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        ComputeHessianProduct(x, x, gradient);
        gradient[0] -= c;
    }

    protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
    {
        Span<T> v = direction.Span, r = result.Span;
        T twoCPlusMu = Two * c + mu;
        for (int i = 0; i < n; i++)
        {
            T left = i > 0 ? v[i - 1] : T.Zero, right = i < n - 1 ? v[i + 1] : T.Zero;
            r[i] = twoCPlusMu * v[i] - c * (left + right);
        }

        r[n - 1] = (corner * c + mu) * v[n - 1] - (n > 1 ? c * v[n - 2] : T.Zero);
    }

    /// <summary>(c v'A v + mu |v|^2)/2 with v'A v = v_1^2 + sum (v_i - v_{i+1})^2 + (corner - 1) v_n^2.</summary>
    private T Form(HostVector<T> vector)
    {
        Span<T> v = vector.Span;
        T a = v[0] * v[0] + (corner - T.One) * v[n - 1] * v[n - 1], squares = v[n - 1] * v[n - 1];
        for (int i = 0; i < n - 1; i++)
        {
            T difference = v[i] - v[i + 1];
            a += difference * difference;
            squares += v[i] * v[i];
        }

        return (c * a + mu * squares) / Two;
    }
}
