namespace TheoryLab.Claims;

/// <summary>f(x_k).</summary>
public sealed record ObjectiveValue : IMeasure
{
    /// <inheritdoc/>
    public string Name => "objective-value";

    /// <inheritdoc/>
    public string Symbol => "f";

    /// <inheritdoc/>
    public string Summary => "f(x_k)";

    /// <inheritdoc/>
    public bool CanBeNegative => true;

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) => problem.Value(x);
}
