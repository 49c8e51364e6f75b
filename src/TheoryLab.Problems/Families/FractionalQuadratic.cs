using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Quotients of quadratics that are built around their minimum: Rayleigh quotients x'A x/|x|^2, and convex quadratics over the concave r - |x|^2. Along
/// a coordinate both are quotients of quadratics in t, whose stationary points are the roots of a quadratic: the minimum is found globally.
/// </summary>
/// <remarks>
/// F = f/g, f = x'Q x/2 - q'x + c, g = s |x|^2 + r with s = 1 or -1. With lam = F*, f - lam g = (x - x*)'(Q - 2 s lam I)(x - x*)/2, positive
/// semidefinite, so that F - F* is that over g: q and c are chosen for it. "triple" is the Rayleigh quotient of [[2,b,c],[b,2,d],[c,d,2]], whose
/// eigenvalues are 2 plus roots of t^3 - (b^2+c^2+d^2) t - 2bcd; two Newton steps from doubles give them to more than double-double accuracy.
/// </remarks>
public sealed class FractionalQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "fractional-quadratic";

    /// <inheritdoc/>
    public override string Summary => "F(x) = (x'Q x/2 - q'x + c)/(s |x|^2 + r): a Rayleigh quotient, or a convex quadratic over 10 - |x|^2";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Fractional;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Choice("kind", "a Rayleigh quotient with random eigenvectors; over 10 - |x|^2; a Rayleigh quotient of order 3", "rayleigh", "concave", "triple"),
        ParameterInfo.Integer("dimension", "n; 3 for triple", 6, 2, 200),
        ParameterInfo.Real("gap", "second smallest eigenvalue of a random A less the smallest, which is 1", 0.5, 1e-3, 10, logarithmic: true),
        ParameterInfo.Real("b", "A_12 of triple", 1, -2, 2),
        ParameterInfo.Real("c", "A_13 of triple", 0.9, -2, 2),
        ParameterInfo.Real("d", "A_23 of triple", 0.8, -2, 2),
        ParameterInfo.Choice("start", "x_0: normal; (1, 1, 0, ..); (0, 1, -1); of triple the eigenvector of the middle or largest eigenvalue", "normal", "pair", "difference", "middle", "top"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
        [new("fstar", "the smallest eigenvalue, or 1 by construction"), new("F0", "F(x_0)"), new("leastDiagonal", "smallest Q_ii/2, the A_ii of a Rayleigh quotient")];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _eigenvalues = [];
        private readonly double[] _reflection = [];
        private readonly double[] _minimizer = [];
        private readonly double[] _start;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            Random random = Seeds.Generator(seed);
            int n = p.Text("kind") == "triple" ? 3 : p.Integer("dimension");
            _start = p.Text("start") switch
            {
                "pair" => Sampling.Fill(n, i => i < 2 ? 1 : 0),
                "difference" => Sampling.Fill(n, i => i == 1 ? 1 : i == 2 ? -1 : 0),
                "middle" => TripleEigen.Vector(B, C, D, 1),
                "top" => TripleEigen.Vector(B, C, D, 0),
                _ => Sampling.Normal(random, n),
            };
            if (p.Text("start") is "middle" or "top" && p.Text("kind") != "triple")
            {
                throw new InputException($"The start '{p.Text("start")}' of fractional-quadratic is an eigenvector of kind triple; choose that kind, or another start.");
            }

            if (p.Text("kind") != "triple")
            {
                _eigenvalues = Sampling.Fill(n, i => i == 0 ? 1 : 1 + p.Real("gap") + (i == 1 ? 0 : 3 * random.NextDouble()));
                _reflection = Sampling.Normal(random, n);
                double[] point = Sampling.Normal(random, n);
                double length = Math.Sqrt(Reductions.Dot<double>(point, point)), startLength = Math.Sqrt(Reductions.Dot<double>(_start, _start));
                _minimizer = Array.ConvertAll(point, v => v * 1.5 / length);
                _start = p.Text("kind") == "concave" ? Array.ConvertAll(_start, v => v * 3 / startLength) : _start;
            }
        }

        private double B => Parameters.Real("b");

        private double C => Parameters.Real("c");

        private double D => Parameters.Real("d");

        public override HostProblem<T> In<T>() => Parameters.Text("kind") switch
        {
            "triple" => FractionalProblem<T>.Triple(ScalarMath.From<T>(B), ScalarMath.From<T>(C), ScalarMath.From<T>(D), _start),
            "concave" => FractionalProblem<T>.Concave(_eigenvalues, _reflection, _minimizer, _start),
            _ => FractionalProblem<T>.Rayleigh(_eigenvalues, _reflection, _start),
        };
    }
}
