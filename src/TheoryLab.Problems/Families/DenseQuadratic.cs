using System.Numerics;
using System.Runtime.InteropServices;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Quadratics with a matrix that has no zeros and an exactly known spectrum: A = H diag(d) H'/n with the Hadamard matrix H of order n, a power of two, whose entries
/// are 1 and -1 (Sylvester 1867), and integers d from 1 to the condition. Entry (i, j) is w at the exclusive or of i and j, where w = H d/n: sums of integers
/// over a power of two, exact in doubles. What runs cost here is the product with A, on whatever backend is chosen.
/// </summary>
public sealed class DenseQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "dense-quadratic";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (x - x*)'A (x - x*)/2 with a dense A, eigenvalues from 1 to condition; x_0 = 0, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n, a power of two", 64, 1, 8192),
        ParameterInfo.Integer("condition", "L/mu, an integer", 100, 1, 1_000_000),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter condition: the largest eigenvalue, exactly"),
        new("mu", "1: the smallest eigenvalue, exactly; the condition if n = 1"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => int.IsPow2(parameters.Integer("dimension"))
        ? new Instance(this, parameters, seed)
        : throw new InputException($"dimension of {Name} is {parameters.Integer("dimension")}; it must be a power of two, such as 64 or 1024.");

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly Lazy<double[]> _matrix;
        private readonly double[] _minimizer;
        private readonly int _condition;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension");
            _condition = p.Integer("condition");
            Random random = Seeds.Generator(seed);
            double[] d = Sampling.Fill(n, i => i == 0 ? _condition : i == 1 ? 1 : Math.Round(Sampling.LogUniform(random, 1, _condition)));
            _minimizer = Sampling.Normal(random, n);
            _matrix = new(() => Matrix(d));
        }

        public override HostProblem<T> In<T>() => new Problem<T>(DesignMatrix.In<T>(_matrix.Value), _minimizer, _condition, null);

        public override HostProblem<double> On(IDenseBackend backend) => new Problem<double>(_matrix.Value, _minimizer, _condition, backend);

        public DenseForm Dense() => new QuadraticForm(_matrix.Value);

        private static double[] Matrix(double[] d)
        {
            // The fast transform: w <- H w, in place, log n rounds of sums and differences.
            int n = d.Length;
            double[] w = [.. d], matrix = new double[n * n];
            for (int half = 1; half < n; half *= 2)
            {
                for (int i = 0; i < n; i++)
                {
                    if ((i & half) == 0)
                    {
                        (w[i], w[i + half]) = (w[i] + w[i + half], w[i] - w[i + half]);
                    }
                }
            }

            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    matrix[(i * n) + j] = w[i ^ j] / n;
                }
            }

            return matrix;
        }
    }

    private sealed class Problem<T>(T[] matrix, double[] minimizer, int condition, IDenseBackend? backend) : SecondOrderProblem<T>
        where T : struct, INumber<T>
    {
        private readonly HostVector<T> _d = new(new T[minimizer.Length]);
        private readonly HostVector<T> _product = new(new T[minimizer.Length]);

        public override HostVector<T> InitialPoint { get; } = new(new T[minimizer.Length]);

        public override HostVector<T> Minimizer { get; } = new(FromData(minimizer));

        public override T Value(HostVector<T> x) => PrimalGap(x);

        public override T PrimalGap(HostVector<T> x)
        {
            ComputeGradient(x, _product);
            return HostVector<T>.Dot(_d, _product) / Two;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            _d.Assign(x - Minimizer);
            Multiply(_d.Span, gradient.Span);
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) => Multiply(direction.Span, result.Span);

        protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> target)
        {
            if (curvature != Curvature.Hessian)
            {
                throw Without(curvature);
            }

            matrix.CopyTo(target);
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => ScalarMath.From<T>(condition),
            "mu" => minimizer.Length == 1 ? ScalarMath.From<T>(condition) : T.One,
            _ => null,
        };

        protected override IShiftedFactor<T> NewFactor(int n) => backend is null ? base.NewFactor(n) : (IShiftedFactor<T>)(object)new BackendFactor(n, backend);

        private void Multiply(Span<T> x, Span<T> y)
        {
            int n = x.Length;
            if (typeof(T) == typeof(double))
            {
                ReadOnlyMatrixSpan a = new((double[])(object)matrix, n, n);
                Span<double> from = MemoryMarshal.Cast<T, double>(x), to = MemoryMarshal.Cast<T, double>(y);
                if (backend is null)
                {
                    VectorProducts.Multiply(a, from, to);
                }
                else
                {
                    backend.Multiply(a, from, to);
                }

                return;
            }

            for (int i = 0; i < n; i++)
            {
                y[i] = Reductions.Dot<T>(matrix.AsSpan(i * n, n), x);
            }
        }
    }
}
