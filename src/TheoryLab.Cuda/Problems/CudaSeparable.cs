using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>f(x) = sum a_i (x_i - x*_i)^2/2 + &lt;q, x - x*&gt;: a gradient is one kernel.</summary>
public sealed class CudaSeparable : CudaHessianProblem
{
    private readonly CudaVector _curvature;
    private readonly CudaVector _slopes;
    private readonly CudaVector _d;
    private readonly CudaVector _product;

    /// <summary>A separable quadratic with the numbers of an instance.</summary>
    /// <param name="form">Curvatures and slopes; copied.</param>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    public CudaSeparable(SeparableForm form, CudaVector initialPoint, CudaVector minimizer)
        : base(initialPoint, minimizer)
    {
        (_curvature, _slopes) = (Space.Vector(form.Curvature), Space.Vector(form.Slopes));
        (_d, _product) = (minimizer.NewLike(), minimizer.NewLike());
    }

    /// <inheritdoc/>
    public override double Value(CudaVector x) => PrimalGap(x);

    /// <inheritdoc/>
    /// <remarks>q_i is zero, or x*_i is on the boundary: each q_i (x_i - x*_i) is computed without cancellation.</remarks>
    public override double PrimalGap(CudaVector x)
    {
        _d.Assign(x - Minimizer);
        ComputeHessianProduct(x, _d, _product);
        return (CudaVector.Dot(_d, _product) / 2) + CudaVector.Dot(_slopes, _d);
    }

    internal override void ComputeGradient(CudaVector x, CudaVector gradient) => Kernels.SeparableGradient(
        Minimizer.Matching(gradient), _curvature.Address, Minimizer.Matching(x), Minimizer.Address, _slopes.Address, Minimizer.Length);

    internal override void ComputeHessianProduct(CudaVector x, CudaVector direction, CudaVector result) =>
        Kernels.Multiply(Minimizer.Matching(result), _curvature.Address, Minimizer.Matching(direction), Minimizer.Length);
}
