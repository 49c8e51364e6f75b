using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A quadratic plus penalty |x|_1 that is built around its minimiser: x* and a subgradient s of |x|_1 at it are drawn, and the linear term follows,
/// so that x*, the gap and the distance to degeneracy are formulas in every scalar.
/// </summary>
/// <remarks>
/// F(x) = (x - x*)'A(x - x*)/2 - penalty s'(x - x*) + penalty |x|_1, with s_i = sign(x*_i) on the support, the last coordinates, and |s_i| at most
/// 1 - margin off it. Then F(x) - F* = (x - x*)'A(x - x*)/2 + penalty sum(|x_i| - s_i x_i), where no term is negative.
/// </remarks>
public sealed class L1Quadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "l1-quadratic";

    /// <inheritdoc/>
    public override string Summary => "F(x) = (x - x*)'A(x - x*)/2 - penalty s'(x - x*) + penalty |x|_1 with s a subgradient of |x|_1 at x*";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.CompositeConvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 8, 2, 1000),
        .. CoupledMatrices.Parameters.Where(p => p.Name is "matrix" or "coupling" or "spread" or "order" or "block"),
        ParameterInfo.Real("penalty", "weight of |x|_1", 1, 1e-9, 1e6, logarithmic: true),
        ParameterInfo.Real("support", "share of coordinates with x*_i not 0; one at least stays 0", 0.5, 0, 1),
        ParameterInfo.Real("margin", "1 - |s_i| for the coordinate off the support that is nearest to it", 0.5, 1e-6, 1),
        ParameterInfo.Real("distance", "|x_0 - x*|", 1, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Choice("direction", "x_0 - x*: normal; all components alike; along the first coordinate, outward", "normal", "ones", "first"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        .. CoupledConstants.Infos,
        new("delta", "smallest penalty (1 - |s_i|) off the support"),
        new("fstar", "penalty |x*|_1"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance
    {
        private readonly SymmetricMatrix<double> _matrix;
        private readonly CoupledConstants _constants;
        private readonly double[] _minimizer;
        private readonly double[] _subgradient;
        private readonly double[] _start;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            Random random = Seeds.Generator(seed);
            int n = p.Integer("dimension"), zeros = n - Math.Min(n - 1, (int)Math.Round(p.Real("support") * n));
            _matrix = CoupledMatrices.Matrix(p, random);
            _constants = new(_matrix, p.Integer("block"));
            double most = 1 - p.Real("margin");
            _minimizer = Sampling.Fill(n, i => i < zeros ? 0 : (random.Next(2) == 0 ? 1 : -1) * (0.5 + random.NextDouble()));
            _subgradient = Sampling.Fill(n, i => i >= zeros ? Math.Sign(_minimizer[i]) : i == 0 ? most : most * ((2 * random.NextDouble()) - 1));
            double[] direction = p.Text("direction") switch
            {
                "ones" => Sampling.Fill(n, _ => 1),
                "first" => Sampling.Fill(n, i => i == 0 ? 1 : 0),
                _ => Sampling.Normal(random, n),
            };
            double scale = p.Real("distance") / Math.Sqrt(Reductions.Dot<double>(direction, direction));
            _start = Sampling.Fill(n, i => _minimizer[i] + (scale * direction[i]));
        }

        public override HostProblem<T> In<T>() => new Problem<T>(_matrix.In<T>(), _constants, _minimizer, _subgradient, _start, Parameters.Real<T>("penalty"));
    }

    private sealed class Problem<T> : CompositeProblem<T>, ICoordinateOracle<T>, IComponentOracle<HostVector<T>, T>
        where T : struct, INumber<T>
    {
        private readonly SymmetricMatrix<T> _matrix;
        private readonly CoupledConstants _constants;
        private readonly T[] _diagonal;
        private readonly T[] _subgradient;
        private readonly T _penalty;
        private readonly HostVector<T> _d;
        private readonly HostVector<T> _product;

        public Problem(SymmetricMatrix<T> matrix, CoupledConstants constants, double[] minimizer, double[] subgradient, double[] start, T penalty)
        {
            (_matrix, _constants, _penalty, _subgradient) = (matrix, constants, penalty, FromData(subgradient));
            (InitialPoint, Minimizer) = (new(FromData(start)), new(FromData(minimizer)));
            (_d, _product, _diagonal) = (Minimizer.NewLike(), Minimizer.NewLike(), new T[matrix.Order]);
            for (int i = 0; i < _diagonal.Length; i++)
            {
                _diagonal[i] = matrix[i, i];
            }
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public ICoordinatePoint<T> Place(HostVector<T> x) => new QuadraticPoint<T>(this, _matrix, _diagonal, x, _penalty);

        public override T Value(HostVector<T> x) => PrimalGap(x) + _penalty * OneNorm(Minimizer);

        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            _matrix.Multiply(_d.Span, _product.Span);
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                sum += T.Abs(x[i]) - _subgradient[i] * x[i];
            }

            return HostVector<T>.Dot(_d, _product) / Two + _penalty * sum;
        }

        public T OneNorm(HostVector<T> x) => SumOfSizes(x);

        public T OffSupport(HostVector<T> x)
        {
            T largest = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                largest = T.IsZero(Minimizer[i]) ? T.Max(largest, T.Abs(x[i])) : largest;
            }

            return largest;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
        {
            _d.Assign(x - Minimizer);
            _matrix.Multiply(_d.Span, gradient.Span);
            HostKernels.Combine<T>(gradient.Span, T.One, gradient.Span, -_penalty, _subgradient);
        }

        protected override void ComputeProximal(HostVector<T> x, T step, HostVector<T> result) => SoftThreshold(x, step * _penalty, result);

        protected override T? FamilyConstant(string name)
        {
            if (name == "delta")
            {
                T least = T.One;
                for (int i = 0; i < _subgradient.Length; i++)
                {
                    least = T.IsZero(Minimizer[i]) ? T.Min(least, T.One - T.Abs(_subgradient[i])) : least;
                }

                return _penalty * least;
            }

            _d.Assign(InitialPoint - Minimizer);
            return name == "fstar" ? _penalty * OneNorm(Minimizer) : _constants.In(name, _diagonal, _d.Span);
        }
    }
}
