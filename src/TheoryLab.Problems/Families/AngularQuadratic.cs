using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A function of the plane, homogeneous of degree two and convex along every ray, whose curvature across the rays changes sign. It is
/// polynomial in the coordinates and 1/r^2, since cos(m t) for even m is a polynomial in cos(2t) and sin(2t); rationals run it exactly.
/// </summary>
/// <remarks>
/// With phi = 1 + a cos(m t), homogeneity gives &lt;grad f, x&gt; = 2 f, so &lt;grad f, x - x*&gt; - (f - f*) = f is at least (1-a) |x|^2/2, with equality on a
/// ray: mu = 1 - a. In the polar frame the Hessian is (phi, phi'/2; phi'/2, phi + phi''/2). With c = cos(m t) its eigenvalues are
/// 1 + a c (1 - m^2/4) ± (a m/4) sqrt(4 + (m^2 - 4) c^2). Both the larger one and minus the smaller one are convex in c, hence extreme at c = ±1:
/// the largest is 1 - a + a m^2/2, the smallest 1 + a - a m^2/2.
/// </remarks>
public sealed class AngularQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "angular-quadratic";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (r^2/2)(1 + a cos(m t)) in polar coordinates (r, t) of the plane, m even; x* = 0, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothNonconvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("amplitude", "a", 0.2, 0, 0.99),
        ParameterInfo.Integer("frequency", "m, even", 4, 2, 64),
        ParameterInfo.Real("angle", "angle of x_0", 1, -100, 100),
        ParameterInfo.Real("radius", "|x_0|", 1, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1 - a + a m^2/2: the largest eigenvalue of the Hessian over all angles, and at least the smallest one in magnitude"),
        new("mu", "1 - a: the aiming constant, <grad f(x), x - x*> >= f(x) - f* + (mu/2)|x - x*|^2"),
        new("eps", "max(0, a m^2/2 - 1 - a): minus the smallest eigenvalue of the Hessian"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) =>
        int.IsEvenInteger(parameters.Integer("frequency"))
            ? new Instance(this, parameters, seed)
            : throw new InputException($"frequency of {Name} is {parameters.Integer("frequency")}; choose an even number.");

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>()
        {
            double r = Parameters.Real("radius"), angle = Parameters.Real("angle");
            return new Problem<T>(
                Parameters.Real<T>("amplitude"), Parameters.Integer("frequency"), FromPolar(r, angle));

            static HostVector<T> FromPolar(double r, double angle) => new([ScalarMath.From<T>(r * Math.Cos(angle)), ScalarMath.From<T>(r * Math.Sin(angle))]);
        }
    }

    private sealed class Problem<T>(T a, int m, HostVector<T> start) : HostProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T _m = ScalarMath.From<T>(m);

        public override HostVector<T> InitialPoint { get; } = start;

        public override HostVector<T> Minimizer { get; } = new(new T[2]);

        public override T Value(HostVector<T> x) => HostVector<T>.Dot(x, x) / Two * (T.One + a * Angle(x).Cosine);

        public override T PrimalGap(HostVector<T> x) => Value(x);

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            // Radial part phi x, tangential part (phi'/2) (-y, x).
            (T cosine, T sine) = Angle(x);
            T radial = T.One + a * cosine, tangential = a * _m * sine / Two;
            gradient[0] = radial * x[0] + tangential * x[1];
            gradient[1] = radial * x[1] - tangential * x[0];
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => T.One - a + a * _m * _m / Two,
            "mu" => T.One - a,
            "eps" => T.Max(T.Zero, a * _m * _m / Two - T.One - a),
            _ => null,
        };

        /// <summary>cos(m t) and sin(m t): the power m/2 of (cos 2t, sin 2t).</summary>
        private (T Cosine, T Sine) Angle(HostVector<T> x)
        {
            T squares = HostVector<T>.Dot(x, x);
            if (T.IsZero(squares))
            {
                return (T.One, T.Zero);
            }

            T c = (x[0] * x[0] - x[1] * x[1]) / squares, s = Two * x[0] * x[1] / squares, cosine = T.One, sine = T.Zero;
            for (int i = 0; i < m / 2; i++)
            {
                (cosine, sine) = (cosine * c - sine * s, cosine * s + sine * c);
            }

            return (cosine, sine);
        }
    }
}
