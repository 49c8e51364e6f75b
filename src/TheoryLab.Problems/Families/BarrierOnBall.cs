using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A sum of shifted logarithms on the Euclidean unit ball, self-concordant and infinite on part of the ball, whose gradient vanishes nowhere. x* is
/// chosen first, positive and on the sphere: with weights c x*_i^2/q_i the gradient there is -c x*, and the Hessian has the entries c q_i.
/// </summary>
public sealed class BarrierOnBall : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "log-barrier-on-ball";

    /// <inheritdoc/>
    public override string Summary =>
        "f(x) = -sum_i w_i log(1 + q_i (x_i - x*_i)/x*_i) on the Euclidean unit ball, infinite where an argument is not positive; w_i = c x*_i^2/q_i, x* > 0 on the sphere, x_0 = x* less a quarter or half of the way out of the domain, f* = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Barrier;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 10, 2),
        ParameterInfo.Real("condition", "largest over smallest q_i, the smallest being 1: the Hessian at x* has eigenvalues from c to condition c", 10, 1, 1e4, logarithmic: true),
        ParameterInfo.Choice("points", "random x* and q_i, or equal components of x* and a geometric sequence of q_i", "random", "even"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("D", "2: the diameter of the unit ball"),
        new("alpha", "1: the unit ball is 1-strongly convex"),
        new("c", "the norm of the gradient at x*, so large that every weight is at least 1, which makes f standard self-concordant"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly double[] _direction;
        private readonly double[] _steepness;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension");
            double condition = p.Real("condition");
            Random random = Seeds.Generator(seed);
            if (p.Text("points") == "even")
            {
                _direction = Sampling.Fill(n, _ => 1);
                _steepness = Sampling.Fill(n, i => Math.Pow(condition, 1 - (i / (n - 1.0))));
                return;
            }

            _direction = Sampling.Fill(n, _ => Sampling.LogUniform(random, 0.5, 2));
            _steepness = Sampling.Fill(n, i => i == 0 ? condition : i == 1 ? 1 : Math.Clamp(Sampling.LogUniform(random, 1, condition), 1, condition));
        }

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "logarithms")
            : new Problem<T>(_direction, _steepness);
    }

    private sealed class Problem<T> : BarrierProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _weights;
        private readonly T[] _rates;
        private readonly T[] _u;
        private readonly T[] _v;
        private readonly HostVector<T> _d;
        private readonly T _size;

        public Problem(double[] direction, double[] steepness)
        {
            T[] point = FromData(direction), q = FromData(steepness);
            Minimizer = new(point);
            Minimizer.Assign(T.One / ScalarMath.Sqrt(HostVector<T>.Dot(Minimizer, Minimizer)), Minimizer);
            InitialPoint = Minimizer.Copy();
            (_weights, _rates, _u, _v, _d) = (new T[q.Length], new T[q.Length], new T[q.Length], new T[q.Length], Minimizer.NewLike());
            for (int i = 0; i < q.Length; i++)
            {
                _size = T.Max(_size, q[i] / (point[i] * point[i]));
            }

            for (int i = 0; i < q.Length; i++)
            {
                (_weights[i], _rates[i]) = (_size * point[i] * point[i] / q[i], q[i] / point[i]);
                InitialPoint[i] -= ScalarMath.From<T>(int.IsEvenInteger(i) ? 0.5 : 0.25) / _rates[i];
            }
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public override T Value(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                T u = Argument(x, i);
                if (u <= T.Zero)
                {
                    return Infinity;
                }

                sum -= _weights[i] * ScalarMath.Log(u);
            }

            return sum;
        }

        // As sum w_i (u_i - 1) = c <x*, x - x*>, the gap is sum w_i (u_i - 1 - log u_i) + c (|x - x*|^2 + 1 - |x|^2)/2, each term non-negative.
        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            T sum = _size / Two * (HostVector<T>.Dot(_d, _d) + (T.One - HostVector<T>.Dot(x, x)));
            for (int i = 0; i < x.Length; i++)
            {
                T u = Argument(x, i);
                if (u <= T.Zero)
                {
                    return Infinity;
                }

                sum += _weights[i] * (u - T.One - ScalarMath.Log(u));
            }

            return sum;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] = -_weights[i] * _rates[i] / Argument(x, i);
            }
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            for (int i = 0; i < x.Length; i++)
            {
                T slope = _rates[i] / Argument(x, i);
                result[i] = _weights[i] * slope * slope * direction[i];
            }
        }

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => NormBalls.MinimizeOverL2(direction, vertex);

        protected override void PrepareSearch(HostVector<T> x, HostVector<T> direction)
        {
            for (int i = 0; i < x.Length; i++)
            {
                (_u[i], _v[i]) = (Argument(x, i), _rates[i] * direction[i]);
            }
        }

        protected override bool Along(T t, out T slope, out T curvature) => Logarithms(_weights, _u, _v, t, out slope, out curvature);

        protected override T? FamilyConstant(string name) => name switch
        {
            "D" => Two,
            "alpha" => T.One,
            "c" => _size,
            _ => null,
        };

        /// <summary>u_i = 1 + q_i (x_i - x*_i)/x*_i.</summary>
        private T Argument(HostVector<T> x, int i) => T.One + (_rates[i] * (x[i] - Minimizer[i]));
    }
}
