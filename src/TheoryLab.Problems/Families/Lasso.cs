using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The lasso on a data set. The minimiser comes from coordinate descent, an active-set solution refined in double-doubles, and a proof: a
/// subgradient at the point, evaluated under running error analysis, bounds distance and gap by strong convexity of the smooth part.
/// </summary>
public sealed class Lasso : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "lasso";

    /// <inheritdoc/>
    public override string Summary => "F(w) = |A w - b|^2/(2m) + penalty |w|_1 on a data set; x_0 = 0";

    /// <inheritdoc/>
    public override FunctionClass Class => FunctionClass.CompositeConvex;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        DataParameters.Data("diabetes"),
        ParameterInfo.Real("penalty", "weight of |w|_1", 0.1, 1e-6, 1e6, logarithmic: true),
        DataParameters.StandardizeAll,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/m, bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "lambda_min(A'A)/m, bounded likewise"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, ICertifiedInstance
    {
        private readonly RegressionData _data;
        private readonly double _penalty;
        private readonly Lazy<CertifiedMinimum> _minimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            _data = new(p.Text("data"), p.Text("standardize") == "yes", 0);
            _penalty = p.Real("penalty");
            _minimum = new(() => LassoMinimum.Of(
                _data.Loss<double>(), _data.Loss<DoubleDouble>(), _data.Loss<Tracked<DoubleDouble>>(), _data.Dimension, _penalty, Curvature(), _data.Smoothness));
        }

        public CertifiedMinimum Minimum => _minimum.Value;

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw new NotSupportedException("The lasso's minimiser is known to an accuracy, which exact rationals lack; run it in doubles or double-doubles.")
            : new Problem<T>(
                _data.Loss<T>(), _data.Form<T>(), _data.Dimension, ScalarMath.From<T>(_penalty), () => Minimum.PointIn<T>(), _data.Constant<T>);

        private double Curvature() => _data.StrongConvexity > 0
            ? _data.StrongConvexity
            : throw new InputException($"The columns of {_data.Set.Name} are linearly dependent, so that the lasso's minimiser cannot be certified; choose another data set.");
    }

    private sealed class Problem<T>(SquaredLoss<T> loss, SquaredLoss<T> form, int n, T penalty, Func<T[]> minimizer, Func<string, T?> constant) : CompositeProblem<T>, ICoordinateOracle<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _difference = new T[n];
        private HostVector<T>? _minimizer;
        private T[]? _slopes;

        public override HostVector<T> InitialPoint { get; } = new(new T[n]);

        public override HostVector<T> Minimizer => _minimizer ??= new(minimizer());

        public ICoordinatePoint<T> Place(HostVector<T> x) => new LossPoint<T>(this, loss, T.One, penalty, x);

        public override T Value(HostVector<T> x) => loss.Value(x.Span) + penalty * SumOfSizes(x);

        // |A (x - x*)|^2/(2m) plus, for each component, penalty |x_i| + slope_i x_i, where slope_i = grad_i f(x*) is -penalty times the sign of
        // x*_i if that is not zero: a sum of terms that are not negative, so nothing cancels.
        public override T PrimalGap(HostVector<T> x)
        {
            T[] slopes = _slopes ??= Slopes();
            new HostVector<T>(_difference).Assign(x - Minimizer);
            T sum = form.Value(_difference);
            for (int i = 0; i < n; i++)
            {
                sum += penalty * T.Abs(x[i]) + slopes[i] * x[i];
            }

            return sum;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

        protected override void ComputeProximal(HostVector<T> x, T step, HostVector<T> result) => SoftThreshold(x, step * penalty, result);

        protected override T? FamilyConstant(string name) => constant(name);

        private T[] Slopes()
        {
            T[] slopes = new T[n];
            loss.Gradient(Minimizer.Span, slopes);
            for (int i = 0; i < n; i++)
            {
                // Zeros of the certified point are exact, and its other signs are those of x*.
                T w = Minimizer[i];
                slopes[i] = T.IsZero(w) ? slopes[i] : w > T.Zero ? -penalty : penalty;
            }

            return slopes;
        }
    }
}
