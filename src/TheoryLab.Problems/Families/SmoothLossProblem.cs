using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A loss on a data set as a problem.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="loss">The function.</param>
/// <param name="start">x_0.</param>
/// <param name="minimizer">The minimiser, asked for once and only when needed.</param>
/// <param name="gap">f(x) - f*, with x* at hand.</param>
/// <param name="constant">The family's constants.</param>
/// <param name="backend">Who factors; null for L D L' in the scalar.</param>
internal sealed class SmoothLossProblem<T>(
    ISmoothFunction<T> loss, double[] start, Func<T[]> minimizer, Func<HostVector<T>, HostVector<T>, T> gap, Func<string, T?> constant,
    IDenseBackend? backend = null) : SecondOrderProblem<T>
    where T : struct, INumber<T>
{
    private HostVector<T>? _minimizer;

    public override HostVector<T> InitialPoint { get; } = new(FromData(start));

    public override HostVector<T> Minimizer => _minimizer ??= new(minimizer());

    public override T Value(HostVector<T> x) => loss.Value(x.Span);

    public override T PrimalGap(HostVector<T> x) => gap(x, Minimizer);

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => loss.Gradient(x.Span, gradient.Span);

    protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) =>
        loss.HessianProduct(x.Span, direction.Span, result.Span);

    protected override void ComputeCurvature(HostVector<T> x, Curvature curvature, Span<T> matrix) => loss.CurvatureMatrix(x.Span, curvature, matrix);

    protected override T? FamilyConstant(string name) => constant(name);

    // Only a problem in doubles is given a backend.
    protected override IShiftedFactor<T> NewFactor(int n) => backend is null ? base.NewFactor(n) : (IShiftedFactor<T>)(object)new BackendFactor(n, backend);
}
