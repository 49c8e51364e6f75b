namespace TheoryLab.Cuda;

/// <summary>
/// The functions of the runtime library in use, bound by name when it is loaded. A field is named after its function; tests compare its type with
/// signatures.txt. Handles and addresses on the device are native integers, what the host reads or writes are typed pointers.
/// </summary>
internal sealed unsafe class RuntimeApi(NativeLibraryFile file) : NativeApi(file)
{
    public readonly delegate* unmanaged<int*, int> cudaRuntimeGetVersion;
    public readonly delegate* unmanaged<int*, int> cudaDriverGetVersion;
    public readonly delegate* unmanaged<int*, int> cudaGetDeviceCount;
    public readonly delegate* unmanaged<int, int> cudaSetDevice;
    public readonly delegate* unmanaged<int*, int, int, int> cudaDeviceGetAttribute;
    public readonly delegate* unmanaged<int, nint> cudaGetErrorName;
    public readonly delegate* unmanaged<int> cudaGetLastError;
    public readonly delegate* unmanaged<nuint*, nuint*, int> cudaMemGetInfo;
    public readonly delegate* unmanaged<nint*, nuint, int> cudaMalloc;
    public readonly delegate* unmanaged<nint, int> cudaFree;
    public readonly delegate* unmanaged<nint*, nuint, int> cudaMallocHost;
    public readonly delegate* unmanaged<nint, int> cudaFreeHost;
    public readonly delegate* unmanaged<nint, nint, nuint, int, nint, int> cudaMemcpyAsync;
    public readonly delegate* unmanaged<nint, int, nuint, nint, int> cudaMemsetAsync;
    public readonly delegate* unmanaged<nint*, uint, int> cudaStreamCreateWithFlags;
    public readonly delegate* unmanaged<nint, int> cudaStreamSynchronize;
    public readonly delegate* unmanaged<nint, int> cudaStreamDestroy;
    public readonly delegate* unmanaged<nint*, int> cudaEventCreate;
    public readonly delegate* unmanaged<nint, nint, int> cudaEventRecord;
    public readonly delegate* unmanaged<nint, int> cudaEventSynchronize;
    public readonly delegate* unmanaged<float*, nint, nint, int> cudaEventElapsedTime;
    public readonly delegate* unmanaged<nint, int> cudaEventDestroy;
}

/// <summary>The functions of cuBLAS in use. Matrices are column by column; factors are read from the host.</summary>
internal sealed unsafe class BlasApi(NativeLibraryFile file) : NativeApi(file)
{
    public readonly delegate* unmanaged<nint*, int> cublasCreate_v2;
    public readonly delegate* unmanaged<nint, int> cublasDestroy_v2;
    public readonly delegate* unmanaged<nint, nint, int> cublasSetStream_v2;
    public readonly delegate* unmanaged<nint, int, int> cublasSetPointerMode_v2;
    public readonly delegate* unmanaged<nint, int, int, int, double*, nint, int, nint, int, double*, nint, int, int> cublasDgemv_v2;
    public readonly delegate* unmanaged<nint, int, int, int, double*, nint, int, long, nint, int, long, double*, nint, int, long, int, int> cublasDgemvStridedBatched;
    public readonly delegate* unmanaged<nint, int, int, double*, nint, int, nint, int, double*, nint, int, int> cublasDsymv_v2;
    public readonly delegate* unmanaged<nint, int, int, int, int, double*, nint, int, double*, nint, int, int> cublasDsyrk_v2;
    public readonly delegate* unmanaged<nint, int, int, int, int, int, double*, nint, int, nint, int, double*, nint, int, int> cublasDgemm_v2;
}

/// <summary>The functions of cuSOLVER (dense) in use.</summary>
internal sealed unsafe class SolverApi(NativeLibraryFile file) : NativeApi(file)
{
    public readonly delegate* unmanaged<nint*, int> cusolverDnCreate;
    public readonly delegate* unmanaged<nint, int> cusolverDnDestroy;
    public readonly delegate* unmanaged<nint, nint, int> cusolverDnSetStream;
    public readonly delegate* unmanaged<nint, int, int, nint, int, int*, int> cusolverDnDpotrf_bufferSize;
    public readonly delegate* unmanaged<nint, int, int, nint, int, nint, int, nint, int> cusolverDnDpotrf;
    public readonly delegate* unmanaged<nint, int, int, int, nint, int, nint, int, nint, int> cusolverDnDpotrs;
}

/// <summary>The functions of the run-time compiler in use.</summary>
internal sealed unsafe class CompilerApi(NativeLibraryFile file) : NativeApi(file)
{
    public readonly delegate* unmanaged<int, nint> nvrtcGetErrorString;
    public readonly delegate* unmanaged<nint*, byte*, byte*, int, byte**, byte**, int> nvrtcCreateProgram;
    public readonly delegate* unmanaged<nint*, int> nvrtcDestroyProgram;
    public readonly delegate* unmanaged<nint, int, byte**, int> nvrtcCompileProgram;
    public readonly delegate* unmanaged<nint, nuint*, int> nvrtcGetProgramLogSize;
    public readonly delegate* unmanaged<nint, byte*, int> nvrtcGetProgramLog;
    public readonly delegate* unmanaged<nint, nuint*, int> nvrtcGetCUBINSize;
    public readonly delegate* unmanaged<nint, byte*, int> nvrtcGetCUBIN;
}

/// <summary>The functions of the driver in use: modules of compiled kernels, launches, the name of the device.</summary>
internal sealed unsafe class DriverApi(NativeLibraryFile file) : NativeApi(file)
{
    public readonly delegate* unmanaged<int, nint*, int> cuGetErrorName;
    public readonly delegate* unmanaged<int*, int, int> cuDeviceGet;
    public readonly delegate* unmanaged<byte*, int, int, int> cuDeviceGetName;
    public readonly delegate* unmanaged<nint*, nint, int> cuModuleLoadData;
    public readonly delegate* unmanaged<nint, int> cuModuleUnload;
    public readonly delegate* unmanaged<nint*, nint, byte*, int> cuModuleGetFunction;
    public readonly delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int> cuLaunchKernel;
}
