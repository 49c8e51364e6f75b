using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|grad f(x_k)|.</summary>
public sealed record GradientNorm : IMeasure
{
    /// <inheritdoc/>
    public string Name => "gradient-norm";

    /// <inheritdoc/>
    public string Symbol => "g";

    /// <inheritdoc/>
    public string Summary => "|grad f(x_k)|";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch));
    }
}
