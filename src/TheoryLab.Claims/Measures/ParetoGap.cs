namespace TheoryLab.Claims;

/// <summary>min over the unit simplex of |sum lam_i grad f_i(x_k)|: zero where x_k is Pareto stationary.</summary>
public sealed record ParetoGap : IMeasure
{
    /// <inheritdoc/>
    public string Name => "pareto-gap";

    /// <inheritdoc/>
    public string Symbol => "P";

    /// <inheritdoc/>
    public string Summary => "min over the unit simplex of |sum lam_i grad f_i(x_k)|";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        Pareto.Of(problem, this).ParetoGap(x);
}
