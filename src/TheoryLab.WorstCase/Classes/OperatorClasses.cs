using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>A class of operators, by what it forces on pairs (x_i, t_i), t_i an element of A x_i. Conditions are symmetric in the two points.</summary>
/// <typeparam name="T">Parameters and coefficients.</typeparam>
public abstract class OperatorClass<T>
    where T : struct, INumber<T>
{
    /// <summary>The name in files and options, in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>Parameters by name.</summary>
    public virtual IReadOnlyList<(string Name, T Value)> Parameters => [];

    /// <summary>Whether a point has one image.</summary>
    public virtual bool IsSingleValued => false;

    /// <summary>Whether the conditions are also sufficient.</summary>
    public virtual bool IsExact => true;

    /// <summary>The class in the words of certificates, with its parameters; null if certificates of version 1 cannot state it.</summary>
    public virtual (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => (Name, Parameters);

    /// <summary>Conditions on an unordered pair of points, each at most zero.</summary>
    /// <param name="i">First point.</param>
    /// <param name="j">Second point.</param>
    public abstract IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j);

    /// <summary>A parameter that must be positive.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">It is not.</exception>
    protected T Positive(T value, string name) => value > T.Zero ? value
        : throw new InputException($"The parameter {name} of the operator class {Name} is {value}; it must be positive.");

    /// <summary>&lt;t_i - t_j, x_i - x_j&gt;.</summary>
    /// <param name="i">First point.</param>
    /// <param name="j">Second point.</param>
    protected static Form<T> Monotonicity(SymbolicPoint<T> i, SymbolicPoint<T> j) => Form<T>.Product(i.G - j.G, i.X - j.X);
}

/// <summary>Maximally monotone operators: &lt;t_i - t_j, x_i - x_j&gt; &gt;= 0.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class Monotone<T> : OperatorClass<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public override string Name => "monotone";

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) => [new("monotonicity", -Monotonicity(i, j))];
}

/// <summary>Strongly monotone operators: &lt;t_i - t_j, x_i - x_j&gt; &gt;= mu |x_i - x_j|^2.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class StronglyMonotone<T> : OperatorClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;

    /// <summary>The class with its modulus.</summary>
    /// <param name="mu">mu, positive.</param>
    public StronglyMonotone(T mu) => _mu = Positive(mu, "mu");

    /// <inheritdoc/>
    public override string Name => "strongly-monotone";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu)];

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) =>
        [new("strong monotonicity", (_mu * Form<T>.Squared(i.X - j.X)) - Monotonicity(i, j))];
}

/// <summary>Cocoercive operators: &lt;t_i - t_j, x_i - x_j&gt; &gt;= beta |t_i - t_j|^2.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class Cocoercive<T> : OperatorClass<T>
    where T : struct, INumber<T>
{
    private readonly T _beta;

    /// <summary>The class with its constant.</summary>
    /// <param name="beta">beta, positive.</param>
    public Cocoercive(T beta) => _beta = Positive(beta, "beta");

    /// <inheritdoc/>
    public override string Name => "cocoercive";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("beta", _beta)];

    /// <inheritdoc/>
    public override bool IsSingleValued => true;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) =>
        [new("cocoercivity", (_beta * Form<T>.Squared(i.G - j.G)) - Monotonicity(i, j))];
}

/// <summary>Lipschitz operators: |t_i - t_j| &lt;= L |x_i - x_j|; nonexpansive for L = 1.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class LipschitzOperator<T> : OperatorClass<T>
    where T : struct, INumber<T>
{
    private readonly T _l;

    /// <summary>The class with its constant.</summary>
    /// <param name="L">L, positive.</param>
    public LipschitzOperator(T L) => _l = Positive(L, "L");

    /// <inheritdoc/>
    public override string Name => "lipschitz-operator";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("L", _l)];

    /// <inheritdoc/>
    public override bool IsSingleValued => true;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) =>
        [new("Lipschitz", Form<T>.Squared(i.G - j.G) - (_l * _l * Form<T>.Squared(i.X - j.X)))];
}

/// <summary>
/// Monotone (or mu-strongly monotone) L-Lipschitz operators. Both inequalities are necessary; for more than two points they are not sufficient
/// (Ryu, Taylor, Bergeling and Giselsson, Operator splitting performance estimation, SIAM Journal on Optimization 30, 2020).
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class LipschitzMonotone<T> : OperatorClass<T>
    where T : struct, INumber<T>
{
    private readonly T _mu;
    private readonly T _l;

    /// <summary>The class with both constants.</summary>
    /// <param name="mu">mu, not negative and at most L.</param>
    /// <param name="L">L, positive.</param>
    /// <exception cref="InputException">They are not.</exception>
    public LipschitzMonotone(T mu, T L)
    {
        _l = Positive(L, "L");
        _mu = mu >= T.Zero && mu <= L ? mu
            : throw new InputException($"The parameter mu of the operator class {Name} is {mu}; it must be between 0 and L = {L}.");
    }

    /// <inheritdoc/>
    public override string Name => "lipschitz-monotone";

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [("mu", _mu), ("L", _l)];

    /// <inheritdoc/>
    public override bool IsSingleValued => true;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j) =>
    [
        new("monotonicity", (_mu * Form<T>.Squared(i.X - j.X)) - Monotonicity(i, j)),
        new("Lipschitz", Form<T>.Squared(i.G - j.G) - (_l * _l * Form<T>.Squared(i.X - j.X))),
    ];
}
