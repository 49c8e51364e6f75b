using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>E f(x_k) - f* of a moment method: &lt;x_0, grad f(a_k)&gt;/2 with a_k the relative second moments of x_k.</summary>
public sealed record ExpectedPrimalGap : IMeasure
{
    /// <inheritdoc/>
    public string Name => "expected-primal-gap";

    /// <inheritdoc/>
    public string Symbol => "Eh";

    /// <inheritdoc/>
    public string Summary => "E f(x_k) - f* of a moment method: <x_0, grad f(a_k)>/2 with a_k the relative second moments of x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        return TVector.Scale(ScalarMath.From<TScalar>(0.5), TVector.Dot(problem.InitialPoint, scratch));
    }
}
