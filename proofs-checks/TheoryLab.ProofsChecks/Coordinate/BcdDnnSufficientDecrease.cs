namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: a network of two layers with positive parts, split into five blocks. Guarantee: F(x_k) - F(x_{k+1}) at least (a/2)|x_{k+1} - x_k|^2.
/// Method: proximal block descent, the last layer first. Status: certificate.
/// </summary>
public sealed class BcdDnnSufficientDecrease : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-dnn-sufficient-decrease",
        Topic = "block-coordinate-descent",
        Statement = "Proximal block descent on the three-splitting of a network lowers F by at least (a/2)|x_{k+1} - x_k|^2 per pass.",
        Source = new("Zeng, Lau, Lin and Yao, Global convergence of block coordinate descent in deep learning, ICML 2019", "sufficient decrease"),
        Assumptions = "Every block problem solved globally with the proximal weight a; k counts passes.",
        Kind = ClaimKind.Step,
        Methods = [new ProximalBlockDescent()],
        Instances =
        [
            new("splitting-network", ("a", "0.1")),
            new("splitting-network", ("a", "1")),
            new("splitting-network", ("a", "10")),
            new("splitting-network", ("activation", "linear"), ("a", "10")),
            new("splitting-network", ("activation", "linear"), ("a", "100")),
            new("splitting-network", ("a", "0.1..10"), ("g", "0.1..10")),
        ],
        Measure = new ObjectiveValue(),
        Quantity = "a/2*move2",
        Bound = "prev(f)-f",
        Iterations = 200,
        Samples = 8,
        Twins = [Twin.Constant("1.1 a in place of a/2", "1/2.2")],
        Remarks = "O(1/K) is the rate of the squared residual, averaged or smallest.",
    };
}
