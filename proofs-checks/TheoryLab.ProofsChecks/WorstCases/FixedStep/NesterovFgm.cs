namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Nesterov's method with the momentum (t_k - 1)/t_{k+1}; at most L/(2 t_n^2), which is not exact.</summary>
public sealed class NesterovFgm : SmoothConvexModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm";

    /// <inheritdoc/>
    public override string Source => "Nesterov 1983; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    protected override IFirstOrderMethod Method { get; } = new NesterovAcceleration();
}
