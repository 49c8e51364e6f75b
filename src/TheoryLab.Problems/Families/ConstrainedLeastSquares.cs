using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Least squares on a data set over an l_1 ball (the lasso in its constrained form) or a scaled simplex. The minimiser comes from accelerated
/// projected gradients, refined on its face in double-doubles; the Frank-Wolfe gap there, evaluated under running error analysis, proves its accuracy.
/// </summary>
public sealed class ConstrainedLeastSquares : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "constrained-least-squares";

    /// <inheritdoc/>
    public override string Summary => "f(w) = |A w - b|^2/(2m) on a standardised data set over the l_1 ball or the simplex of a radius; x_0 = radius e_1";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        DataParameters.Data("diabetes"),
        ParameterInfo.Choice("set", "the l_1 ball |w|_1 <= radius, or w >= 0 with sum radius", "l1-ball", "simplex"),
        ParameterInfo.Real("radius", "radius", 1, 1e-3, 1e3, logarithmic: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "lambda_max(A'A)/m, the eigenvalue bounded by a Cholesky factorisation and its error analysis"),
        new("mu", "lambda_min(A'A)/m, the eigenvalue bounded likewise, zero if the bound is not positive"),
        new("D", "2 radius for the l_1 ball, sqrt 2 radius for the simplex"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance : ProblemInstance, IDenseInstance
    {
        private readonly RegressionData _data;
        private readonly double _radius;
        private readonly bool _simplex;
        private readonly Lazy<FaceOptimum> _optimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            _data = new(p.Text("data"), standardize: true, 0);
            (_radius, _simplex) = (p.Real("radius"), p.Text("set") == "simplex");
            _optimum = new(() => FaceOptimum.Find(
                _data.Loss<double>(), _data.Loss<DoubleDouble>(), _data.Loss<Tracked<DoubleDouble>>(), _data.Dimension, _radius, _simplex, (_data.StrongConvexity, _data.Smoothness)));
        }

        public DenseForm Dense() =>
            new LossForm(LossKind.Squared, _data.Set.Matrix, _data.Targets, _data.Set.Rows, 0) { Set = new(_simplex ? SetKind.Simplex : SetKind.L1Ball, 0, _radius) };

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw ExactRationals.Lack(Family.Name, "a minimiser found by iteration")
            : new Problem<T>(_data, ScalarMath.From<T>(_radius), _simplex, _optimum);
    }

    private sealed class Problem<T>(RegressionData data, T radius, bool simplex, Lazy<FaceOptimum> optimum) : LineSearchProblem<T>
        where T : struct, INumber<T>
    {
        private readonly SquaredLoss<T> _loss = data.Loss<T>(), _form = data.Form<T>();
        private readonly T[] _d = new T[data.Dimension];
        private readonly Lazy<(T[] Point, T[] Gradient, T Excess)> _optimum = new(optimum.Value.In<T>);
        private readonly Lazy<HostVector<T>> _minimizer = new(() => new(optimum.Value.Minimizer<T>()));

        public override int? VertexCount => simplex ? _d.Length : 2 * _d.Length;

        public override HostVector<T> InitialPoint { get; } = First(data.Dimension, radius);

        public override HostVector<T> Minimizer => _minimizer.Value;

        public override T Value(HostVector<T> x) => _loss.Value(x.Span);

        // About a point p near the minimiser: f(x) - f(p) is the quadratic form at x - p, which is the loss with b = 0, plus the linear term; f(p) - f*
        // is between 0 and the Frank-Wolfe gap at p.
        public override T PrimalGap(HostVector<T> x)
        {
            (T[] point, T[] gradient, T excess) = _optimum.Value;
            new HostVector<T>(_d).Assign(x - new HostVector<T>(point));
            return _form.Value(_d) + Reductions.Dot<T>(gradient, _d) + excess;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => _loss.Gradient(x.Span, gradient.Span);

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex)
        {
            if (simplex)
            {
                VertexSets.MinimizeOverSimplex(direction, vertex);
                vertex.Assign(radius, vertex);
            }
            else
            {
                NormBalls.MinimizeOverL1(radius, direction, vertex);
            }
        }

        protected override T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest)
        {
            _loss.Gradient(x.Span, _d);
            return SegmentSteps.OfQuadratic(Reductions.Dot<T>(_d, direction.Span), Two * _form.Value(direction.Span), largest);
        }

        protected override T? FamilyConstant(string name) => name == "D" ? (simplex ? ScalarMath.Sqrt(Two) : Two) * radius : data.Constant<T>(name);

        private static HostVector<T> First(int n, T radius)
        {
            HostVector<T> point = new(new T[n]);
            point[0] = radius;
            return point;
        }
    }
}
