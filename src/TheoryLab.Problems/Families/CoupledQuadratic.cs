using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Quadratics with x* = 0 whose coordinates matter: random, sparse, and the equicorrelated matrices of Sun and Ye (Worst-case complexity of cyclic
/// coordinate descent, Mathematical Programming 185, 2021).
/// </summary>
public sealed class CoupledQuadratic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "coupled-quadratic";

    /// <inheritdoc/>
    public override string Summary => "f(x) = x'A x/2, x* = 0, with the constants of coordinate and block descent";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters => CoupledMatrices.Parameters;

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        .. CoupledConstants.Infos,
        new("cycle", "4 pi^2/(n kappa) of the equicorrelated matrix, kappa = (1 - c + c n)/(1 - c); pi as a double, rounded up"),
        new("coupling", "parameter c"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly SymmetricMatrix<double> _matrix;
        private readonly double[] _start;
        private readonly CoupledConstants _constants;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            Random random = Seeds.Generator(seed);
            _matrix = CoupledMatrices.Matrix(p, random);
            _start = CoupledMatrices.Start(p, _matrix, random);
            _constants = new(_matrix, p.Integer("block"));
        }

        public DenseForm Dense() => new QuadraticForm(DenseMatrix.Of(_matrix));

        public override HostProblem<T> In<T>() => new Problem<T>(_matrix.In<T>(), _start, _constants, Parameters.Real<T>("coupling"), Parameters.Integer("block"));
    }

    private sealed class Problem<T> : HessianProblem<T>, ICoordinateOracle<T>, IBlockProgressOracle<HostVector<T>, T>
        where T : struct, INumber<T>
    {
        private static readonly T FourPiSquared = ScalarMath.From<T>(Math.BitIncrement(4 * Math.PI * Math.PI));
        private readonly SymmetricMatrix<T> _matrix;
        private readonly T[] _diagonal;
        private readonly HostVector<T> _product;
        private readonly CoupledConstants _constants;
        private readonly T _coupling;
        private readonly int _block;
        private BlockProgress<T>? _progress;

        public Problem(SymmetricMatrix<T> matrix, double[] start, CoupledConstants constants, T coupling, int block)
        {
            (_matrix, _constants, _coupling) = (matrix, constants, coupling);
            _diagonal = new T[matrix.Order];
            for (int i = 0; i < _diagonal.Length; i++)
            {
                _diagonal[i] = matrix[i, i];
            }

            InitialPoint = new(FromData(start));
            (Minimizer, _product) = (InitialPoint.NewLike(), InitialPoint.NewLike());
            _block = block;
        }

        public override HostVector<T> InitialPoint { get; }

        public override HostVector<T> Minimizer { get; }

        public ICoordinatePoint<T> Place(HostVector<T> x) => new QuadraticPoint<T>(this, _matrix, _diagonal, x, T.Zero);

        public override T Value(HostVector<T> x) => PrimalGap(x);

        public override T PrimalGap(HostVector<T> x)
        {
            _matrix.Multiply(x.Span, _product.Span);
            return HostVector<T>.Dot(x, _product) / Two;
        }

        public T BestBlock(HostVector<T> x)
        {
            _matrix.Multiply(x.Span, _product.Span);
            return Progress.BestBlock(_product.Span);
        }

        public T BestCoordinate(HostVector<T> x)
        {
            _matrix.Multiply(x.Span, _product.Span);
            return Progress.BestCoordinate(_product.Span);
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => _matrix.Multiply(x.Span, gradient.Span);

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) => _matrix.Multiply(direction.Span, result.Span);

        protected override T? FamilyConstant(string name) => name switch
        {
            "coupling" => _coupling,
            "cycle" => Cycle(),
            _ => _constants.In(name, _diagonal, InitialPoint.Span),
        };

        private BlockProgress<T> Progress => _progress ??= new(_matrix, _diagonal, _block);

        private T Cycle()
        {
            T n = ScalarMath.From<T>(_matrix.Order), kappa = (T.One - _coupling + _coupling * n) / (T.One - _coupling);
            return FourPiSquared / (n * kappa);
        }
    }
}
