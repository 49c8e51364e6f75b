using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>g(x_k) of a quotient f/g.</summary>
public sealed record Denominator : IMeasure
{
    /// <inheritdoc/>
    public string Name => "denominator";

    /// <inheritdoc/>
    public string Symbol => "den";

    /// <inheritdoc/>
    public string Summary => "g(x_k) of a quotient f/g";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        (problem as IDenominatorOracle<TVector, TReal> ?? throw new InputException("The measure denominator needs a quotient, such as fractional-quadratic.")).Denominator(x);
}
