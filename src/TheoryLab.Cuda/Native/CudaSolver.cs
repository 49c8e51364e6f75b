namespace TheoryLab.Cuda;

/// <summary>Cholesky factors by cuSOLVER. Nothing is waited for: whether a factorisation succeeded stays on the device.</summary>
internal sealed unsafe class CudaSolver : CudaLibrary
{
    private readonly SolverApi _api;

    public CudaSolver(CudaDevice device)
        : base(device, StatusName.Solver)
    {
        SolverApi api = _api = device.Toolkit.Solver;
        nint value;
        Check(api.cusolverDnCreate(&value), "cusolverDnCreate");
        Own(
            new(CudaResource.Solver, value, device.Held, h => api.cusolverDnDestroy(h)),
            handle => Check(api.cusolverDnSetStream(handle, device.Stream), "cusolverDnSetStream"));
    }

    /// <summary>How many numbers <see cref="Factor"/> needs to work with.</summary>
    public int WorkSize(nint matrix, int order)
    {
        int size;
        Check(_api.cusolverDnDpotrf_bufferSize(Enter(), CudaConstant.FillUpper, order, matrix, order, &size), "cusolverDnDpotrf_bufferSize");
        return size;
    }

    /// <summary>The lower triangle of a matrix stored row by row &lt;- its Cholesky factor; info &lt;- 0, or which minor is not positive.</summary>
    public void Factor(nint matrix, int order, nint work, int workSize, nint info) =>
        Check(_api.cusolverDnDpotrf(Enter(), CudaConstant.FillUpper, order, matrix, order, work, workSize, info), "cusolverDnDpotrf");

    /// <summary>right &lt;- the solution with the factor.</summary>
    public void Solve(nint factor, int order, nint right, nint info) =>
        Check(_api.cusolverDnDpotrs(Enter(), CudaConstant.FillUpper, order, 1, factor, order, right, order, info), "cusolverDnDpotrs");
}
