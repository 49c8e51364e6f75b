using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>&lt;d, H d&gt; for the last step d, H the Hessian where it started.</summary>
public sealed record LocalSquaredStep : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "local-squared-step";

    /// <inheritdoc/>
    public string Symbol => "dHd";

    /// <inheritdoc/>
    public string Summary => "<d, H d>, d = x_k - x_{k-1}, H the Hessian at x_{k-1}";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - companion);
        SecondOrder.Hessian<TVector>(problem, this).HessianProduct(companion, scratch, scratch2);
        return TVector.Dot(scratch, scratch2);
    }
}
