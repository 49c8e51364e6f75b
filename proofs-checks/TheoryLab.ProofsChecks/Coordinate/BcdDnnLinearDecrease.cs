namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: a network of two layers without activation, split into five blocks, every block problem convex. Guarantee: F(x_k) - F(x_{k+1}) at least
/// a |x_{k+1} - x_k|^2. Method: proximal block descent, the last layer first. Status: certificate; nearly attained for a large a.
/// </summary>
/// <remarks>
/// Derivation: u+ minimises phi(u) + (a/2)|u - u0|^2, phi convex: the objective is a-strongly convex, so phi(u0) is at least phi(u+) + (a/2)|u+ - u0|^2
/// + (a/2)|u+ - u0|^2. Add over the blocks.
/// </remarks>
public sealed class BcdDnnLinearDecrease : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-dnn-linear-decrease",
        Topic = "block-coordinate-descent",
        Statement = "With linear units every block problem is convex, and a pass lowers F by at least a |x_{k+1} - x_k|^2.",
        Source = new("Zeng, Lau, Lin and Yao, Global convergence of block coordinate descent in deep learning, ICML 2019; the factor a", "derivation beside the claim", "derived"),
        Assumptions = "Linear activation, squared loss; every block problem solved exactly with the proximal weight a; k counts passes.",
        Kind = ClaimKind.Step,
        Methods = [new ProximalBlockDescent()],
        Instances =
        [
            new("splitting-network", ("activation", "linear"), ("a", "1")),
            new("splitting-network", ("activation", "linear"), ("a", "10")),
            new("splitting-network", ("activation", "linear"), ("a", "100")),
            new("splitting-network", ("activation", "linear"), ("a", "0.1..10"), ("g", "0.1..10")),
        ],
        Measure = new ObjectiveValue(),
        Quantity = "a*move2",
        Bound = "prev(f)-f",
        Iterations = 200,
        Samples = 8,
        Twins =
        [
            Twin.Constant("1.1 a", "1/1.1"),
            new("with positive parts as well", TwinChange.Instance, c => c with { Instances = [new("splitting-network", ("a", "10")), new("splitting-network", ("a", "30")), new("splitting-network", ("a", "100"))] }),
        ],
    };
}
