namespace TheoryLab.Problems;

/// <summary>
/// A pyramid cut off near its tip and stood on the cut: the optimum lies inside the small triangle at the bottom, and the wide triangle above it
/// attracts Frank-Wolfe until the iterates are close.
/// </summary>
public sealed class TruncatedPyramid : ProblemFamily
{
    // Edges parallel to the first axis are the longest, and the centroid is the origin.
    private static readonly double[][] Triangle = [[-1, -0.5], [1, -0.5], [0, 1]];

    /// <inheritdoc/>
    public override string Name => "truncated-pyramid";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x|^2/2 on the hull of (q, height) and (3 q, 1), q = (-1,-1/2), (1,-1/2), (0,1); x_0 = (0, 3, 1), x* = (0, 0, height)";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("height", "of the lower triangle, which is the norm of the gradient at x*", 0.25, 1e-6, 0.75),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: the Hessian is I"),
        new("mu", "1: the Hessian is I"),
        new("D", "6: the longest edge of the upper triangle"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed)
    {
        double height = parameters.Real("height");
        return new HalfSquaredNorm(
            this,
            parameters,
            seed,
            [.. Triangle.Select(q => new[] { q[0], q[1], height }), .. Triangle.Select(q => new[] { 3 * q[0], 3 * q[1], 1 })],
            [0, 3, 1],
            [0, 0, height],
            new(6, null));
    }
}
