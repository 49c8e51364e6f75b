using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>max over the set of &lt;grad f(x_k), x_k - s&gt;, an upper bound on the primal gap.</summary>
public sealed record FrankWolfeGap : IMeasure
{
    /// <inheritdoc/>
    public string Name => "frank-wolfe-gap";

    /// <inheritdoc/>
    public string Symbol => "G";

    /// <inheritdoc/>
    public string Summary => "max over the set of <grad f(x_k), x_k - s>, an upper bound on the primal gap";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        LinearMinimization.Of(problem, this).Minimize(scratch, scratch2);
        scratch2.Assign(x - scratch2);
        return TVector.Dot(scratch, scratch2);
    }
}
