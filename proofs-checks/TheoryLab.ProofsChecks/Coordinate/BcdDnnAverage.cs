namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: a network of two layers, split into five blocks. Guarantee: min over j up to k of |x_j - x_{j-1}|^2 at most 2 F(x_0)/(a k). Method:
/// proximal block descent, the last layer first. Status: upper; consistency only.
/// </summary>
public sealed class BcdDnnAverage : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-dnn-average",
        Topic = "block-coordinate-descent",
        Statement = "Over k passes of proximal block descent the smallest |x_j - x_{j-1}|^2 is at most 2 F(x_0)/(a k).",
        Source = new("Zeng, Lau, Lin and Yao, Global convergence of block coordinate descent in deep learning, ICML 2019", "rate of the squared residual; F is not negative"),
        Assumptions = "Every block problem solved globally with the proximal weight a; k counts passes.",
        Kind = ClaimKind.Upper,
        Methods = [new ProximalBlockDescent()],
        Instances =
        [
            new("splitting-network", ("a", "0.1")),
            new("splitting-network", ("a", "1")),
            new("splitting-network", ("a", "10")),
            new("splitting-network", ("a", "0.1..10"), ("g", "0.1..10")),
        ],
        Measure = new SquaredMove(),
        Quantity = "best(move2)",
        Bound = "2*F0/(a*k)",
        Iterations = 200,
        Samples = 5,
        Twins = [Twin.Constant("1/20")],
        Remarks = "The tail is faster than 1/k on these instances.",
    };
}
