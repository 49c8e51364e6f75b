using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - x*|^2.</summary>
public sealed record SquaredDistance : IMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-distance";

    /// <inheritdoc/>
    public string Symbol => "r2";

    /// <inheritdoc/>
    public string Summary => "|x_k - x*|^2";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - problem.Minimizer);
        return TVector.Dot(scratch, scratch);
    }
}
