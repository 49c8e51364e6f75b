namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent with silver steps; for n = 1 the value is L/(4 sqrt 2 + 2), for n = 2^k - 1 it is at most L/(1 + sqrt(4 (1 + sqrt 2)^(2k) -
/// 3)).
/// </summary>
public sealed class GdSilverStepsConvex : SmoothConvexModel
{
    /// <inheritdoc/>
    public override string Id => "gd-silver-steps-convex";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n silver steps";

    /// <inheritdoc/>
    public override string Source => "Altschuler and Parrilo, Acceleration by stepsize hedging II: silver stepsize schedule for smooth convex optimization, 2023";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "7")];

    /// <inheritdoc/>
    protected override IFirstOrderMethod Method { get; } = new SilverSteps();
}
