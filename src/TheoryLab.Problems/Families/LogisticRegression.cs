using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Regularised logistic regression on a data set. The minimiser comes from a damped Newton method polished in double-doubles, with a proved
/// accuracy (<see cref="CertifiedMinimum"/>); the instance implements <see cref="ICertifiedInstance"/>.
/// </summary>
public sealed class LogisticRegression : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "logistic-regression";

    /// <inheritdoc/>
    public override string Summary => "f(w) = (1/m) sum log(1 + exp(-b_i a_i'w)) + (reg/2)|w|^2 on a data set with labels b_i = -1 or 1; |x_0| = start";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        DataParameters.Data("breast-cancer"),
        DataParameters.Regularization,
        DataParameters.StandardizeFeatures,
        ParameterInfo.Word("class", "the label with b = 1, against all others; 'larger' is the larger one of two", "larger"),
        DataParameters.Start,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/(4m) + reg, the eigenvalue bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "parameter regularization"),
        new("LH", "max |a_i| lambda_max(A'A)/(6 sqrt(3) m), with the certified eigenvalue: the third derivative of the loss is at most 1/(6 sqrt 3)"),
        new("Lsemi", "LH/mu^1.5: the constant of semi-strong self-concordance"),
        new("L3", "the same: the Lipschitz constant of the Hessian in local norms"),
        new("M", "max |a_i|: the constant of quasi-self-concordance, since the third derivative of the loss is at most the second"),
        new("fstar", "the value at the minimiser found by Newton's method, its error bounded by |gradient|^2/(2 mu)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance, IDenseInstance
    {
        private readonly double[] _signedMatrix;
        private readonly int _rows;
        private readonly double _regularization;
        private readonly double[] _start;
        private readonly Lazy<double> _smoothness;
        private readonly Lazy<double> _largestRow;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet data = DataSets.Load(p.Text("data"));
            double[] labels = Labels(data, p.Text("class"));
            data = p.Text("standardize") == "yes" ? data.Standardized() : data;
            _rows = data.Rows;
            _signedMatrix = DesignMatrix.Signed(data, labels);
            _regularization = p.Real("regularization");
            _start = Sampling.Sphere(Seeds.Generator(seed), data.Features, p.Real("start"));
            _smoothness = new(() => DesignMatrix.Smoothness(data, 4, _regularization));
            _largestRow = new(() => DesignMatrix.LargestRow(_signedMatrix, _rows));
            _minimum = new(Minimize);
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public DenseForm Dense() => new LossForm(LossKind.Logistic, _signedMatrix, [], _rows, _regularization);

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "exponentials")
            : Problem(Loss<T>());

        public override HostProblem<double> On(IDenseBackend backend)
        {
            LogisticLoss<double> loss = Loss<double>();
            return Problem(new DenseLoss(loss, _signedMatrix, backend), backend);
        }

        private static double[] Labels(DataSet data, string positive) =>
            positive == "larger" ? data.BinaryLabels()
            : ParameterValue.Parse(positive) is { Text: null, Number: double label } ? data.BinaryLabels(label)
            : throw new InputException($"class of logistic-regression is '{positive}'; give a label of {data.Name}, or 'larger' if there are two.");

        private LogisticLoss<T> Loss<T>()
            where T : struct, INumber<T> =>
            new(DesignMatrix.In<T>(_signedMatrix), _rows, ScalarMath.From<T>(_regularization));

        private SmoothLossProblem<T> Problem<T>(ISmoothFunction<T> loss, IDenseBackend? backend = null)
            where T : struct, INumber<T> => new(
                loss,
                _start,
                () => Minimum.PointIn<T>(),
                (x, _) => loss.Value(x.Span) - Minimum.ValueIn<T>(),
                Constant<T>,
                backend);

        private T? Constant<T>(string name)
            where T : struct, INumber<T> => name switch
            {
                "L" => ScalarMath.From<T>(_smoothness.Value),
                "mu" => ScalarMath.From<T>(_regularization),
                "LH" => HessianLipschitz<T>(),
                "Lsemi" or "L3" => HessianLipschitz<T>() / (ScalarMath.From<T>(_regularization) * ScalarMath.Sqrt(ScalarMath.From<T>(_regularization))),
                "M" => ScalarMath.From<T>(_largestRow.Value),
                "fstar" => Minimum.ValueIn<T>(),
                _ => null,
            };

        // L is lambda_max/(4 m) + reg and rounded up, so that 4 L is above lambda_max/m.
        private T HessianLipschitz<T>()
            where T : struct, INumber<T> =>
            ScalarMath.From<T>(4 * _smoothness.Value * _largestRow.Value * (1 + Math.ScaleB(1, -50)))
                / (ScalarMath.From<T>(6) * ScalarMath.Sqrt(ScalarMath.From<T>(3)));

        private CertifiedMinimum Minimize()
        {
            int n = _signedMatrix.Length / _rows;
            LogisticLoss<double> loss = Loss<double>();
            double[] w = DampedNewton.Minimize(loss, n);
            return CertifiedMinimum.Refine(
                Loss<DoubleDouble>(), Loss<Tracked<DoubleDouble>>(), CholeskyFactor.OfShifted(loss.Hessian(w), n), w, _regularization);
        }
    }
}
