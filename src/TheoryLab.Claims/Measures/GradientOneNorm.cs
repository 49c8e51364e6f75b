using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>sum |grad_i f(x_k)|.</summary>
public sealed record GradientOneNorm : IMeasure
{
    /// <inheritdoc/>
    public string Name => "gradient-one-norm";

    /// <inheritdoc/>
    public string Symbol => "g1";

    /// <inheritdoc/>
    public string Summary => "sum of |grad_i f(x_k)|";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        return (problem as IComponentOracle<TVector, TReal> ?? throw new InputException("The measure gradient-one-norm needs components, as powell-cycle has them.")).OneNorm(scratch);
    }
}
