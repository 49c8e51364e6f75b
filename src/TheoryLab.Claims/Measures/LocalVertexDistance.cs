using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|s_k - x_k| in the norm of the Hessian at x_k, s_k the vertex that linear minimisation answers there.</summary>
public sealed record LocalVertexDistance : IMeasure
{
    /// <inheritdoc/>
    public string Name => "local-vertex-distance";

    /// <inheritdoc/>
    public string Symbol => "B";

    /// <inheritdoc/>
    public string Summary => "sqrt <d, (Hessian at x_k) d>, d = s_k - x_k, s_k the vertex that linear minimisation answers at x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        IHessianOracle<TVector> hessian = problem as IHessianOracle<TVector>
            ?? throw new InputException($"The measure {Name} needs Hessian products; choose another problem family.");
        problem.Gradient(x, scratch);
        LinearMinimization.Of(problem, this).Minimize(scratch, scratch2);
        scratch2.Assign(scratch2 - x);
        hessian.HessianProduct(x, scratch2, scratch);
        return ScalarMath.Sqrt(TVector.Dot(scratch2, scratch));
    }
}
