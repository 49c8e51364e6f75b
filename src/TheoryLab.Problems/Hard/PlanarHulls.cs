using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Wolfe's triangle: the optimum lies inside an edge and x_0 is the opposite vertex, so that line search zigzags at 1/k
/// (Wolfe, Convergence theory in nonlinear programming, 1970; Canon and Cullum 1968).
/// </summary>
public sealed class WolfeTriangle : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "wolfe-triangle";

    /// <inheritdoc/>
    public override string Summary => "f(x) = |x|^2/2 on the triangle (-1,0), (1,0), (0,1); x* = 0, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Real("x", "first coordinate of x_0", 0, -1, 1),
        ParameterInfo.Real("y", "second coordinate of x_0; |x| + y must be at most 1", 1, 0, 1),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: the Hessian is I"),
        new("mu", "1: the Hessian is I"),
        new("D", "2: the length of the edge"),
        new("w", "1: pyramidal width, the smallest distance of a face from the hull of the other vertices, here that of (0,1) from the edge"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) =>
        Math.Abs(parameters.Real("x")) + parameters.Real("y") <= 1
            ? new HalfSquaredNorm(this, parameters, seed, [[-1, 0], [1, 0], [0, 1]], [parameters.Real("x"), parameters.Real("y")], [0, 0], new(2, 1))
            : throw new InputException($"The start ({parameters}) of {Name} is outside the triangle; choose |x| + y at most 1.");
}

/// <summary>
/// A segment from -1 to eps, started at eps: after one open-loop step the sharp form of the Frank-Wolfe bound is attained as eps tends to zero.
/// </summary>
public sealed class Segment : ProblemFamily
{
    /// <inheritdoc/>
    public override string Name => "segment";

    /// <inheritdoc/>
    public override string Summary => "f(x) = x^2/2 on [-1, eps]; x_0 = eps, x* = 0, f* = 0";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [ParameterInfo.Real("eps", "right end", 1e-3, 1e-12, 1, logarithmic: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "1: f'' = 1"),
        new("mu", "1: f'' = 1"),
        new("D", "1 + eps: the length of the segment"),
        new("w", "1 + eps: pyramidal width, the distance of the vertices"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed)
    {
        double eps = parameters.Real("eps");
        return new HalfSquaredNorm(this, parameters, seed, [[-1], [eps]], [eps], [0], null);
    }
}

/// <summary>|x|^2/2 over the hull of a few vertices: L = mu = 1.</summary>
/// <param name="family">The family.</param>
/// <param name="p">Its parameters.</param>
/// <param name="seed">Its seed.</param>
/// <param name="vertices">The vertices.</param>
/// <param name="start">x_0.</param>
/// <param name="minimizer">The point of the hull nearest to the origin.</param>
/// <param name="shape">Diameter and pyramidal width; null for a segment, where both are its length.</param>
internal sealed class HalfSquaredNorm(
    ProblemFamily family, ParameterSet p, int seed, double[][] vertices, double[] start, double[] minimizer, HalfSquaredNorm.Shape? shape)
    : ProblemInstance(family, p, seed)
{
    public override HostProblem<T> In<T>() => new Problem<T>(vertices, start, minimizer, shape);

    /// <summary>What is known of a hull.</summary>
    /// <param name="Diameter">D.</param>
    /// <param name="Width">w; null if it is not declared.</param>
    internal sealed record Shape(double Diameter, double? Width);

    private sealed class Problem<T>(double[][] vertices, double[] start, double[] minimizer, Shape? shape) : LineSearchProblem<T>
        where T : struct, INumber<T>
    {
        private readonly HostVector<T>[] _vertices = [.. vertices.Select(v => new HostVector<T>(FromData(v)))];
        private readonly HostVector<T> _d = new(new T[start.Length]);

        public override HostVector<T> InitialPoint { get; } = new(FromData(start));

        public override HostVector<T> Minimizer { get; } = new(FromData(minimizer));

        public override int? VertexCount => _vertices.Length;

        public override T Value(HostVector<T> x) => HostVector<T>.Dot(x, x) / Two;

        // The gradient at x* is x*, and <x*, x - x*> is non-negative on the hull.
        public override T PrimalGap(HostVector<T> x)
        {
            _d.Assign(x - Minimizer);
            return (HostVector<T>.Dot(_d, _d) / Two) + HostVector<T>.Dot(Minimizer, _d);
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => gradient.CopyFrom(x);

        protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) =>
            VertexSets.MinimizeOverHull(_vertices, direction, vertex);

        protected override T? FamilyConstant(string name) => name switch
        {
            "L" or "mu" => T.One,
            "D" => shape is null ? Length : ScalarMath.From<T>(shape.Diameter),
            "w" => shape is null ? Length : shape.Width is { } width ? ScalarMath.From<T>(width) : null,
            _ => null,
        };

        protected override T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest) =>
            SegmentSteps.OfQuadratic(HostVector<T>.Dot(x, direction), HostVector<T>.Dot(direction, direction), largest);

        private T Length => _vertices[1][0] - _vertices[0][0];
    }
}
