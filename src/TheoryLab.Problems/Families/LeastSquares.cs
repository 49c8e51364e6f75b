using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Ridge regression on a data set. The minimiser comes from a Cholesky solution refined in double-doubles, with a proved accuracy
/// (<see cref="CertifiedMinimum"/>), and in rationals from exact elimination; the instance implements <see cref="ICertifiedInstance"/>.
/// </summary>
public sealed class LeastSquares : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "least-squares";

    /// <inheritdoc/>
    public override string Summary => "f(w) = |A w - b|^2/(2m) + (reg/2)|w|^2 on a data set; x_0 = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Word("data", "an embedded data set or a file", "diabetes"),
        ParameterInfo.Real("regularization", "reg", 1e-3, 1e-12, 1e6, logarithmic: true),
        ParameterInfo.Choice("standardize", "features and target to mean 0 and standard deviation 1", "yes", "no"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/m + reg, the eigenvalue bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "lambda_min(A'A)/m + reg, the eigenvalue bounded likewise"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance, IDenseInstance
    {
        private readonly DataSet _data;
        private readonly double[] _targets;
        private readonly double _regularization;
        private readonly Lazy<double> _smoothness;
        private readonly Lazy<double> _strongConvexity;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet data = DataSets.Load(p.Text("data"));
            bool standardize = p.Text("standardize") == "yes";
            _data = standardize ? data.Standardized() : data;
            DesignMatrix.Checked(_data.Matrix, data.Name);
            _targets = DesignMatrix.Checked(standardize ? data.StandardizedLabels() : data.Labels.ToArray(), data.Name);
            _regularization = p.Real("regularization");
            _smoothness = new(() => DesignMatrix.Smoothness(_data, 1, _regularization));
            _strongConvexity = new(() => DesignMatrix.StrongConvexity(_data, _regularization));
            _minimum = new(Minimize);
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public DenseForm Dense() => new LossForm(LossKind.Squared, _data.Matrix, _targets, _data.Rows, _regularization);

        public override HostProblem<T> In<T>()
        {
            SquaredLoss<T> loss = Loss<T>(_targets);
            return Problem(loss, loss);
        }

        public override HostProblem<double> On(IDenseBackend backend)
        {
            SquaredLoss<double> loss = Loss<double>(_targets);
            return Problem(loss, new DenseLoss(loss, _data.Matrix, backend), backend);
        }

        private SmoothLossProblem<T> Problem<T>(SquaredLoss<T> loss, ISmoothFunction<T> function, IDenseBackend? backend = null)
            where T : struct, INumber<T>
        {
            SquaredLoss<T> centred = Loss<T>(new double[_data.Rows]);
            T[] difference = new T[_data.Features];
            return new(
                function,
                new double[_data.Features],
                () => ScalarMath.IsRational<T>() ? ExactMinimizer(loss) : Minimum.PointIn<T>(),
                (x, minimizer) =>
                {
                    // The quadratic form at x - x* is the loss with b = 0 there: a sum of squares, so nothing cancels.
                    new HostVector<T>(difference).Assign(x - minimizer);
                    return centred.Value(difference);
                },
                Constant<T>,
                backend);
        }

        /// <summary>H^-1 A'b/m by elimination, for exact scalars: H is positive definite, so no pivot vanishes.</summary>
        private T[] ExactMinimizer<T>(SquaredLoss<T> loss)
            where T : struct, INumber<T>
        {
            int n = _data.Features;
            T[] origin = new T[n], x = new T[n], h = loss.Hessian(origin);
            loss.Gradient(origin, x);
            for (int k = 0; k < n; k++)
            {
                // Only the lower triangle is kept: entry (k, j) of the eliminated matrix is its (j, k).
                for (int i = k + 1; i < n; i++)
                {
                    T factor = h[(i * n) + k] / h[(k * n) + k];
                    x[i] -= factor * x[k];
                    for (int j = i; j < n; j++)
                    {
                        h[(j * n) + i] -= factor * h[(j * n) + k];
                    }
                }
            }

            for (int k = n - 1; k >= 0; k--)
            {
                for (int j = k + 1; j < n; j++)
                {
                    x[k] -= h[(j * n) + k] * x[j];
                }

                x[k] /= h[(k * n) + k];
            }

            return Array.ConvertAll(x, component => -component);
        }

        private SquaredLoss<T> Loss<T>(double[] targets)
            where T : struct, INumber<T> =>
            new(DesignMatrix.In<T>(_data.Matrix), DesignMatrix.In<T>(targets), ScalarMath.From<T>(_regularization));

        private T? Constant<T>(string name)
            where T : struct, INumber<T> => name switch
            {
                "L" => ScalarMath.From<T>(_smoothness.Value),
                "mu" => ScalarMath.From<T>(_strongConvexity.Value),
                _ => null,
            };

        private CertifiedMinimum Minimize()
        {
            double[] start = new double[_data.Features];
            CholeskyFactor factor = CholeskyFactor.OfShifted(Loss<double>(_targets).Hessian(start), start.Length);
            return CertifiedMinimum.Refine(
                Loss<DoubleDouble>(_targets), Loss<Tracked<DoubleDouble>>(_targets), factor, start, _strongConvexity.Value);
        }
    }
}
