using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Separable quadratics on the Euclidean unit ball whose minimiser is chosen first: inside at a given depth, or on the sphere with gradient
/// -pull x* there, which puts the unconstrained minimiser outside if the pull is positive. The point of the sphere is a rational function
/// (stereographic projection) of the data, so that it is exact in rationals.
/// </summary>
public sealed class BallQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quadratic-on-ball";

    /// <inheritdoc/>
    public override string Summary => "f(x) = sum a_i (x_i - x*_i)^2/2 - pull <x*, x - x*> on the Euclidean unit ball, |x*| = 1 - depth; x_0 = -e_1, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 10, 1),
        ParameterInfo.Real("L", "largest a_i", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("condition", "largest over smallest a_i", 10, 1, 1e8, logarithmic: true),
        ParameterInfo.Real("depth", "distance of x* to the sphere", 0, 0, 1),
        ParameterInfo.Real("pull", "size of the gradient at x*, as a multiple of L; zero unless depth is zero", 0, 0, 1e3),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter: the largest a_i"),
        new("mu", "L/condition: the smallest a_i"),
        new("D", "2: the diameter of the unit ball"),
        new("alpha", "1: the unit ball is 1-strongly convex"),
        new("depth", "parameter: the largest ball around x* inside the set has this radius"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) =>
        parameters.Real("depth") == 0 || parameters.Real("pull") == 0
            ? new Instance(this, parameters, seed)
            : throw new InputException($"{Name} has depth {parameters.Real("depth")} and pull {parameters.Real("pull")}; an interior minimiser has zero gradient, so set one of them to 0.");

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _curvature;
        private readonly double[] _direction;
        private readonly double _depth;
        private readonly double _pull;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension");
            double L = p.Real("L"), mu = n == 1 ? L : L / p.Real("condition");
            Random random = Seeds.Generator(seed);
            _curvature = Sampling.Spectrum(random, n, mu, L);
            _direction = Sampling.Normal(random, n - 1);
            (_depth, _pull) = (p.Real("depth"), L * p.Real("pull"));
        }

        public override HostProblem<T> In<T>() => new Problem<T>(_curvature, _direction, _depth, _pull);
    }

    private sealed class Problem<T> : SeparableQuadratic<T>
        where T : struct, INumber<T>
    {
        private readonly T _depth;
        private readonly T _pull;
        private readonly HostVector<T> _d;

        public Problem(double[] curvature, double[] direction, double depth, double pull)
            : base(FromData(curvature), PointAt(direction, T.One - ScalarMath.From<T>(depth)), Opposite(curvature.Length))
        {
            (_depth, _pull) = (ScalarMath.From<T>(depth), ScalarMath.From<T>(pull));
            _d = Minimizer.NewLike();
            GradientAtMinimizer = Minimizer.NewLike();
            GradientAtMinimizer.Assign(-_pull, Minimizer);
        }

        protected override HostVector<T> GradientAtMinimizer { get; }

        // With |x*| = 1: -<x*, x - x*> = (|x - x*|^2 + 1 - |x|^2)/2.
        protected override T Slope(HostVector<T> x)
        {
            if (T.IsZero(_pull))
            {
                return T.Zero;
            }

            _d.Assign(x - Minimizer);
            return _pull / Two * (HostVector<T>.Dot(_d, _d) + (T.One - HostVector<T>.Dot(x, x)));
        }

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => NormBalls.MinimizeOverL2(direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "D" => Two,
            "alpha" => T.One,
            "depth" => _depth,
            _ => base.FamilyConstant(name),
        };

        /// <summary>radius (2 t, 1 - |t|^2)/(1 + |t|^2), on the sphere of that radius.</summary>
        private static HostVector<T> PointAt(double[] direction, T radius)
        {
            T[] t = FromData(direction);
            T square = Reductions.Dot<T>(t, t), scale = radius / (T.One + square);
            return new([.. t.Select(component => scale * Two * component), scale * (T.One - square)]);
        }

        private static HostVector<T> Opposite(int n)
        {
            HostVector<T> point = new(new T[n]);
            point[0] = -T.One;
            return point;
        }
    }
}
