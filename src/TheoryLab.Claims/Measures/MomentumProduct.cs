using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>&lt;grad f(y_k), x_k - y_k&gt;.</summary>
public sealed record MomentumProduct : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "momentum-product";

    /// <inheritdoc/>
    public string Symbol => "gyx";

    /// <inheritdoc/>
    public string Summary => "<grad f(y_k), x_k - y_k>";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    public Sequence Companion => Sequence.GradientPoint;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        problem.Gradient(companion, scratch);
        scratch2.Assign(x - companion);
        return TVector.Dot(scratch, scratch2);
    }
}
