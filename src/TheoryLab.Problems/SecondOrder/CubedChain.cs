using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The chain of third powers: from x_0 = 0 a zero-respecting method of second order uncovers one coordinate per step (Arjevani, Shamir and Shiff 2019;
/// Nesterov, Lectures on Convex Optimization, 2018, section 4.3).
/// </summary>
/// <remarks>
/// The gradient at (t, t-1, ..., 1, 0, ..., 0) vanishes in the first t components: neighbours differ by one. The value there is t/3 - t.
/// With A the differences, grad f = A'(|Ax| Ax) - e_1 and the Hessian is 2 A' diag |Ax| A. Its change from x to y is at most 2 |A|^2 |A (x - y)|_inf, and the
/// rows of A have norm sqrt 2 at most, |A|^2 at most 4: LH = 8 sqrt 2.
/// </remarks>
public sealed class CubedChain : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "cubed-chain";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (|x_1 - x_2|^3 + ... + |x_{n-1} - x_n|^3 + |x_n|^3)/3 - x_1; x_0 = 0, x* = (n, n-1, ..., 1), f* = -2n/3";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.Convex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Integer("dimension", "n", 11, 1, 2000)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("LH", "8 sqrt 2, a bound on the Lipschitz constant of the Hessian"),
        new("R", "sqrt(n (n+1) (2n+1)/6) = |x*|"),
        new("fstar", "-2n/3"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new Problem<T>(Parameters.Integer("dimension"));
    }

    private sealed class Problem<T> : SecondOrderProblem<T>, ILeadingSubspaceOracle<HostVector<T>>
        where T : struct, INumber<T>
    {
        private static readonly T Three = ScalarMath.From<T>(3);

        private readonly int _n;

        public Problem(int n)
        {
            _n = n;
            InitialPoint = new(new T[n]);
            Minimizer = InitialPoint.NewLike();
            MinimizeOverLeading(n, Minimizer);
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public override T Value(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < _n; i++)
            {
                T d = T.Abs(Difference(x, i));
                sum += d * d * d;
            }

            return (sum / Three) - x[0];
        }

        // With d_i = 1 + e_i the sum of the d_i is x_1 and each term is |d|^3/3 - d + 2/3 = (|d| - 1)^2 (|d| + 2)/3 for d >= 0; 2/3 + |d|^3/3 + |d| for d < 0.
        public override T PrimalGap(HostVector<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i < _n; i++)
            {
                T d = Difference(x, i), e = d - T.One;
                sum += d >= T.Zero ? e * e * (d + Two) : Two - (d * ((d * d) + Three));
            }

            return sum / Three;
        }

        public void MinimizeOverLeading(int components, HostVector<T> result)
        {
            for (int i = 0; i < _n; i++)
            {
                result[i] = ScalarMath.From<T>(Math.Max(0, Math.Min(components, _n) - i));
            }
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            for (int i = 0; i < _n; i++)
            {
                T d = Difference(x, i), before = i == 0 ? T.One : Difference(x, i - 1);
                gradient[i] = (T.Abs(d) * d) - (i == 0 ? T.One : T.Abs(before) * before);
            }
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            for (int i = 0; i < _n; i++)
            {
                result[i] = Two * T.Abs(Difference(x, i)) * Difference(direction, i);
            }

            for (int i = _n - 1; i > 0; i--)
            {
                result[i] -= result[i - 1];
            }
        }

        protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix)
        {
            if (curvature != Curvature.Hessian)
            {
                throw Without(curvature);
            }

            matrix.Clear();
            T before = T.Zero;
            for (int i = 0; i < _n; i++)
            {
                T weight = Two * T.Abs(Difference(x, i));
                matrix[(i * _n) + i] = weight + before;
                if (i + 1 < _n)
                {
                    matrix[((i + 1) * _n) + i] = -weight;
                }

                before = weight;
            }
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "LH" => ScalarMath.From<T>(8) * ScalarMath.Sqrt(Two),
            "R" => ScalarMath.Sqrt(ScalarMath.From<T>((double)_n * (_n + 1) * ((2 * _n) + 1) / 6)),
            "fstar" => -(Two * ScalarMath.From<T>(_n) / Three),
            _ => null,
        };

        // x_i - x_{i+1}, with x_{n+1} = 0.
        private T Difference(HostVector<T> x, int i) => i + 1 < _n ? x[i] - x[i + 1] : x[i];
    }
}
