using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - x*|.</summary>
public sealed record Distance : IMeasure
{
    /// <inheritdoc/>
    public string Name => "distance";

    /// <inheritdoc/>
    public string Symbol => "r";

    /// <inheritdoc/>
    public string Summary => "|x_k - x*|";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - problem.Minimizer);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch));
    }
}
