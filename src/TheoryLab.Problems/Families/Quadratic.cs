using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Quadratics with a prescribed spectrum from mu to L, both attained, in the coordinate basis or turned by a Householder reflection. The
/// reflection I - 2 v v'/|v|^2 is orthogonal in exact arithmetic, so the spectrum is exact in every scalar.
/// </summary>
public sealed class Quadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "quadratic";

    /// <inheritdoc/>
    public override string Summary => "f(x) = (x - x*)'A (x - x*)/2, eigenvalues of A from mu to L, the inner ones log-uniform";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 20, 1),
        ParameterInfo.Real("L", "largest eigenvalue", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("condition", "L/mu", 100, 1, 1e12, logarithmic: true),
        ParameterInfo.Choice("start", "x_0 - x*: normal in every eigendirection, along the eigenvector of mu or of L, or with 1/eigenvalue in each", "normal", "smallest", "largest", "inverse"),
        ParameterInfo.Choice("basis", "eigenvectors: coordinates, or a random reflection of them", "reflected", "coordinates"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "parameter: the largest eigenvalue"),
        new("mu", "L/condition: the smallest eigenvalue"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly double[] _eigenvalues;
        private readonly double[] _start;
        private readonly double[] _minimizer;
        private readonly double[]? _reflection;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            int n = p.Integer("dimension");
            double L = p.Real("L"), mu = n == 1 ? L : L / p.Real("condition");
            Random random = Seeds.Generator(seed);
            _eigenvalues = Sampling.Spectrum(random, n, mu, L);
            _reflection = p.Text("basis") == "reflected" ? Sampling.Normal(random, n) : null;
            _minimizer = _reflection is null ? new double[n] : Sampling.Normal(random, n);
            _start = p.Text("start") switch
            {
                "smallest" => Sampling.Fill(n, i => i == Math.Min(1, n - 1) ? 1 : 0),
                "largest" => Sampling.Fill(n, i => i == 0 ? 1 : 0),
                "inverse" => Sampling.Fill(n, i => 1 / _eigenvalues[i]),
                _ => Sampling.Normal(random, n),
            };
        }

        public DenseForm Dense() => _reflection is null
            ? new SeparableForm(_eigenvalues, new double[_eigenvalues.Length])
            : new QuadraticForm(DenseMatrix.OfHessian(new Problem<DoubleDouble>(_eigenvalues, _start, _minimizer, _reflection), _eigenvalues.Length));

        public override HostProblem<T> In<T>() => new Problem<T>(_eigenvalues, _start, _minimizer, _reflection);
    }

    private sealed class Problem<T> : HessianProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _eigenvalues;
        private readonly HostVector<T>? _reflection;
        private readonly T _twoOverSquaredNorm;
        private readonly HostVector<T> _d;
        private readonly HostVector<T> _e;

        public Problem(double[] eigenvalues, double[] start, double[] minimizer, double[]? reflection)
        {
            _eigenvalues = FromData(eigenvalues);
            Minimizer = new(FromData(minimizer));
            InitialPoint = Minimizer.NewLike();
            _d = Minimizer.NewLike();
            _e = Minimizer.NewLike();
            if (reflection is not null)
            {
                _reflection = new(FromData(reflection));
                _twoOverSquaredNorm = Two / HostVector<T>.Dot(_reflection.Value, _reflection.Value);
            }

            _d.CopyFrom(new(FromData(start)));
            Reflect(_d);
            InitialPoint.Assign(Minimizer + _d);
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public override T Value(HostVector<T> x) => PrimalGap(x);

        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            Reflect(_d);
            HostKernels.Multiply<T>(_e.Span, _eigenvalues, _d.Span);
            return HostVector<T>.Dot(_d, _e) / Two;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            _d.Assign(x - Minimizer);
            Multiply(_d, gradient);
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
        {
            _d.CopyFrom(direction);
            Multiply(_d, result);
        }

        protected override T? FamilyConstant(string name) => name switch { "L" => _eigenvalues[0], "mu" => _eigenvalues[Math.Min(1, _eigenvalues.Length - 1)], _ => null };

        /// <summary>result &lt;- Q diag Q d; d is overwritten.</summary>
        private void Multiply(HostVector<T> d, HostVector<T> result)
        {
            Reflect(d);
            HostKernels.Multiply<T>(result.Span, _eigenvalues, d.Span);
            Reflect(result);
        }

        /// <summary>x &lt;- (I - 2 v v'/|v|^2) x.</summary>
        private void Reflect(HostVector<T> x)
        {
            if (_reflection is { } v)
            {
                x.Assign(x - (_twoOverSquaredNorm * HostVector<T>.Dot(v, x)) * v);
            }
        }
    }
}
