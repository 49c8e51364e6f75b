using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>f(x) = (x - x*)'A (x - x*)/2 with a dense symmetric A. A gradient is one update and one product that reads A once.</summary>
public sealed class CudaQuadratic : CudaSecondOrderProblem
{
    private readonly nint _matrix;
    private readonly CudaVector _d;
    private readonly CudaVector _product;

    /// <summary>A quadratic with the numbers of an instance.</summary>
    /// <param name="form">The matrix; copied.</param>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    public CudaQuadratic(QuadraticForm form, CudaVector initialPoint, CudaVector minimizer)
        : this(Upload(form, initialPoint), initialPoint, minimizer)
    {
    }

    /// <summary>A quadratic whose matrix is on the device already.</summary>
    internal CudaQuadratic(nint matrix, CudaVector initialPoint, CudaVector minimizer)
        : base(initialPoint, minimizer) => (_matrix, _d, _product) = (matrix, minimizer.NewLike(), minimizer.NewLike());

    private int Order => Minimizer.Length;

    /// <inheritdoc/>
    public override double Value(CudaVector x) => PrimalGap(x);

    /// <inheritdoc/>
    public override double PrimalGap(CudaVector x)
    {
        ComputeGradient(x, _product);
        return CudaVector.Dot(_d, _product) / 2;
    }

    internal override void ComputeGradient(CudaVector x, CudaVector gradient)
    {
        _d.Assign(x - Minimizer);
        ComputeHessianProduct(x, _d, gradient);
    }

    internal override void ComputeHessianProduct(CudaVector x, CudaVector direction, CudaVector result) =>
        Blas.Multiply(_matrix, Order, Order, 1, Minimizer.Matching(direction), 0, Minimizer.Matching(result));

    internal override void ComputeCurvature(CudaVector x, double shift, Curvature curvature, nint matrix)
    {
        if (curvature != Curvature.Hessian)
        {
            throw new InputException("A quadratic has no Gauss-Newton or Fisher matrix; choose least-squares or logistic-regression, or a method with the Hessian.");
        }

        Space.Device.Copy(matrix, _matrix, (long)Order * Order * sizeof(double), CudaConstant.DeviceToDevice);
        if (shift != 0)
        {
            Kernels.ShiftDiagonal(matrix, shift, Order);
        }
    }

    private static nint Upload(QuadraticForm form, CudaVector point)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(form.Matrix.LongLength, (long)point.Length * point.Length);
        return point.Space.Upload(form.Matrix);
    }
}
