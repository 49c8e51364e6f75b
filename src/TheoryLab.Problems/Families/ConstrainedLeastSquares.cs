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
        ParameterInfo.Word("data", "an embedded data set or a file", "diabetes"),
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
        private readonly DataSet _data;
        private readonly double[] _targets;
        private readonly double _radius;
        private readonly bool _simplex;
        private readonly Lazy<(double Smallest, double Largest)> _curvature;
        private readonly Lazy<FaceOptimum> _optimum;

        public Instance(ProblemFamily family, ParameterSet p, int seed)
            : base(family, p, seed)
        {
            DataSet data = DataSets.Load(p.Text("data"));
            _data = data.Standardized();
            DesignMatrix.Checked(_data.Matrix, data.Name);
            _targets = DesignMatrix.Checked(data.StandardizedLabels(), data.Name);
            (_radius, _simplex) = (p.Real("radius"), p.Text("set") == "simplex");
            _curvature = new(() => (DesignMatrix.StrongConvexity(_data, 0), DesignMatrix.Smoothness(_data, 1, 0)));
            _optimum = new(() => FaceOptimum.Find(
                Loss<double>(_targets), Loss<DoubleDouble>(_targets), Loss<Tracked<DoubleDouble>>(_targets), _data.Features, _radius, _simplex, _curvature.Value));
        }

        public DenseForm Dense() =>
            new LossForm(LossKind.Squared, _data.Matrix, _targets, _data.Rows, 0) { Set = new(_simplex ? SetKind.Simplex : SetKind.L1Ball, 0, _radius) };

        public override HostProblem<T> In<T>() => ScalarMath.IsRational<T>()
            ? throw new NotSupportedException($"{Family.Name} needs a minimiser found by iteration, which exact rationals lack; run it in doubles or double-doubles.")
            : new Problem<T>(Loss<T>(_targets), Loss<T>(new double[_data.Rows]), _data.Features, ScalarMath.From<T>(_radius), _simplex, _optimum, _curvature);

        private SquaredLoss<T> Loss<T>(double[] targets)
            where T : struct, INumber<T> => new(DesignMatrix.In<T>(_data.Matrix), DesignMatrix.In<T>(targets), T.Zero);
    }

    private sealed class Problem<T>(
        SquaredLoss<T> loss, SquaredLoss<T> centred, int n, T radius, bool simplex, Lazy<FaceOptimum> optimum, Lazy<(double Smallest, double Largest)> curvature)
        : LineSearchProblem<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _d = new T[n];
        private readonly Lazy<(T[] Point, T[] Gradient, T Excess)> _optimum = new(optimum.Value.In<T>);
        private readonly Lazy<HostVector<T>> _minimizer = new(() => new(optimum.Value.Minimizer<T>()));

        public override int? VertexCount => simplex ? n : 2 * n;

        public override HostVector<T> InitialPoint { get; } = First(n, radius);

        public override HostVector<T> Minimizer => _minimizer.Value;

        public override T Value(HostVector<T> x) => loss.Value(x.Span);

        // About a point p near the minimiser: f(x) - f(p) is the quadratic form at x - p, which is the loss with b = 0, plus the linear term; f(p) - f*
        // is between 0 and the Frank-Wolfe gap at p.
        public override T PrimalGap(HostVector<T> x)
        {
            (T[] point, T[] gradient, T excess) = _optimum.Value;
            new HostVector<T>(_d).Assign(x - new HostVector<T>(point));
            return centred.Value(_d) + Reductions.Dot<T>(gradient, _d) + excess;
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

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
            loss.Gradient(x.Span, _d);
            return SegmentSteps.OfQuadratic(Reductions.Dot<T>(_d, direction.Span), Two * centred.Value(direction.Span), largest);
        }

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" => ScalarMath.From<T>(curvature.Value.Largest),
            "mu" => ScalarMath.From<T>(curvature.Value.Smallest),
            "D" => (simplex ? ScalarMath.Sqrt(Two) : Two) * radius,
            _ => null,
        };

        private static HostVector<T> First(int n, T radius)
        {
            HostVector<T> point = new(new T[n]);
            point[0] = radius;
            return point;
        }
    }
}
