using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|z_k - x*|^2.</summary>
public sealed record AnchorSquaredDistance : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "anchor-squared-distance";

    /// <inheritdoc/>
    public string Symbol => "z2";

    /// <inheritdoc/>
    public string Summary => "|z_k - x*|^2";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Anchor;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(companion - problem.Minimizer);
        return TVector.Dot(scratch, scratch);
    }
}
