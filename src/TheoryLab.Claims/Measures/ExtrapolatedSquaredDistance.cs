using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|y_k - x*|^2.</summary>
public sealed record ExtrapolatedSquaredDistance : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "extrapolated-squared-distance";

    /// <inheritdoc/>
    public string Symbol => "y2";

    /// <inheritdoc/>
    public string Summary => "|y_k - x*|^2";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(companion - problem.Minimizer);
        return TVector.Dot(scratch, scratch);
    }
}
