namespace TheoryLab.Claims;

/// <summary>|grad f(x_k)|^2, which unlike the norm is an affine form in the Gram matrix.</summary>
public sealed record SquaredGradientNorm : IMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-gradient-norm";

    /// <inheritdoc/>
    public string Symbol => "gg";

    /// <inheritdoc/>
    public string Summary => "|grad f(x_k)|^2";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        return TVector.Dot(scratch, scratch);
    }
}
