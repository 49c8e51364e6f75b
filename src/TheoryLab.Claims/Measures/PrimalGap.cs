namespace TheoryLab.Claims;

/// <summary>f(x_k) - f*.</summary>
public sealed record PrimalGap : IMeasure
{
    /// <inheritdoc/>
    public string Name => "primal-gap";

    /// <inheritdoc/>
    public string Symbol => "h";

    /// <inheritdoc/>
    public string Summary => "f(x_k) - f*";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) => problem.PrimalGap(x);
}
