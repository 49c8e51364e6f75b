using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Logistic regression with a quadratic and an absolute-value penalty on a data set. The minimiser comes from coordinate descent on quadratic models,
/// refinement on the support in double-doubles, and the proof of <see cref="LassoMinimum"/>.
/// </summary>
public sealed class SparseLogistic : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "l1-logistic";

    /// <inheritdoc/>
    public override string Summary => "F(w) = (1/m) sum log(1 + exp(-b_i a_i'w)) + (reg/2)|w|^2 + penalty |w|_1 on a data set with two labels; x_0 = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.CompositeConvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        DataParameters.Data("breast-cancer"),
        ParameterInfo.Real("regularization", "reg", 0.01, 1e-6, 1e6, logarithmic: true),
        ParameterInfo.Real("penalty", "weight of |w|_1", 0.01, 1e-6, 1e6, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/(4m) + reg of the standardised data, bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "parameter regularization"),
        new("fstar", "the value at the minimiser, its error bounded by |subgradient|^2/(2 mu)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance
    {
        private readonly double[] _signedMatrix;
        private readonly int _rows;
        private readonly double _regularization;
        private readonly double _penalty;
        private readonly Lazy<double> _smoothness;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet raw = DataSets.Load(p.Text("data")), data = raw.Standardized();
            double[] labels = raw.BinaryLabels();
            (_rows, _regularization, _penalty) = (data.Rows, p.Real("regularization"), p.Real("penalty"));
            _signedMatrix = DesignMatrix.Signed(data, labels);
            _smoothness = new(() => DesignMatrix.Smoothness(data, 4, _regularization));
            _minimum = new(() => LassoMinimum.Of(
                Loss<double>(), Loss<DoubleDouble>(), Loss<Tracked<DoubleDouble>>(), data.Features, _penalty, _regularization, _smoothness.Value));
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "exponentials")
            : new Problem<T>(Loss<T>(), _signedMatrix.Length / _rows, ScalarMath.From<T>(_penalty), () => Minimum, () => _smoothness.Value);

        private LogisticLoss<T> Loss<T>()
            where T : struct, INumber<T> => new(DesignMatrix.In<T>(_signedMatrix), _rows, ScalarMath.From<T>(_regularization));
    }

    private sealed class Problem<T>(LogisticLoss<T> loss, int n, T penalty, Func<CertifiedMinimum> minimum, Func<double> smoothness) : CompositeProblem<T>, ICoordinateOracle<T>
        where T : struct, INumber<T>
    {
        private HostVector<T>? _minimizer;

        public override HostVector<T> InitialPoint { get; } = new(new T[n]);

        public override HostVector<T> Minimizer => _minimizer ??= new(minimum().PointIn<T>());

        public ICoordinatePoint<T> Place(HostVector<T> x) => new LossPoint<T>(this, loss, T.One / (Two + Two), penalty, x);

        public override T Value(HostVector<T> x) => loss.Value(x.Span) + penalty * SumOfSizes(x);

        public override T PrimalGap(HostVector<T> x) => Value(x) - minimum().ValueIn<T>();

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

        protected override void ComputeProximal(HostVector<T> x, T step, HostVector<T> result) => SoftThreshold(x, step * penalty, result);

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => ScalarMath.From<T>(smoothness()),
            "mu" => loss.Regularization,
            "fstar" => minimum().ValueIn<T>(),
            _ => null,
        };
    }
}
