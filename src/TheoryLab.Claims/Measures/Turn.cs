using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>&lt;x_k - x*, x_{k-1} - x*&gt;: negative where a step goes past the minimiser; in one variable it tells the sign.</summary>
public sealed record Turn : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "turn";

    /// <inheritdoc/>
    public string Symbol => "turn";

    /// <inheritdoc/>
    public string Summary => "<x_k - x*, x_{k-1} - x*>";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - problem.Minimizer);
        scratch2.Assign(companion - problem.Minimizer);
        return TVector.Dot(scratch, scratch2);
    }
}
