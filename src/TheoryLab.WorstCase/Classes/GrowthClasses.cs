using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Convex functions with f(x) - f* &lt;= (L/2)|x - x*|^2: convexity, and f* &gt;= f_i + &lt;g_i, x* - x_i&gt; + |g_i|^2/(2L)
/// (Goujaud, Taylor and Dieuleveut, Optimal first-order methods for convex functions with a quadratic upper bound, 2022).
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class QuadraticUpperBound<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _l;

    /// <summary>The class with its constant.</summary>
    /// <param name="L">L, positive.</param>
    public QuadraticUpperBound(T L) => _l = Positive(L, "L");

    /// <inheritdoc/>
    public override string Name => "quadratic-upper-bound";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("L", _l)];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) => i.IsReference
        ? [new("growth", Linearization(i, j) + ((T.One / ((T.One + T.One) * _l)) * Form<T>.Squared(j.G)))]
        : [new("convexity", Linearization(i, j))];
}

/// <summary>
/// &lt;g, x - x*&gt; &gt;= mu |x - x*|^2 and |g| &lt;= L |x - x*|, and nothing else
/// (Guille-Escuret, Goujaud, Ibrahim and Mitliagkas, Gradient descent is optimal under lower restricted secant inequality and upper error bound, 2022).
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class RestrictedSecant<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;
    private readonly T _l;

    /// <summary>The class with both constants.</summary>
    /// <param name="mu">mu, positive and at most L.</param>
    /// <param name="L">L, positive.</param>
    /// <exception cref="InputException">They are not.</exception>
    public RestrictedSecant(T mu, T L)
    {
        (_mu, _l) = (Positive(mu, "mu"), Positive(L, "L"));
        if (mu > L)
        {
            throw new InputException($"The parameter mu of the class {Name} is {mu}; it must be at most L = {L}.");
        }
    }

    /// <inheritdoc/>
    public override string Name => "restricted-secant";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu), ("L", _l)];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override bool IsDifferentiable => true;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) => !i.IsReference
        ? []
        :
        [
            new("restricted secant", (_mu * Form<T>.Squared(j.X - i.X)) - Form<T>.Product(j.G, j.X - i.X)),
            new("error bound", Form<T>.Squared(j.G) - (_l * _l * Form<T>.Squared(j.X - i.X))),
        ];
}

/// <summary>
/// L-smooth functions with |g|^2 &gt;= 2 mu (f - f*): smooth interpolation between all points, and |g|^2/(2L) &lt;= f - f* &lt;= |g|^2/(2 mu). These conditions are
/// necessary, not sufficient (Abbaszadehpeivasti, de Klerk and Zamani, 2023).
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class PolyakLojasiewicz<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;
    private readonly T _l;
    private readonly SmoothStronglyConvex<T> _smooth;

    /// <summary>The class with both constants.</summary>
    /// <param name="mu">mu, positive.</param>
    /// <param name="L">L, positive.</param>
    public PolyakLojasiewicz(T mu, T L) => (_mu, _l, _smooth) = (Positive(mu, "mu"), Positive(L, "L"), new(L, -L));

    /// <inheritdoc/>
    public override string Name => "polyak-lojasiewicz";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu), ("L", _l)];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override bool IsDifferentiable => true;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j)
    {
        foreach (ClassCondition<T> condition in _smooth.Pair(i, j))
        {
            yield return condition;
        }

        if (i.IsReference)
        {
            T half = T.One / (T.One + T.One);
            yield return new("descent", ((half / _l) * Form<T>.Squared(j.G)) - (j.F - i.F));
            yield return new("gradient domination", j.F - i.F - ((half / _mu) * Form<T>.Squared(j.G)));
        }
    }
}
