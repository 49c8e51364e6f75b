using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The largest decrease of f by exact minimisation over a block of the problem's partition.</summary>
public sealed record BlockProgress : IMeasure
{
    /// <inheritdoc/>
    public string Name => "block-progress";

    /// <inheritdoc/>
    public string Symbol => "bp";

    /// <inheritdoc/>
    public string Summary => "max over blocks B of grad_B f(x_k)' A_BB^-1 grad_B f(x_k)/2, for quadratics with a partition";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        (problem as IBlockProgressOracle<TVector, TReal> ?? throw new InputException("The measure block-progress needs a quadratic with a partition, such as coupled-quadratic.")).BestBlock(x);
}
