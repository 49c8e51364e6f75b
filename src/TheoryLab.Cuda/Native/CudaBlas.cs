namespace TheoryLab.Cuda;

/// <summary>
/// The products in use, on matrices stored row by row: cuBLAS stores column by column, so that it sees the transposed matrix. Addresses are on the
/// device, work is queued, nothing is allocated.
/// </summary>
internal sealed unsafe class CudaBlas : CudaLibrary
{
    private readonly BlasApi _api;

    public CudaBlas(CudaDevice device)
        : base(device, StatusName.Blas)
    {
        BlasApi api = _api = device.Toolkit.Blas;
        nint value;
        Check(api.cublasCreate_v2(&value), "cublasCreate_v2");
        Own(new(CudaResource.Blas, value, device.Held, h => api.cublasDestroy_v2(h)), handle =>
        {
            Check(api.cublasSetStream_v2(handle, device.Stream), "cublasSetStream_v2");
            Check(api.cublasSetPointerMode_v2(handle, CudaConstant.PointerModeHost), "cublasSetPointerMode_v2");
        });
    }

    /// <summary>y &lt;- alpha A x + beta y, A of rows x columns.</summary>
    public void Multiply(nint a, int rows, int columns, double alpha, nint x, double beta, nint y)
    {
        Check(_api.cublasDgemv_v2(Enter(), CudaConstant.OperationTranspose, columns, rows, &alpha, a, columns, x, 1, &beta, y, 1), "cublasDgemv_v2");
    }

    /// <summary>y &lt;- alpha A'x + beta y, A of rows x columns.</summary>
    public void MultiplyTransposed(nint a, int rows, int columns, double alpha, nint x, double beta, nint y)
    {
        Check(_api.cublasDgemv_v2(Enter(), CudaConstant.OperationNone, columns, rows, &alpha, a, columns, x, 1, &beta, y, 1), "cublasDgemv_v2");
    }

    /// <summary>y_b &lt;- A_b x_b for the square matrices and vectors of a batch, one after the other in memory.</summary>
    public void MultiplyBatch(nint a, int order, int count, nint x, nint y)
    {
        double alpha = 1, beta = 0;
        long square = (long)order * order;
        Check(
            _api.cublasDgemvStridedBatched(
                Enter(), CudaConstant.OperationTranspose, order, order, &alpha, a, order, square, x, 1, order, &beta, y, 1, order, count),
            "cublasDgemvStridedBatched");
    }

    /// <summary>y &lt;- A x, A symmetric, of which half is read.</summary>
    public void MultiplySymmetric(nint a, int order, nint x, nint y)
    {
        double alpha = 1, beta = 0;
        Check(_api.cublasDsymv_v2(Enter(), CudaConstant.FillUpper, order, &alpha, a, order, x, 1, &beta, y, 1), "cublasDsymv_v2");
    }

    /// <summary>The lower triangle of C, row by row, &lt;- A'A for A of rows x columns.</summary>
    public void Gram(nint a, int rows, int columns, nint c)
    {
        double alpha = 1, beta = 0;
        Check(
            _api.cublasDsyrk_v2(Enter(), CudaConstant.FillUpper, CudaConstant.OperationNone, columns, rows, &alpha, a, columns, &beta, c, columns),
            "cublasDsyrk_v2");
    }

    /// <summary>C &lt;- A B, A of m x k, B of k x n.</summary>
    public void Product(nint a, nint b, nint c, int m, int n, int k)
    {
        double alpha = 1, beta = 0;
        Check(
            _api.cublasDgemm_v2(Enter(), CudaConstant.OperationNone, CudaConstant.OperationNone, n, m, k, &alpha, b, n, a, k, &beta, c, n),
            "cublasDgemm_v2");
    }
}
