namespace TheoryLab.Claims;

/// <summary>|L (x_k - prox(x_k - grad f(x_k)/L))|^2.</summary>
public sealed record SquaredGradientMapping : IMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-gradient-mapping";

    /// <inheritdoc/>
    public string Symbol => "m2";

    /// <inheritdoc/>
    public string Summary => "|L (x_k - prox(x_k - grad f(x_k)/L))|^2";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        GradientMappings.Of(problem, this).GradientMapping(x, scratch);
        return TVector.Dot(scratch, scratch);
    }
}
