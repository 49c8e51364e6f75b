using System.Runtime.InteropServices;

namespace TheoryLab.Benchmarks;

/// <summary>OpenBLAS called with nothing in between: pinned pointers, no checks. What the backend is measured against.</summary>
internal sealed unsafe class DirectBlas
{
    private readonly delegate* unmanaged<int, int, int, int, double, double*, int, double*, int, double, double*, int, void> _gemv;
    private readonly delegate* unmanaged<int, int, int, double, double*, int, double*, int, double, double*, int, void> _symv;
    private readonly delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void> _gemm;
    private readonly delegate* unmanaged<int, int, int, int, int, double, double*, int, double, double*, int, void> _syrk;
    private readonly delegate* unmanaged<byte*, int*, double*, int*, int*, void> _potrf;

    public DirectBlas()
    {
        nint library = NativeLibrary.Load("libopenblas.so.0");
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads"))(1);
        _gemv = (delegate* unmanaged<int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)NativeLibrary.GetExport(library, "cblas_dgemv");
        _symv = (delegate* unmanaged<int, int, int, double, double*, int, double*, int, double, double*, int, void>)NativeLibrary.GetExport(library, "cblas_dsymv");
        _gemm = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)NativeLibrary.GetExport(library, "cblas_dgemm");
        _syrk = (delegate* unmanaged<int, int, int, int, int, double, double*, int, double, double*, int, void>)NativeLibrary.GetExport(library, "cblas_dsyrk");
        _potrf = (delegate* unmanaged<byte*, int*, double*, int*, int*, void>)NativeLibrary.GetExport(library, "dpotrf_");
    }

    public void Gemv(bool transposed, int n, nint a, nint x, nint y) => _gemv(101, transposed ? 112 : 111, n, n, 1, (double*)a, n, (double*)x, 1, 0, (double*)y, 1);

    public void Symv(int n, nint a, nint x, nint y) => _symv(101, 122, n, 1, (double*)a, n, (double*)x, 1, 0, (double*)y, 1);

    public void Gemm(int n, nint a, nint b, nint c) => _gemm(101, 111, 111, n, n, n, 1, (double*)a, n, (double*)b, n, 0, (double*)c, n);

    public void Syrk(int n, nint a, nint c) => _syrk(101, 122, 112, n, n, 1, (double*)a, n, 0, (double*)c, n);

    public void Potrf(int n, nint a)
    {
        byte upper = (byte)'U';
        int info;
        _potrf(&upper, &n, (double*)a, &n, &info);
        if (info != 0)
        {
            throw new InvalidOperationException($"dpotrf: {info}");
        }
    }
}
