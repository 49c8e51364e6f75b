using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The resisting function of nonsmooth convex minimisation: the oracle answers M e_i with i the first largest coordinate, so that T subgradients
/// leave a coordinate of T + 1 untouched (Drori and Teboulle, An optimal variant of Kelley's cutting-plane method, Mathematical Programming 160, 2016).
/// </summary>
public sealed class ResistingMax : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "resisting-max";

    /// <inheritdoc/>
    public override string Summary => "f(x) = M max(max_i x_i, |x| - D (1 + 1/sqrt n)); x_0 = 0, x*_i = -D/sqrt n, f* = -D M/sqrt n";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.NonsmoothConvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 10, 1),
        ParameterInfo.Real("M", "Lipschitz constant of f", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("radius", "D = |x_0 - x*|", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("M", "parameter; every subgradient answered has norm M"),
        new("R", "parameter radius = |x*|"),
        new("fstar", "-D M/sqrt n; at x* both terms equal -D/sqrt n, and the subgradients e_i and x*/|x*| contain 0 in their hull"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(
            Parameters.Integer("dimension"), Parameters.Real<T>("M"), Parameters.Real<T>("radius"));
    }

    private sealed class Problem<T> : HostProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T _g;
        private readonly T _radius;
        private readonly T _depth;

        public Problem(int n, T g, T radius)
        {
            (_g, _radius, _depth) = (g, radius, radius / ScalarMath.Sqrt(ScalarMath.From<T>(n)));
            InitialPoint = new(new T[n]);
            Minimizer = new(new T[n]);
            Minimizer.Span.Fill(-_depth);
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public override T Value(HostVector<T> x) => _g * T.Max(x[First(x)], Cone(x));

        public override T PrimalGap(HostVector<T> x) => _g * (T.Max(x[First(x)], Cone(x)) + _depth);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            int first = First(x);
            if (Cone(x) > x[first])
            {
                gradient.Assign(_g / Norm(x), x);
                return;
            }

            gradient.Span.Clear();
            gradient[first] = _g;
        }

        protected override T? FamilyConstant(string name) => name switch { "M" => _g, "R" => _radius, "fstar" => -(_g * _depth), _ => null };

        private static T Norm(HostVector<T> x) => ScalarMath.Sqrt(HostVector<T>.Dot(x, x));

        private static int First(HostVector<T> x)
        {
            int first = 0;
            for (int i = 1; i < x.Length; i++)
            {
                first = x[i] > x[first] ? i : first;
            }

            return first;
        }

        private T Cone(HostVector<T> x) => Norm(x) - _radius - _depth;
    }
}
