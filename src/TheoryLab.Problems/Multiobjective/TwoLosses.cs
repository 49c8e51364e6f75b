using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Two losses of a linear classifier on one data set as two objectives: the squared loss and the logistic loss, each with the same regularisation.
/// With labels b_i = -1 or 1 both are functions of t = b_i a_i'w, (t - 1)^2/2 and log(1 + exp(-t)), and so is any weighted sum. The minimiser of the
/// scalarisation has a proved accuracy (<see cref="CertifiedMinimum"/>); the Pareto front and the merit are not known by a formula.
/// </summary>
public sealed class TwoLosses : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "two-losses";

    /// <inheritdoc/>
    public override string Summary => "f_1(w) = (1/2m) sum (a_i'w - b_i)^2 + (reg/2)|w|^2, f_2(w) = (1/m) sum log(1 + exp(-b_i a_i'w)) + (reg/2)|w|^2; f = lam f_1 + (1 - lam) f_2; x_0 = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Word("data", "an embedded data set with two labels, or such a file", "breast-cancer"),
        DataParameters.Regularization,
        ParameterInfo.Real("first", "lam, the weight of the squared loss in the fixed scalarisation", 0.5, 0, 1),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/m + reg, the eigenvalue bounded by a Cholesky factorisation and its error analysis; the logistic loss bends a quarter of that"),
        new("mu", "parameter regularization"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance
    {
        private readonly double[] _signedMatrix;
        private readonly int _rows;
        private readonly double _regularization;
        private readonly double _first;
        private readonly Lazy<double> _smoothness;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet data = DataSets.Load(p.Text("data"));
            double[] labels = data.BinaryLabels();
            data = data.Standardized();
            _rows = data.Rows;
            _signedMatrix = DesignMatrix.Signed(data, labels);
            (_regularization, _first) = (p.Real("regularization"), p.Real("first"));
            _smoothness = new(() => DesignMatrix.Smoothness(data, 1, _regularization));
            _minimum = new(Minimize);
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "exponentials")
            : new Problem<T>(Loss<T>(_first), [Loss<T>(1), Loss<T>(0)], _signedMatrix.Length / _rows, Minimum, _smoothness.Value, _regularization);

        private MixedLoss<T> Loss<T>(double first)
            where T : struct, INumber<T> =>
            new(DesignMatrix.In<T>(_signedMatrix), _rows, ScalarMath.From<T>(_regularization), ScalarMath.From<T>(first));

        private CertifiedMinimum Minimize()
        {
            int n = _signedMatrix.Length / _rows;
            MixedLoss<double> loss = Loss<double>(_first);
            double[] w = DampedNewton.Minimize(loss, n);
            return CertifiedMinimum.Refine(
                Loss<DoubleDouble>(_first), Loss<Tracked<DoubleDouble>>(_first), CholeskyFactor.OfShifted(loss.Hessian(w), n), w, _regularization);
        }
    }

    private sealed class Problem<T>(MixedLoss<T> loss, MixedLoss<T>[] objectives, int n, CertifiedMinimum minimum, double smoothness, double regularization)
        : MultiobjectiveProblem<T>(objectives.Length)
        where T : struct, INumber<T>
    {
        public override HostVector<T> InitialPoint { get; } = new(new T[n]);

        public override HostVector<T> Minimizer { get; } = new(minimum.PointIn<T>());

        public override T Value(HostVector<T> x) => loss.Value(x.Span);

        public override T PrimalGap(HostVector<T> x) => loss.Value(x.Span) - minimum.ValueIn<T>();

        public override T Merit(HostVector<T> x) => throw new InputException("The merit of two-losses is known by no formula; choose a lifted family.");

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

        protected override void ComputeGradients(HostVector<T> x, HostVector<T>[] gradients)
        {
            for (int i = 0; i < objectives.Length; i++)
            {
                objectives[i].Gradient(x.Span, gradients[i].Span);
            }
        }

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) =>
            loss.HessianProduct(x.Span, direction.Span, result.Span);

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => ScalarMath.From<T>(smoothness),
            "mu" => ScalarMath.From<T>(regularization),
            _ => null,
        };
    }
}

/// <summary>lam (t - 1)^2/2 + (1 - lam) log(1 + exp(-t)) on rows b_i a_i.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="signedMatrix">Rows b_i a_i.</param>
/// <param name="rows">m.</param>
/// <param name="regularization">reg.</param>
/// <param name="lam">The weight of the squared loss.</param>
internal sealed class MixedLoss<T>(T[] signedMatrix, int rows, T regularization, T lam) : SmoothLoss<T>(signedMatrix, rows, regularization)
    where T : struct, INumber<T>
{
    public override T Loss(int row, T t) =>
        lam * (t - T.One) * (t - T.One) / Two + (T.One - lam) * (T.Max(-t, T.Zero) + ScalarMath.Log(T.One + ScalarMath.Exp(-T.Abs(t))));

    public override T Slope(int row, T t)
    {
        T e = ScalarMath.Exp(-T.Abs(t));
        return lam * (t - T.One) - (T.One - lam) * (t > T.Zero ? e : T.One) / (T.One + e);
    }

    public override T Bend(T t)
    {
        T e = ScalarMath.Exp(-T.Abs(t)), d = T.One + e;
        return lam + (T.One - lam) * e / (d * d);
    }
}
