using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|grad f(y_k)|, y_k the point where the method asks for the gradient.</summary>
public sealed record ExtrapolatedGradientNorm : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "extrapolated-gradient-norm";

    /// <inheritdoc/>
    public string Symbol => "gy";

    /// <inheritdoc/>
    public string Summary => "|grad f(y_k)|, y_k the point where the method asks for the gradient";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        problem.Gradient(companion, scratch);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch));
    }
}
