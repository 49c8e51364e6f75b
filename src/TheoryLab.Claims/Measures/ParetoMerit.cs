namespace TheoryLab.Claims;

/// <summary>sup over y of min over i of f_i(x_k) - f_i(y): zero where x_k is weakly Pareto optimal (Tanabe, Fukuda and Yamashita 2023).</summary>
public sealed record ParetoMerit : IMeasure
{
    /// <inheritdoc/>
    public string Name => "pareto-merit";

    /// <inheritdoc/>
    public string Symbol => "u0";

    /// <inheritdoc/>
    public string Summary => "sup over y of min over i of f_i(x_k) - f_i(y)";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        Pareto.Of(problem, this).Merit(x);
}
