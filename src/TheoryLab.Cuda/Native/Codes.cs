namespace TheoryLab.Cuda;

/// <summary>Error codes of the runtime and the driver, which share their numbers (driver_types.h, cuda.h).</summary>
internal static class CudaErrorCode
{
    public const int MemoryAllocation = 2;
    public const int InsufficientDriver = 35;
    public const int DevicesUnavailable = 46;
    public const int NoDevice = 100;
    public const int EccUncorrectable = 214;
    public const int NvlinkUncorrectable = 220;
    public const int Contained = 226;
    public const int IllegalAddress = 700;
    public const int LaunchTimeout = 702;
    public const int Assert = 710;
    public const int HardwareStackError = 714;
    public const int LaunchFailure = 719;
    public const int TensorMemoryLeak = 721;
    public const int Unknown = 999;

    /// <summary>
    /// Whether the context is corrupted: every later call fails as well. The headers say so of all but the uncorrectable and the unknown errors,
    /// after which nothing on the device can be trusted. 711 to 713 lie between them and are refusals of one call.
    /// </summary>
    /// <param name="code">An error code.</param>
    public static bool IsSticky(int code) =>
        code is EccUncorrectable or NvlinkUncorrectable or Contained or IllegalAddress or LaunchTimeout or Assert
            or (>= HardwareStackError and <= LaunchFailure) or TensorMemoryLeak or Unknown;
}

/// <summary>The numbers behind names in NVIDIA's headers.</summary>
internal static class CudaConstant
{
    public const int HostToDevice = 1;
    public const int DeviceToHost = 2;
    public const int DeviceToDevice = 3;
    public const uint StreamNonBlocking = 1;
    public const int ComputeCapabilityMajor = 75;
    public const int ComputeCapabilityMinor = 76;
    public const int PointerModeHost = 0;
    public const int OperationNone = 0;
    public const int OperationTranspose = 1;
    public const int FillLower = 0;
    public const int FillUpper = 1;
}

/// <summary>Names of the status codes of cuBLAS and cuSOLVER, which their libraries tell in recent releases only.</summary>
internal static class StatusName
{
    public static string Blas(int status) => status switch
    {
        1 => "CUBLAS_STATUS_NOT_INITIALIZED",
        3 => "CUBLAS_STATUS_ALLOC_FAILED",
        7 => "CUBLAS_STATUS_INVALID_VALUE",
        8 => "CUBLAS_STATUS_ARCH_MISMATCH",
        11 => "CUBLAS_STATUS_MAPPING_ERROR",
        13 => "CUBLAS_STATUS_EXECUTION_FAILED",
        14 => "CUBLAS_STATUS_INTERNAL_ERROR",
        15 => "CUBLAS_STATUS_NOT_SUPPORTED",
        16 => "CUBLAS_STATUS_LICENSE_ERROR",
        _ => "an unknown status",
    };

    public static string Solver(int status) => status switch
    {
        1 => "CUSOLVER_STATUS_NOT_INITIALIZED",
        2 => "CUSOLVER_STATUS_ALLOC_FAILED",
        3 => "CUSOLVER_STATUS_INVALID_VALUE",
        4 => "CUSOLVER_STATUS_ARCH_MISMATCH",
        5 => "CUSOLVER_STATUS_MAPPING_ERROR",
        6 => "CUSOLVER_STATUS_EXECUTION_FAILED",
        7 => "CUSOLVER_STATUS_INTERNAL_ERROR",
        8 => "CUSOLVER_STATUS_MATRIX_TYPE_NOT_SUPPORTED",
        9 => "CUSOLVER_STATUS_NOT_SUPPORTED",
        _ => "an unknown status",
    };
}
