namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>FISTA with the momentum (t_k - 1)/t_{k+1}; at most L/(2 t_n^2), which is not exact.</summary>
public sealed class Fista : CompositeConvexModel
{
    /// <inheritdoc/>
    public override string Id => "fista";

    /// <inheritdoc/>
    public override string Source => "Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    protected override IProximalMethod Method { get; } = new Solvers.Fista();
}
