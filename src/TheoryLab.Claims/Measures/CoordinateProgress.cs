using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The largest decrease of f that a coordinate step 1/L_i guarantees.</summary>
public sealed record CoordinateProgress : IMeasure
{
    /// <inheritdoc/>
    public string Name => "coordinate-progress";

    /// <inheritdoc/>
    public string Symbol => "cp";

    /// <inheritdoc/>
    public string Summary => "max over i of grad_i f(x_k)^2/(2 L_i), for quadratics with a partition";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        (problem as IBlockProgressOracle<TVector, TReal> ?? throw new InputException("The measure coordinate-progress needs the L_i, as coupled-quadratic has them.")).BestCoordinate(x);
}
