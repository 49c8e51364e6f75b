namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The optimized gradient method; the value is L/(2 theta_n^2), and no method of its kind has a smaller one.</summary>
public sealed class OptimizedGradientMethod : SmoothConvexModel
{
    /// <inheritdoc/>
    public override string Id => "optimized-gradient-method";

    /// <inheritdoc/>
    public override string Source => "Kim and Fessler, Optimized first-order methods for smooth convex minimization, Mathematical Programming 159, 2016";

    /// <inheritdoc/>
    protected override IFirstOrderMethod Method { get; } = new OptimizedGradient();
}
