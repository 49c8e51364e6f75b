using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|x_k - s_k|^2, s_k the vertex that linear minimisation answers at x_k.</summary>
public sealed record SquaredVertexDistance : IMeasure
{
    /// <inheritdoc/>
    public string Name => "squared-vertex-distance";

    /// <inheritdoc/>
    public string Symbol => "d2";

    /// <inheritdoc/>
    public string Summary => "|x_k - s_k|^2, s_k the vertex that linear minimisation answers at x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        LinearMinimization.Of(problem, this).Minimize(scratch, scratch2);
        scratch2.Assign(x - scratch2);
        return TVector.Dot(scratch2, scratch2);
    }
}
