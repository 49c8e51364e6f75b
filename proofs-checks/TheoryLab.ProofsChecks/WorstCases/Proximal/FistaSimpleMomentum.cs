namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>FISTA with the momentum k/(k+3); the value is 2 L/(n^2 + 5n + 2).</summary>
public sealed class FistaSimpleMomentum : CompositeConvexModel
{
    /// <inheritdoc/>
    public override string Id => "fista-simple-momentum";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Exact worst-case performance of first-order methods for composite convex optimization, SIAM Journal on Optimization 27, 2017";

    /// <inheritdoc/>
    protected override IProximalMethod Method { get; } = new FistaThree();
}
