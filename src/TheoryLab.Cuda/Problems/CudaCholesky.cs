namespace TheoryLab.Cuda;

/// <summary>A symmetric matrix of fixed order, its Cholesky factor in the same place, and solutions with it. Allocates when made and never again.</summary>
internal sealed class CudaCholesky
{
    private readonly CudaDevice _device;
    private readonly int _order;
    private readonly nint _work;
    private readonly int _workSize;
    private readonly nint _info;
    private readonly nint _solveInfo;

    public CudaCholesky(CudaSpace space, int order)
    {
        (_device, _order) = (space.Device, order);
        Matrix = space.Allocate((long)order * order * sizeof(double));
        _workSize = _device.Solver.WorkSize(Matrix, order);
        _work = space.Allocate(Math.Max(1L, _workSize) * sizeof(double));
        _info = space.Allocate(2 * sizeof(int));
        _solveInfo = _info + sizeof(int);
    }

    /// <summary>To be filled row by row, the lower triangle at least.</summary>
    public nint Matrix { get; }

    /// <summary>Replaces the matrix by its factor. Whether it was positive definite is seen by the solutions: they are not numbers otherwise.</summary>
    public void Factor() => _device.Solver.Factor(Matrix, _order, _work, _workSize, _info);

    /// <summary>result &lt;- the solution for a right-hand side.</summary>
    public void Solve(CudaVector right, CudaVector result)
    {
        if (!CudaVector.Same(right, result))
        {
            result.CopyFrom(right);
        }

        _device.Solver.Solve(Matrix, _order, result.Address, _solveInfo);
        _device.Kernels.Poison(result.Address, _info, _order);
    }
}
