using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>E |z_k - x*|^2 of a moment method: &lt;x_0, c_k&gt; with c_k the relative second moments of z_k.</summary>
public sealed record ExpectedAnchorSquaredDistance : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "expected-anchor-squared-distance";

    /// <inheritdoc/>
    public string Symbol => "Ez2";

    /// <inheritdoc/>
    public string Summary => "E |z_k - x*|^2 of a moment method: <x_0, c_k> with c_k the relative second moments of z_k";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Anchor;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2) => TVector.Dot(problem.InitialPoint, companion);
}
