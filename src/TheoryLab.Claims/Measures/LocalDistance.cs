using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - x*| in the norm of the Hessian at x_k.</summary>
public sealed record LocalDistance : IMeasure
{
    /// <inheritdoc/>
    public string Name => "local-distance";

    /// <inheritdoc/>
    public string Symbol => "rx";

    /// <inheritdoc/>
    public string Summary => "|x_k - x*| in the norm of the Hessian at x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        scratch.Assign(x - problem.Minimizer);
        SecondOrder.Hessian<TVector>(problem, this).HessianProduct(x, scratch, scratch2);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch2));
    }
}
