using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Regularised softmax regression on a data set with any number of classes; the minimiser has a proved accuracy.</summary>
/// <remarks>
/// The Hessian of log sum exp is diag p - p p', of norm at most 1/2. Its third derivative [u, u, v] is the expectation of (X - EX)^2 (Y - EY) under p with
/// X_c = a'u_c, Y_c = a'v_c; |Y - EY| is at most max Y - min Y, and that at most sqrt 2 |a| |v|: M = sqrt 2 max |a_i|.
/// </remarks>
public sealed class SoftmaxRegression : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "softmax-regression";

    /// <inheritdoc/>
    public override string Summary => "f(w) = (1/m) sum (log sum_c exp(a_i'w_c) - a_i'w_{y_i}) + (reg/2)|w|^2 on a data set with classes y_i; |x_0| = start";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        DataParameters.Data("wine"),
        DataParameters.Regularization,
        DataParameters.StandardizeFeatures,
        DataParameters.Start,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/(2m) + reg, the eigenvalue bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "parameter regularization"),
        new("M", "sqrt 2 max |a_i|: the constant of quasi-self-concordance"),
        new("fstar", "the value at the minimiser found by Newton's method, its error bounded by |gradient|^2/(2 mu)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance
    {
        // More classes than this are a regression target.
        private const int MostClasses = 100;

        private readonly double[] _matrix;
        private readonly int[] _classOf;
        private readonly int _classes;
        private readonly double _regularization;
        private readonly double[] _start;
        private readonly Lazy<double> _smoothness;
        private readonly Lazy<double> _largestRow;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet data = DataSets.Load(p.Text("data"));
            double[] labels = data.Labels.ToArray(), distinct = [.. labels.Distinct().Order()];
            if (distinct.Length is < 2 or > MostClasses)
            {
                throw new InputException($"{data.Name} has {distinct.Length} distinct labels; softmax-regression needs from 2 to {MostClasses}, so choose a data set with classes.");
            }

            data = p.Text("standardize") == "yes" ? data.Standardized() : data;
            _matrix = DesignMatrix.Checked(data.Matrix, data.Name);
            _classes = distinct.Length;
            _classOf = Array.ConvertAll(labels, label => Array.IndexOf(distinct, label));
            _regularization = p.Real("regularization");
            _start = Sampling.Sphere(Seeds.Generator(seed), _classes * data.Features, p.Real("start"));
            _smoothness = new(() => DesignMatrix.Smoothness(data, 2, _regularization));
            _largestRow = new(() => DesignMatrix.LargestRow(_matrix, _classOf.Length));
            _minimum = new(Minimize);
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "exponentials")
            : Problem(Loss<T>());

        private SoftmaxLoss<T> Loss<T>()
            where T : struct, INumber<T> => new(DesignMatrix.In<T>(_matrix), _classOf, _classes, ScalarMath.From<T>(_regularization));

        private SmoothLossProblem<T> Problem<T>(SoftmaxLoss<T> loss)
            where T : struct, INumber<T> =>
            new(loss, _start, () => Minimum.PointIn<T>(), (x, _) => loss.Value(x.Span) - Minimum.ValueIn<T>(), Constant<T>);

        private T? Constant<T>(string name)
            where T : struct, INumber<T> => name switch
            {
                "L" => ScalarMath.From<T>(_smoothness.Value),
                "mu" => ScalarMath.From<T>(_regularization),
                "M" => ScalarMath.From<T>(_largestRow.Value) * ScalarMath.Sqrt(ScalarMath.From<T>(2)),
                "fstar" => Minimum.ValueIn<T>(),
                _ => null,
            };

        private CertifiedMinimum Minimize()
        {
            SoftmaxLoss<double> loss = Loss<double>();
            double[] w = DampedNewton.Minimize(loss, _start.Length);
            return CertifiedMinimum.Refine(
                Loss<DoubleDouble>(), Loss<Tracked<DoubleDouble>>(), CholeskyFactor.OfShifted(loss.Hessian(w), w.Length), w, _regularization);
        }
    }
}
