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
        DataParameters.Data("diabetes"),
        DataParameters.Regularization,
        DataParameters.StandardizeAll,
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
        private readonly RegressionData _data;
        private readonly double _regularization;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            _regularization = p.Real("regularization");
            _data = new(p.Text("data"), p.Text("standardize") == "yes", _regularization);
            _minimum = new(Minimize);
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public DenseForm Dense() => new LossForm(LossKind.Squared, _data.Set.Matrix, _data.Targets, _data.Set.Rows, _regularization);

        public override HostProblem<T> In<T>()
        {
            SquaredLoss<T> loss = _data.Loss<T>();
            return Problem(loss, loss);
        }

        public override HostProblem<double> On(IDenseBackend backend)
        {
            SquaredLoss<double> loss = _data.Loss<double>();
            return Problem(loss, new DenseLoss(loss, _data.Set.Matrix, backend), backend);
        }

        private SmoothLossProblem<T> Problem<T>(SquaredLoss<T> loss, ISmoothFunction<T> function, IDenseBackend? backend = null)
            where T : struct, INumber<T>
        {
            SquaredLoss<T> form = _data.Form<T>();
            T[] difference = new T[_data.Dimension];
            return new(
                function,
                new double[difference.Length],
                () => ScalarMath.IsRational<T>() ? ExactMinimizer(loss) : Minimum.PointIn<T>(),
                (x, minimizer) =>
                {
                    new HostVector<T>(difference).Assign(x - minimizer);
                    return form.Value(difference);
                },
                _data.Constant<T>,
                backend);
        }

        /// <summary>H^-1 A'b/m by elimination, for exact scalars: H is positive definite, so no pivot vanishes.</summary>
        private T[] ExactMinimizer<T>(SquaredLoss<T> loss)
            where T : struct, INumber<T>
        {
            int n = _data.Dimension;
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

        private CertifiedMinimum Minimize()
        {
            double[] start = new double[_data.Dimension];
            CholeskyFactor factor = CholeskyFactor.OfShifted(_data.Loss<double>().Hessian(start), start.Length);
            return CertifiedMinimum.Refine(_data.Loss<DoubleDouble>(), _data.Loss<Tracked<DoubleDouble>>(), factor, start, _data.StrongConvexity);
        }
    }
}
