using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - x_{k-1}|.</summary>
public sealed record StepLength : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "step-length";

    /// <inheritdoc/>
    public string Symbol => "len";

    /// <inheritdoc/>
    public string Summary => "|x_k - x_{k-1}|";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - companion);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch));
    }
}
