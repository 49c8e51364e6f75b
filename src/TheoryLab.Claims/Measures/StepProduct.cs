using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>&lt;grad f(x_k), x_{k-1} - x_k&gt;.</summary>
public sealed record StepProduct : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "step-product";

    /// <inheritdoc/>
    public string Symbol => "gs";

    /// <inheritdoc/>
    public string Summary => "<grad f(x_k), x_{k-1} - x_k>";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        scratch2.Assign(companion - x);
        return TVector.Dot(scratch, scratch2);
    }
}
