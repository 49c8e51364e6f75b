using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>&lt;grad f(y_k), y_k - x*&gt;.</summary>
public sealed record AimingProduct : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "aiming-product";

    /// <inheritdoc/>
    public string Symbol => "aim";

    /// <inheritdoc/>
    public string Summary => "<grad f(y_k), y_k - x*>";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        problem.Gradient(companion, scratch);
        scratch2.Assign(companion - problem.Minimizer);
        return TVector.Dot(scratch, scratch2);
    }
}
