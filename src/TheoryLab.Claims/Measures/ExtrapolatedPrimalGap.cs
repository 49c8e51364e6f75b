using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>f(y_k) - f*.</summary>
public sealed record ExtrapolatedPrimalGap : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "extrapolated-primal-gap";

    /// <inheritdoc/>
    public string Symbol => "hy";

    /// <inheritdoc/>
    public string Summary => "f(y_k) - f*";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2) => problem.PrimalGap(companion);
}
