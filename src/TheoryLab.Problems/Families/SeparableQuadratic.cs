using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// f(x) = sum a_i (x_i - x*_i)^2/2 + &lt;q, x - x*&gt; over a set with x* given and -q in the normal cone there, so that x* is the minimiser and
/// f* = 0. A set says how &lt;q, x - x*&gt; is computed without cancellation.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="curvature">a, positive: the largest first, then the smallest.</param>
/// <param name="minimizer">x*.</param>
/// <param name="start">x_0.</param>
internal abstract class SeparableQuadratic<T>(T[] curvature, HostVector<T> minimizer, HostVector<T> start) : LineSearchProblem<T>
    where T : struct, INumber<T>
{
    private readonly HostVector<T> _d = minimizer.NewLike();
    private readonly HostVector<T> _e = minimizer.NewLike();

    public sealed override HostVector<T> InitialPoint { get; } = start;

    public sealed override HostVector<T> Minimizer { get; } = minimizer;

    /// <summary>q.</summary>
    protected abstract HostVector<T> GradientAtMinimizer { get; }

    public sealed override T Value(HostVector<T> x) => PrimalGap(x);

    public sealed override T PrimalGap(HostVector<T> x)
    {
        _d.Assign(x - Minimizer);
        HostKernels.Multiply<T>(_e.Span, curvature, _d.Span);
        return (HostVector<T>.Dot(_d, _e) / Two) + Slope(x);
    }

    /// <summary>&lt;q, x - x*&gt;, non-negative on the set.</summary>
    protected abstract T Slope(HostVector<T> x);

    protected sealed override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        _d.Assign(x - Minimizer);
        HostKernels.Multiply<T>(gradient.Span, curvature, _d.Span);
        gradient.Assign(gradient + GradientAtMinimizer);
    }

    protected sealed override T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest)
    {
        ComputeGradient(x, _e);
        T slope = HostVector<T>.Dot(_e, direction);
        HostKernels.Multiply<T>(_e.Span, curvature, direction.Span);
        return SegmentSteps.OfQuadratic(slope, HostVector<T>.Dot(_e, direction), largest);
    }

    protected override T? FamilyConstant(string name) => name switch { "L" => curvature[0], "mu" => curvature[Math.Min(1, curvature.Length - 1)], _ => null };
}

/// <summary>Minimisers along segments.</summary>
internal static class SegmentSteps
{
    /// <summary>The t in [0, largest] that minimises slope t + curvature t^2/2.</summary>
    public static T OfQuadratic<T>(T slope, T curvature, T largest)
        where T : struct, INumber<T> =>
        slope >= T.Zero ? T.Zero : -slope < largest * curvature ? -slope / curvature : largest;
}
