using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - x_{k-1}|^2, for methods that keep the point they started from.</summary>
public sealed record SquaredMove : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-move";

    /// <inheritdoc/>
    public string Symbol => "move2";

    /// <inheritdoc/>
    public string Summary => "|x_k - x_{k-1}|^2, 0 at k = 0";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - companion);
        return TVector.Dot(scratch, scratch);
    }
}
