using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// L-smooth functions with f - (mu/2)|x|^2 convex: strongly convex for mu &gt; 0, convex for mu = 0, and for mu = -L every L-smooth function.
/// </summary>
/// <remarks>
/// f_i &gt;= f_j + &lt;g_j, x_i - x_j&gt; + (|g_i - g_j|^2 + mu L |x_i - x_j|^2 - 2 mu &lt;g_i - g_j, x_i - x_j&gt;)/(2 (L - mu)), necessary and sufficient
/// (Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation, Mathematical Programming 161, 2017).
/// </remarks>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class SmoothStronglyConvex<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T _l;
    private readonly T _mu;

    /// <summary>The class with both constants.</summary>
    /// <param name="L">Smoothness, positive.</param>
    /// <param name="mu">Strong convexity, at least -L and below L.</param>
    /// <exception cref="InputException">They are not.</exception>
    public SmoothStronglyConvex(T L, T mu)
    {
        _l = Positive(L, "L");
        _mu = mu < L && mu >= -L ? mu
            : throw new InputException($"The parameter mu of the class {Name} is {mu}; it must be below L = {L} and at least -L.");
    }

    /// <inheritdoc/>
    public override string Name => "smooth-strongly-convex";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("L", _l), ("mu", _mu)];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates =>
        _mu >= T.Zero ? (Name, Parameters) : _mu == -_l ? ("smooth", [("L", _l)]) : null;

    /// <inheritdoc/>
    public override bool IsDifferentiable => true;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j)
    {
        T two = T.One + T.One, scale = T.One / (two * (_l - _mu));
        Form<T> curvature = scale * Form<T>.Squared(i.G - j.G);
        if (!T.IsZero(_mu))
        {
            curvature += (scale * _mu * _l * Form<T>.Squared(i.X - j.X)) - (scale * two * _mu * Form<T>.Product(i.G - j.G, i.X - j.X));
        }

        return [new("interpolation", Linearization(i, j) + curvature)];
    }
}
