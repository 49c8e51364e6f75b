namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Nesterov's method with the momentum k/(k+3); the value is 2 L/(n^2 + 5n + 6), reached on a Huber function.</summary>
public sealed class NesterovFgmSimpleMomentum : SmoothConvexModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm-simple-momentum";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017";

    /// <inheritdoc/>
    protected override IFirstOrderMethod Method { get; } = new NesterovThree();
}
