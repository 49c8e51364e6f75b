using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - y_k|^2.</summary>
public sealed record SquaredMomentum : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-momentum";

    /// <inheritdoc/>
    public string Symbol => "v2";

    /// <inheritdoc/>
    public string Summary => "|x_k - y_k|^2";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - companion);
        return TVector.Dot(scratch, scratch);
    }
}
