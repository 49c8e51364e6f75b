using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|L (x_k - prox(x_k - grad f(x_k)/L))|, the stationarity measure of composite functions.</summary>
public sealed record GradientMappingNorm : IMeasure
{
    /// <inheritdoc/>
    public string Name => "gradient-mapping-norm";

    /// <inheritdoc/>
    public string Symbol => "m";

    /// <inheritdoc/>
    public string Summary => "|L (x_k - prox(x_k - grad f(x_k)/L))|, the stationarity measure of composite functions";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        GradientMappings.Of(problem, this).GradientMapping(x, scratch);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch));
    }
}
