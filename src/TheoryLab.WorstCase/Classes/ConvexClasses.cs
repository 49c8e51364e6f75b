using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>Closed convex functions: f_i &gt;= f_j + &lt;g_j, x_i - x_j&gt;.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class Convex<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public override string Name => "convex";

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) => [new("convexity", Linearization(i, j))];
}

/// <summary>Closed mu-strongly convex functions: f_i &gt;= f_j + &lt;g_j, x_i - x_j&gt; + (mu/2)|x_i - x_j|^2.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class StronglyConvex<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;

    /// <summary>The class with a modulus.</summary>
    /// <param name="mu">mu, positive.</param>
    public StronglyConvex(T mu) => _mu = Positive(mu, "mu");

    /// <inheritdoc/>
    public override string Name => "strongly-convex";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu)];

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) =>
        [new("strong convexity", Linearization(i, j) + ((_mu / (T.One + T.One)) * Form<T>.Squared(i.X - j.X)))];
}

/// <summary>Convex functions with subgradients of norm at most M.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class ConvexLipschitz<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _m;

    /// <summary>The class with a Lipschitz constant.</summary>
    /// <param name="M">M, positive.</param>
    public ConvexLipschitz(T M) => _m = Positive(M, "M");

    /// <inheritdoc/>
    public override string Name => "convex-lipschitz";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("M", _m)];

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) => [new("convexity", Linearization(i, j))];

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Single(SymbolicPoint<T> i) => [new("Lipschitz", Form<T>.Squared(i.G) - (_m * _m))];
}

/// <summary>
/// Indicators of closed convex sets, with normal vectors g: &lt;g_j, x_i - x_j&gt; &lt;= 0; with a diameter D, |x_i - x_j| &lt;= D as well; within a ball,
/// |x_i - centre| &lt;= R.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class ConvexIndicator<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T? _diameter;
    private readonly (T Radius, SymbolicVector<T> Centre)? _ball;

    /// <summary>The class of all closed convex sets, or of those of bounded diameter, or of those within a ball.</summary>
    /// <param name="diameter">D, positive, or null.</param>
    /// <param name="ball">R, positive, with the centre, usually a vector about which nothing is known; or null.</param>
    public ConvexIndicator(T? diameter = null, (T Radius, SymbolicVector<T> Centre)? ball = null) =>
        (_diameter, _ball) = (diameter is { } d ? Positive(d, "D") : null, ball is { } b ? (Positive(b.Radius, "R"), b.Centre) : null);

    /// <inheritdoc/>
    public override string Name => "convex-indicator";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters =>
        [.. _diameter is { } d ? [("D", d)] : Array.Empty<(string, T)>(), .. _ball is { } b ? [("R", b.Radius)] : Array.Empty<(string, T)>()];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => _ball is null ? (Name, Parameters) : null;

    /// <inheritdoc/>
    public override bool IsIndicator => true;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j)
    {
        yield return new("normal cone", Form<T>.Product(j.G, i.X - j.X));
        if (_diameter is { } d && string.CompareOrdinal(i.Id, j.Id) < 0)
        {
            yield return new("diameter", Form<T>.Squared(i.X - j.X) - (d * d));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Single(SymbolicPoint<T> i)
    {
        if (_ball is { } b)
        {
            yield return new("ball", Form<T>.Squared(i.X - b.Centre) - (b.Radius * b.Radius));
        }
    }
}
