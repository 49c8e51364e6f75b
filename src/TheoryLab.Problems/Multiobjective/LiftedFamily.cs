using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A function h of one objective lifted to m distinct objectives with a Pareto set that is known: x = (u, w), w in R^m, and
/// f_i(x) = h(u) + (p/2)|w - a e_i|^2. The Pareto set is argmin h times the simplex a conv{e_i}.
/// </summary>
/// <remarks>
/// Derivation: sum lam_i grad f_i = (grad h(u), p (w - a lam)), so that G(x)^2 = |grad h(u)|^2 + p^2 dist(w, a conv{e_i})^2, and the u-part of every
/// convex combination of gradients is grad h(u). Since sum lam_i |w - a e_i|^2 = |w - a lam|^2 + const, the merit is
/// h(u) - h* + (p/2) dist(w, a conv{e_i})^2. The idea is that of Complexity bounds for smooth convex multiobjective optimization, 2025.
/// The fixed scalarisation has weight "first" for f_1 and equal ones for the others; w_0 = a lam + offset (1, ..., 1) + along (e_1 - e_2): offset leaves the plane of
/// the Pareto set, along leaves the set within it.
/// </remarks>
/// <param name="inner">The family of h.</param>
public abstract class LiftedFamily(ProblemFamily inner) : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => $"lifted-{inner.Name}";

    /// <inheritdoc/>
    public override string Summary => $"f_i(u, w) = h(u) + (p/2)|w - a e_i|^2, i = 1, ..., m, w in R^m, with h of {inner.Name}; f = sum lam_i f_i, w_0 = a lam + offset (1, ..., 1) + along (e_1 - e_2)";

    /// <inheritdoc/>
    public override FunctionClass Class => inner.Class;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        .. inner.Parameters,
        ParameterInfo.Integer("objectives", "m", 2, 2, 8),
        ParameterInfo.Real("spread", "a, the size of the Pareto set", 1, 1e-3, 1e3, logarithmic: true),
        ParameterInfo.Real("pull", "p/L; p is no less than mu", 1, 1e-3, 1, logarithmic: true),
        ParameterInfo.Real("first", "lam_1 of the fixed scalarisation", 0.5, 0, 1),
        ParameterInfo.Real("offset", "shift of w_0 off the plane of the Pareto set", 0, 0, 1e3),
        ParameterInfo.Real("along", "shift of w_0 within that plane", 0, 0, 1e3),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        .. inner.Constants.Where(c => c.Name is "L" or "mu" or "tau").Select(c => c with { HowComputed = $"that of h, as p lies between mu and L; {c.HowComputed}" }),
        new("Rh", "|u_0 - u*|, the distance of x_0 from the Pareto set where w_0 is in it"),
        new("reach", "the largest distance of x_0 from (u*, a e_i) over i: by convexity from every Pareto point with this u*"),
        new("fall", "min over i of f_i(x_0) - inf f_i = h(u_0) - h* + (p/2) min |w_0 - a e_i|^2"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed)
    {
        string[] own = ["objectives", "spread", "pull", "first", "offset", "along"];
        Dictionary<string, ParameterValue> rest = parameters.All.Where(p => !own.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value);
        return new Instance(this, parameters, seed, inner.Create(ParameterSet.Bind(inner, rest), seed));
    }

    private sealed class Instance(ProblemFamily family, ParameterSet p, int seed, ProblemInstance inner) : ProblemInstance(family, p, seed)
    {
        public override HostProblem<T> In<T>() => new LiftedProblem<T>(
            inner.In<T>(),
            Parameters.Integer("objectives"),
            Parameters.Real<T>("spread"),
            Parameters.Real<T>("pull"),
            Parameters.Real<T>("first"),
            Parameters.Real<T>("offset"),
            Parameters.Real<T>("along"));
    }
}

/// <summary>The problem of a <see cref="LiftedFamily"/>; its primal gap is h(u) - h* + (p/2)|w - a lam|^2, without cancellation.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class LiftedProblem<T> : MultiobjectiveProblem<T>
    where T : struct, INumber<T>
{
    private readonly HostProblem<T> _inner;
    private readonly T _spread;
    private readonly T _pull;
    private readonly T[] _weights;
    private readonly int _n;
    private readonly MinimumNormPoint<T> _nearest;
    private readonly HostVector<T>[] _differences;
    private readonly HostVector<T> _difference;

    public LiftedProblem(HostProblem<T> inner, int m, T spread, T pull, T first, T offset, T along)
        : base(m)
    {
        T share = (T.One - first) / ScalarMath.From<T>(m - 1);
        (_inner, _spread, _n) = (inner, spread, inner.InitialPoint.Length);
        _pull = T.Max(pull * inner.Constant("L")!.Value, inner.Constant("mu") ?? T.Zero);
        _weights = [first, .. Enumerable.Repeat(share, m - 1)];
        _nearest = new(m);
        _differences = [.. Enumerable.Range(0, m).Select(_ => new HostVector<T>(new T[m]))];
        _difference = new(new T[m]);
        InitialPoint = new(new T[_n + m]);
        Minimizer = InitialPoint.NewLike();
        InitialPoint.Block(0, _n).CopyFrom(inner.InitialPoint);
        Minimizer.Block(0, _n).CopyFrom(inner.Minimizer);
        for (int i = 0; i < m; i++)
        {
            Minimizer[_n + i] = spread * _weights[i];
            InitialPoint[_n + i] = Minimizer[_n + i] + offset + (i == 0 ? along : i == 1 ? -along : T.Zero);
        }
    }

    public override HostVector<T> InitialPoint { get; }

    public override HostVector<T> Minimizer { get; }

    public override T Value(HostVector<T> x)
    {
        T sum = T.Zero;
        for (int i = 0; i < Objectives; i++)
        {
            sum += _weights[i] * SquaredDistance(x, i);
        }

        return _inner.Value(x.Block(0, _n)) + _pull * sum / Two;
    }

    public override T PrimalGap(HostVector<T> x)
    {
        _difference.Assign(x.Block(_n, Objectives) - Minimizer.Block(_n, Objectives));
        return _inner.PrimalGap(x.Block(0, _n)) + _pull * HostVector<T>.Dot(_difference, _difference) / Two;
    }

    public override T Merit(HostVector<T> x)
    {
        for (int i = 0; i < Objectives; i++)
        {
            _differences[i].CopyFrom(x.Block(_n, Objectives));
            _differences[i][i] -= _spread;
        }

        T distance = LeastNorm(_nearest, _differences, _difference);
        return _inner.PrimalGap(x.Block(0, _n)) + _pull * distance * distance / Two;
    }

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        _inner.Gradient(x.Block(0, _n), gradient.Block(0, _n));
        HostVector<T> w = gradient.Block(_n, Objectives);
        w.Assign(x.Block(_n, Objectives) - Minimizer.Block(_n, Objectives));
        w.Assign(_pull, w);
    }

    protected override void ComputeGradients(HostVector<T> x, HostVector<T>[] gradients)
    {
        for (int i = 0; i < Objectives; i++)
        {
            HostVector<T> w = gradients[i].Block(_n, Objectives);
            w.Assign(_pull, x.Block(_n, Objectives));
            w[i] -= _pull * _spread;
            if (i == 0)
            {
                _inner.Gradient(x.Block(0, _n), gradients[0].Block(0, _n));
            }
            else
            {
                gradients[i].Block(0, _n).CopyFrom(gradients[0].Block(0, _n));
            }
        }
    }

    protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
    {
        HessianProblem<T> inner = _inner as HessianProblem<T> ?? throw new InputException("This lifted function has no Hessian products; choose lifted-quadratic or a lifted chain.");
        inner.HessianProduct(x.Block(0, _n), direction.Block(0, _n), result.Block(0, _n));
        result.Block(_n, Objectives).Assign(_pull, direction.Block(_n, Objectives));
    }

    protected override T? FamilyConstant(string name) => name switch
    {
        "L" or "mu" or "tau" => _inner.Constant(name),
        "Rh" => ScalarMath.Sqrt(InnerSquaredDistance()),
        "reach" => ScalarMath.Sqrt(InnerSquaredDistance() + Extreme(T.Max)),
        "fall" => _inner.PrimalGap(_inner.InitialPoint) + _pull * Extreme(T.Min) / Two,
        _ => null,
    };

    /// <summary>|w - a e_i|^2.</summary>
    private T SquaredDistance(HostVector<T> x, int i)
    {
        _difference.CopyFrom(x.Block(_n, Objectives));
        _difference[i] -= _spread;
        return HostVector<T>.Dot(_difference, _difference);
    }

    private T InnerSquaredDistance()
    {
        HostVector<T> d = _inner.InitialPoint.NewLike();
        d.Assign(_inner.InitialPoint - _inner.Minimizer);
        return HostVector<T>.Dot(d, d);
    }

    private T Extreme(Func<T, T, T> choose) => Enumerable.Range(0, Objectives).Select(i => SquaredDistance(InitialPoint, i)).Aggregate(choose);
}
