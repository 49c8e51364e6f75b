using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The names of a bound over a whole class: L, R, N and k = N, exactly.</summary>
/// <param name="smoothness">L.</param>
/// <param name="radius">R.</param>
/// <param name="horizon">N.</param>
internal sealed class ScalingScope(Rational smoothness, Rational radius, int horizon) : IExpressionScope<Rational>
{
    // Any two that are far from 1 and from each other show a wrong power.
    private static readonly Rational OtherL = new(3, 7);
    private static readonly Rational OtherR = new(5, 2);

    private static readonly string[] Names = ["L", "R", "N", "k"];

    // Their rational values are rounded.
    private static readonly string[] Irrational = ["sqrt", "log", "exp"];

    /// <summary>Whether a bound is a rational formula in L, R and N that scales as the measure does.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="whole">How the measure scales.</param>
    public static bool IsHomogeneous(Expression bound, WholeClass whole) =>
        bound.PastNames.Count == 0
        && bound.Names.All(Names.Contains)
        && !Irrational.Any(f => bound.Text.Contains(f, StringComparison.Ordinal))
        && whole.Horizons.All(n => bound.Evaluate(new ScalingScope(OtherL, OtherR, n)) == Expression.Parse(whole.Scale).Evaluate(new ScalingScope(OtherL, OtherR, n)) * bound.Evaluate(new ScalingScope(1, 1, n)));

    /// <inheritdoc/>
    public Rational Value(string name) => name switch
    {
        "L" => smoothness,
        "R" => radius,
        "N" or "k" => horizon,
        _ => throw new InputException($"'{name}' has no value over a whole class."),
    };

    /// <inheritdoc/>
    public Rational Past(Look look, string name) => throw new InputException($"A bound over a whole class cannot look back at {name}.");
}
