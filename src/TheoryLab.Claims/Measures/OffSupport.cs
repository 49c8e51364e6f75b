using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The largest |x_i| over the i with x*_i = 0.</summary>
public sealed record OffSupport : IMeasure
{
    /// <inheritdoc/>
    public string Name => "off-support";

    /// <inheritdoc/>
    public string Symbol => "off";

    /// <inheritdoc/>
    public string Summary => "max of |x_i| over the i with x*_i = 0, at x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        (problem as IComponentOracle<TVector, TReal> ?? throw new InputException("The measure off-support needs components, as l1-quadratic has them.")).OffSupport(x);
}
