namespace TheoryLab.Cuda;

/// <summary>Cholesky factors by cuSOLVER. Nothing is waited for: whether a factorisation succeeded stays on the device.</summary>
internal sealed unsafe class CudaSolver : IDisposable
{
    private readonly CudaDevice _device;
    private readonly SolverApi _api;
    private readonly CudaHandle _handle;

    public CudaSolver(CudaDevice device)
    {
        (_device, _api) = (device, device.Toolkit.Solver);
        nint value;
        Check(_api.cusolverDnCreate(&value), "cusolverDnCreate");
        SolverApi api = _api;
        _handle = new(CudaResource.Solver, value, device.Held, h => api.cusolverDnDestroy(h));
        try
        {
            Check(_api.cusolverDnSetStream(value, device.Stream), "cusolverDnSetStream");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many numbers <see cref="Factor"/> needs to work with.</summary>
    public int WorkSize(nint matrix, int order)
    {
        int size;
        _device.Enter();
        Check(_api.cusolverDnDpotrf_bufferSize(_handle.Value, CudaConstant.FillUpper, order, matrix, order, &size), "cusolverDnDpotrf_bufferSize");
        return size;
    }

    /// <summary>The lower triangle of a matrix stored row by row &lt;- its Cholesky factor; info &lt;- 0, or which minor is not positive.</summary>
    public void Factor(nint matrix, int order, nint work, int workSize, nint info)
    {
        _device.Enter();
        Check(
            _api.cusolverDnDpotrf(_handle.Value, CudaConstant.FillUpper, order, matrix, order, work, workSize, info), "cusolverDnDpotrf");
    }

    /// <summary>right &lt;- the solution with the factor.</summary>
    public void Solve(nint factor, int order, nint right, nint info)
    {
        _device.Enter();
        Check(_api.cusolverDnDpotrs(_handle.Value, CudaConstant.FillUpper, order, 1, factor, order, right, order, info), "cusolverDnDpotrs");
    }

    public void Dispose() => _handle.Dispose();

    private void Check(int status, string call)
    {
        if (status != 0)
        {
            const int AllocationFailed = 2, ExecutionFailed = 6;
            int cause = status switch { AllocationFailed => CudaErrorCode.MemoryAllocation, ExecutionFailed => CudaErrorCode.LaunchFailure, _ => 0 };
            throw CudaDevice.Failure(status, cause, call, StatusName.Solver(status), 0);
        }

        GC.KeepAlive(this);
    }
}
