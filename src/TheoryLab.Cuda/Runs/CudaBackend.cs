namespace TheoryLab.Cuda;

/// <summary>What a user is told about CUDA on this machine.</summary>
/// <param name="Device">Name of the GPU, versions of driver and libraries; null if there is none.</param>
/// <param name="Reason">Why there is none; null if there is one.</param>
/// <param name="SelfTest">What the self-test found wrong; null if nothing, or if there is no GPU.</param>
public sealed record CudaBackend(string? Device, string? Reason, string? SelfTest)
{
    /// <summary>Whether there is a GPU and it computes rightly.</summary>
    public bool IsSound => Device is not null && SelfTest is null;

    /// <summary>"CUDA available: ..." or "CUDA not available: ...".</summary>
    public override string ToString() => Device is null ? $"CUDA not available: {Reason}" : $"CUDA available: {Device}";

    /// <summary>Looks for a GPU and tests it, which compiles the kernels.</summary>
    /// <param name="folder">Where to look for the libraries first; null for THEORYLAB_CUDA_PATH or the system's places.</param>
    public static CudaBackend Probe(string? folder = null)
    {
        string? reason;
        if (folder is null ? !CudaDevice.TryOpen(out CudaDevice? device, out reason) : !CudaDevice.TryOpen(folder, out device, out reason))
        {
            return new(null, reason, null);
        }

        using (device)
        {
            string description = FormattableString.Invariant(
                $"{device.Name}, {device.Memory.Total >> 20} MiB, driver for CUDA {device.DriverVersion}, libraries of CUDA {device.RuntimeVersion}");
            try
            {
                return new(description, null, CudaSelfTest.Run(device));
            }
            catch (CudaException e)
            {
                return new(description, null, e.Message);
            }
        }
    }
}
