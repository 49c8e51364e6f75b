using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>A smooth problem over a compact set with simple vertices. A vertex is found and written on the device; the host learns nothing of it and does not wait.</summary>
/// <param name="smooth">The function.</param>
/// <param name="set">The set.</param>
public sealed class CudaConstrained(CudaProblem smooth, FeasibleSet set) : CudaProblem(smooth.InitialPoint, smooth.Minimizer), ILinearMinimizationOracle<CudaVector>
{
    /// <inheritdoc/>
    public int? VertexCount => set.Kind switch
    {
        SetKind.Simplex => InitialPoint.Length,
        SetKind.L1Ball => 2 * InitialPoint.Length,
        _ => InitialPoint.Length < 31 ? 1 << InitialPoint.Length : int.MaxValue,
    };

    /// <inheritdoc/>
    public override double Value(CudaVector x) => smooth.Value(x);

    /// <inheritdoc/>
    public override double PrimalGap(CudaVector x) => smooth.PrimalGap(x);

    /// <inheritdoc/>
    /// <remarks>Ties go to the lowest index, and of two signs to the vertex that the host takes.</remarks>
    public void Minimize(CudaVector direction, CudaVector vertex)
    {
        CountCall();
        nint d = Minimizer.Matching(direction), s = Minimizer.Matching(vertex);
        switch (set.Kind)
        {
            case SetKind.Simplex:
                Kernels.Vertex(s, d, byMagnitude: false, set.High, set.High, vertex.Length);
                break;
            case SetKind.L1Ball:
                Kernels.Vertex(s, d, byMagnitude: true, -set.High, set.High, vertex.Length);
                break;
            default:
                Kernels.BoxVertex(s, d, set.Low, set.High, vertex.Length);
                break;
        }
    }

    internal override void ComputeGradient(CudaVector x, CudaVector gradient) => smooth.ComputeGradient(x, gradient);
}
