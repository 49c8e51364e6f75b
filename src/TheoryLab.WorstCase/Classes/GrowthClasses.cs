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
    /// <param name="mu">mu, positive and at most L.</param>
    /// <param name="L">L, positive.</param>
    /// <exception cref="InputException">They are not: beyond L the class holds constants only.</exception>
    public PolyakLojasiewicz(T mu, T L)
    {
        (_mu, _l, _smooth) = (Positive(mu, "mu"), Positive(L, "L"), new(L, -L));
        if (mu > L)
        {
            throw new InputException($"The parameter mu of the class {Name} is {mu}; it must be at most L = {L}.");
        }
    }

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

/// <summary>
/// The class of <see cref="PolyakLojasiewicz{T}"/> with one more inequality that all its members satisfy, for any alpha in [0, 2 mu/(2 L + mu)]
/// (Rubbens, Hendrickx and Taylor, A constructive approach to strengthen algebraic descriptions of function and operator classes, 2025). The value of x* is zero.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class PolyakLojasiewiczCombined<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;
    private readonly T _l;
    private readonly T _alpha;
    private readonly PolyakLojasiewicz<T> _plain;

    /// <summary>The class with its constants.</summary>
    /// <param name="mu">mu, positive.</param>
    /// <param name="L">L, positive.</param>
    /// <param name="alpha">alpha.</param>
    /// <exception cref="InputException">alpha is outside its interval.</exception>
    public PolyakLojasiewiczCombined(T mu, T L, T alpha)
    {
        T largest = (mu + mu) / (L + L + mu);
        (_mu, _l, _plain) = (mu, L, new(mu, L));
        _alpha = alpha >= T.Zero && alpha <= largest ? alpha
            : throw new InputException($"The parameter alpha of the class {Name} is {alpha}; it must be between 0 and 2 mu/(2 L + mu) = {largest}.");
    }

    /// <inheritdoc/>
    public override string Name => "polyak-lojasiewicz-combined";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu), ("L", _l), ("alpha", _alpha)];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override bool IsDifferentiable => true;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j)
    {
        // f_i - f_j >= <g_i + g_j, x_i - x_j>/2 + |g_i - g_j|^2/(4L) - (L/4)|x_i - x_j|^2
        //              + K ((1 - alpha)^2 (L + mu)(f_i - f* - |g_i|^2/(2L)) - (L - mu)(f_j - f* + |g_j|^2/(2L))).
        T half = T.One / (T.One + T.One), quarter = half * half, rest = T.One - _alpha;
        T k = _alpha / (rest * (_mu + _mu - ((_l + _mu) * _alpha)));
        Form<T> curvature = ((quarter / _l) * Form<T>.Squared(i.G - j.G)) - ((quarter * _l) * Form<T>.Squared(i.X - j.X));
        Form<T> descent = i.F - ((half / _l) * Form<T>.Squared(i.G)), ascent = j.F + ((half / _l) * Form<T>.Squared(j.G));
        Form<T> combined = (k * rest * rest * (_l + _mu) * descent) - (k * (_l - _mu) * ascent);
        return [.. _plain.Pair(i, j), new("combined", j.F - i.F + (half * Form<T>.Product(i.G + j.G, i.X - j.X)) + curvature + combined)];
    }
}
