using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// |x|^2 on the simplex from a vertex: a convex combination of k + 1 vertices has value at least 1/(k+1), whatever the method
/// (Jaggi, ICML 2013, Lemma 3).
/// </summary>
public sealed class SimplexNorm : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "simplex-norm";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x|^2 on the probability simplex; x_0 = e_1, x* = (1/n, ..., 1/n), f* = 1/n";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Integer("dimension", "n", 100, 2)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "2: the Hessian is 2 I"),
        new("mu", "2: the Hessian is 2 I"),
        new("D", "sqrt 2: the distance of two vertices"),
        new("w", "pyramidal width: 2/sqrt n for even n, 2/sqrt(n - 1/n) for odd n (Lacoste-Julien and Jaggi 2015)"),
        new("fstar", "1/n"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Integer("dimension"));
    }

    private sealed class Problem<T> : LineSearchProblem<T>
        where T : struct, INumber<T>
    {
        private readonly HostVector<T> _d;

        public Problem(int n)
        {
            InitialPoint = new(new T[n]);
            InitialPoint[0] = T.One;
            Minimizer = new(new T[n]);
            Minimizer.Span.Fill(T.One / ScalarMath.From<T>(n));
            _d = Minimizer.NewLike();
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public override int? VertexCount => InitialPoint.Length;

        public override T Value(HostVector<T> x) => HostVector<T>.Dot(x, x);

        // |x|^2 - 1/n = |x - x*|^2 on the simplex, without cancellation.
        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            return HostVector<T>.Dot(_d, _d);
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => gradient.Assign(Two, x);

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => VertexSets.MinimizeOverSimplex(direction, vertex);

        protected override T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest) =>
            SegmentSteps.OfQuadratic(Two * HostVector<T>.Dot(x, direction), Two * HostVector<T>.Dot(direction, direction), largest);

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" or "mu" => Two,
            "D" => ScalarMath.Sqrt(Two),
            "w" => VertexSets.PyramidalWidthOfSimplex<T>(Minimizer.Length),
            "fstar" => T.One / ScalarMath.From<T>(Minimizer.Length),
            _ => null,
        };
    }
}
