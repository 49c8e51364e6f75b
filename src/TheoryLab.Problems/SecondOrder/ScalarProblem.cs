using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A function of one variable with its second derivative; f* = 0, so that values are gaps.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="start">x_0.</param>
/// <param name="minimizer">x*.</param>
internal abstract class ScalarProblem<T>(T start, T minimizer) : SecondOrderProblem<T>
    where T : struct, INumber<T>
{
    public sealed override HostVector<T> InitialPoint { get; } = new([start]);

    public sealed override HostVector<T> Minimizer { get; } = new([minimizer]);

    public sealed override T Value(HostVector<T> x) => Gap(x[0]);

    public sealed override T PrimalGap(HostVector<T> x) => Gap(x[0]);

    /// <summary>f(x).</summary>
    protected abstract T Gap(T x);

    /// <summary>f'(x).</summary>
    protected abstract T Slope(T x);

    /// <summary>f''(x).</summary>
    protected abstract T Bend(T x);

    protected sealed override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => gradient[0] = Slope(x[0]);

    protected sealed override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) =>
        result[0] = Bend(x[0]) * direction[0];

    protected sealed override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix) =>
        matrix[0] = curvature == Curvature.Hessian ? Bend(x[0]) : throw Without(curvature);
}
