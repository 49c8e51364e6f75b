using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Nonlinear least squares with residuals that vanish at the minimiser: n equations phi(a_i'x) = phi(a_i'x*) with a link phi that is a rational function, so that
/// Gauss-Newton and Fisher matrices, which differ from the Hessian here, exist in exact rationals.
/// </summary>
/// <remarks>
/// phi(t) = t + b t/(1 + t^2), and t/(1 + t^2) is the imaginary part of 1/(1 - it), whose k-th derivative has modulus k!/(1 + t^2)^((k+1)/2). The derivative
/// (1 - u)/(1 + u)^2 at u = t^2 lies between -1/8 (u = 3) and 1 (u = 0): phi' is between c0 = 1 - b/8 and c1 = 1 + b. |phi''| is largest at t = sqrt 2 - 1, where it
/// is b (3 + 2 sqrt 2)/4, at most C = (35/24) b; and |t phi''(t)| is at most 2 b |t|/(1 + t^2)^1.5, at most 0.77 b. The rows are a_i = s_i q_i with q_i those of a
/// reflection, so that A'A has the eigenvalues s_i^2. The Hessian is the mean of (phi'^2 + r phi'') a_i a_i'; with |r| at most c1 |t| + |phi(a_i'x*)| that gives L.
/// M is what the claims about Gauss-Newton steps need; its derivation is beside them.
/// </remarks>
public sealed class NonlinearLeastSquares : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "nonlinear-least-squares";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (1/2n) sum (phi(a_i'x) - phi(a_i'x*))^2, phi(t) = t + b t/(1 + t^2), singular values of A from 1 to condition; f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.SmoothNonconvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n, equations and unknowns", 3, 1, 200),
        ParameterInfo.Real("bend", "b, how far phi is from linear", 1, 0, 1),
        ParameterInfo.Real("condition", "largest singular value of A, the least being 1", 2, 1, 1e3, logarithmic: true),
        ParameterInfo.Real("minimizer", "|x*|", 1, 0, 1e3),
        ParameterInfo.Real("start", "|x_0 - x*|", 1, 1e-6, 1e3, logarithmic: true),
        ParameterInfo.Real("extra", "added to the regularisation M that methods are told", 0, 0, 1e6),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "s^2/n (c1^2 + 0.77 b c1 + C max |phi(a_i'x*)|), s = condition, c1 = 1 + b, C = 35 b/24"),
        new("LB", "c1^2 s^2/n: the Gauss-Newton matrix is at most that"),
        new("muB", "c0^2/n, c0 = 1 - b/8: the Gauss-Newton matrix is at least that"),
        new("E", "C c1 s^3/(2 n): |B (x - x*) - grad f(x)| is at most E |x - x*|^2"),
        new("M", "(3/2) C s^2 c1/c0^2 + extra: the regularisation that methods are told"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _axis, _minimizer, _start;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension");
            Random random = Seeds.Generator(seed);
            _axis = Sampling.Normal(random, n);
            _minimizer = Sampling.Sphere(random, n, p.Real("minimizer"));
            double[] away = Sampling.Sphere(random, n, p.Real("start"));
            _start = Sampling.Fill(n, i => _minimizer[i] + away[i]);
        }

        public override HostProblem<T> In<T>() => new Problem<T>(Parameters, FromData<T>(_axis), FromData<T>(_minimizer), FromData<T>(_start));

        private static T[] FromData<T>(double[] data)
            where T : struct, INumber<T> => Array.ConvertAll(data, ScalarMath.From<T>);
    }

    private sealed class Problem<T> : SecondOrderProblem<T>
        where T : struct, INumber<T>
    {
        private readonly int _n;
        private readonly T _bend, _largest, _extra, _count;
        private readonly T[] _rows, _offsets;
        private readonly HostVector<T> _d;

        public Problem(ParameterSet p, T[] axis, T[] minimizer, T[] start)
        {
            _n = axis.Length;
            _count = ScalarMath.From<T>(_n);
            _bend = p.Real<T>("bend");
            _largest = _n == 1 ? T.One : p.Real<T>("condition");
            _extra = p.Real<T>("extra");
            (InitialPoint, Minimizer, _d) = (new(start), new(minimizer), new(new T[_n]));

            // The rows of I - 2 v v'/|v|^2, scaled.
            _rows = new T[_n * _n];
            T square = Reductions.Dot<T>(axis, axis);
            for (int i = 0; i < _n; i++)
            {
                T scale = _n == 1 ? T.One : T.One + ((_largest - T.One) * ScalarMath.From<T>(i) / ScalarMath.From<T>(_n - 1));
                for (int j = 0; j < _n; j++)
                {
                    _rows[(i * _n) + j] = scale * ((i == j ? T.One : T.Zero) - (Two * axis[i] * axis[j] / square));
                }
            }

            _offsets = new T[_n];
            for (int i = 0; i < _n; i++)
            {
                _offsets[i] = Reductions.Dot<T>(Row(i), minimizer);
            }
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        private T Steepest => T.One + _bend;

        private T Flattest => T.One - (_bend / ScalarMath.From<T>(8));

        private T Bending => ScalarMath.From<T>(35) * _bend / ScalarMath.From<T>(24);

        public override T Value(HostVector<T> x) => PrimalGap(x);

        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            T sum = T.Zero;
            for (int i = 0; i < _n; i++)
            {
                T r = At(i, x).Residual;
                sum += r * r;
            }

            return sum / (Two * _count);
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            _d.Assign(x - Minimizer);
            gradient.Span.Clear();
            for (int i = 0; i < _n; i++)
            {
                (T r, T slope, _) = At(i, x);
                HostKernels.Combine<T>(gradient.Span, T.One, gradient.Span, r * slope / _count, Row(i));
            }
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            _d.Assign(x - Minimizer);
            result.Span.Clear();
            for (int i = 0; i < _n; i++)
            {
                HostKernels.Combine<T>(result.Span, T.One, result.Span, Weight(i, x, Curvature.Hessian) * Reductions.Dot<T>(Row(i), direction.Span), Row(i));
            }
        }

        protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix)
        {
            _d.Assign(x - Minimizer);
            matrix.Clear();
            for (int i = 0; i < _n; i++)
            {
                T weight = Weight(i, x, curvature);
                ReadOnlySpan<T> row = Row(i);
                for (int j = 0; j < _n; j++)
                {
                    Span<T> target = matrix.Slice(j * _n, j + 1);
                    HostKernels.Combine(target, T.One, target, weight * row[j], row);
                }
            }
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => _largest * _largest * ((Steepest * Steepest) + (ScalarMath.From<T>(77) / ScalarMath.From<T>(100) * _bend * Steepest) + (Bending * LargestTarget())) / _count,
            "LB" => Steepest * Steepest * _largest * _largest / _count,
            "muB" => Flattest * Flattest / _count,
            "E" => Bending * Steepest * _largest * _largest * _largest / (Two * _count),
            "M" => (ScalarMath.From<T>(1.5) * Bending * _largest * _largest * Steepest / (Flattest * Flattest)) + _extra,
            _ => null,
        };

        private T LargestTarget()
        {
            T largest = T.Zero;
            foreach (T u in _offsets)
            {
                largest = T.Max(largest, T.Abs(u + (_bend * u / (T.One + (u * u)))));
            }

            return largest;
        }

        // The factor of a_i a_i'.
        private T Weight(int i, HostVector<T> x, Curvature curvature)
        {
            (T r, T slope, T bending) = At(i, x);
            T square = slope * slope;
            return curvature switch
            {
                Curvature.GaussNewton => square,
                Curvature.Fisher => r * r * square,
                _ => square + (r * bending),
            } / _count;
        }

        // phi(t) - phi(u) = (t - u) (1 + b (1 - t u)/((1 + t^2) (1 + u^2))), phi'(t) and phi''(t); t - u = a_i'(x - x*).
        private (T Residual, T Slope, T Bending) At(int i, HostVector<T> x)
        {
            T t = Reductions.Dot<T>(Row(i), x.Span), u = _offsets[i], v = T.One + (t * t);
            T quotient = T.One + (_bend * (T.One - (t * u)) / (v * (T.One + (u * u))));
            return (
                Reductions.Dot<T>(Row(i), _d.Span) * quotient,
                T.One + (_bend * (Two - v) / (v * v)),
                Two * _bend * t * ((t * t) - ScalarMath.From<T>(3)) / (v * v * v));
        }

        private ReadOnlySpan<T> Row(int i) => _rows.AsSpan(i * _n, _n);
    }
}
