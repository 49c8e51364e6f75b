using TheoryLab.Core;

namespace TheoryLab.Cuda;

/// <summary>A problem whose data, initial point and minimiser are in device memory; the counterpart of a problem in host memory. Gradients are queued, values wait.</summary>
public abstract class CudaProblem : IMeasurableProblem<CudaVector, double>
{
    /// <summary>A problem at its initial point.</summary>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    protected CudaProblem(CudaVector initialPoint, CudaVector minimizer) => (InitialPoint, Minimizer) = (initialPoint, minimizer);

    /// <inheritdoc/>
    public CudaVector InitialPoint { get; }

    /// <inheritdoc/>
    public CudaVector Minimizer { get; }

    /// <summary>Oracle calls answered so far, all oracles together.</summary>
    public long OracleCalls { get; private set; }

    private protected CudaSpace Space => InitialPoint.Space;

    private protected CudaKernels Kernels => InitialPoint.Space.Device.Kernels;

    private protected CudaBlas Blas => InitialPoint.Space.Device.Blas;

    /// <inheritdoc/>
    public void Gradient(CudaVector x, CudaVector gradient)
    {
        CountCall();
        ComputeGradient(x, gradient);
    }

    /// <inheritdoc/>
    public abstract double Value(CudaVector x);

    /// <inheritdoc/>
    public abstract double PrimalGap(CudaVector x);

    private protected void CountCall() => OracleCalls++;

    /// <summary>gradient &lt;- grad f(x); no allocation, no wait.</summary>
    internal abstract void ComputeGradient(CudaVector x, CudaVector gradient);
}

/// <summary>A problem that also multiplies by its Hessian.</summary>
public abstract class CudaHessianProblem : CudaProblem, IHessianOracle<CudaVector>
{
    /// <summary>A problem at its initial point.</summary>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    protected CudaHessianProblem(CudaVector initialPoint, CudaVector minimizer)
        : base(initialPoint, minimizer)
    {
    }

    /// <inheritdoc/>
    public void HessianProduct(CudaVector x, CudaVector direction, CudaVector result)
    {
        CountCall();
        ComputeHessianProduct(x, direction, result);
    }

    /// <summary>result &lt;- (Hessian at x) direction; no allocation, no wait.</summary>
    internal abstract void ComputeHessianProduct(CudaVector x, CudaVector direction, CudaVector result);
}

/// <summary>A problem that also factors its Hessian, by cuSOLVER.</summary>
public abstract class CudaSecondOrderProblem : CudaHessianProblem, INewtonOracle<CudaVector, double>
{
    private CudaCholesky? _factor;

    /// <summary>A problem at its initial point.</summary>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    protected CudaSecondOrderProblem(CudaVector initialPoint, CudaVector minimizer)
        : base(initialPoint, minimizer)
    {
    }

    /// <inheritdoc/>
    public void Factor(CudaVector x, double shift, Curvature curvature = Curvature.Hessian)
    {
        // n^2 numbers, which runs of first order do not need.
        CudaCholesky factor = _factor ??= new(Space, x.Length);
        CountCall();
        ComputeCurvature(x, shift, curvature, factor.Matrix);
        factor.Factor();
    }

    /// <inheritdoc/>
    public void Solve(CudaVector right, CudaVector result) =>
        (_factor ?? throw new InvalidOperationException("Solve needs a factor: call Factor first.")).Solve(right, result);

    /// <summary>matrix &lt;- the curvature matrix at x plus shift I, row by row, at least its lower triangle.</summary>
    internal abstract void ComputeCurvature(CudaVector x, double shift, Curvature curvature, nint matrix);
}
