using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Cuda;
using TheoryLab.Problems;

namespace TheoryLab.Cli;

/// <summary>A run whose vectors stay on an NVIDIA GPU; of the measures it has the primal gap.</summary>
internal static class GpuRun
{
    /// <summary>The word for it in options and results.</summary>
    public const string Name = "cuda";

    /// <summary>Looks for a GPU and tests it.</summary>
    public static BackendReport Report()
    {
        CudaBackend backend = CudaBackend.Probe();
        return new(backend.Device is not null, backend.Device ?? backend.Reason!, backend.SelfTest);
    }

    /// <summary>Runs a method on an instance.</summary>
    /// <exception cref="InputException">There is no GPU, it fails, or method or family do not run there.</exception>
    public static MeasuredRun Make(IMethod method, ProblemInstance instance, int iterations, CancellationToken cancellation)
    {
        if (!CudaDevice.TryOpen(out CudaDevice? device, out string? reason))
        {
            throw Unavailable(reason);
        }

        using (device)
        {
            try
            {
                Trace<double> trace = CudaRun.Run(device, method, instance, SampleGrid.Geometric(iterations, 10, 1.25), cancellation: cancellation);
                List<double[]> rows = [];
                for (int i = 0; i < trace.Count; i++)
                {
                    rows.Add([trace.Iterations[i], trace.Row(i)[0], trace.OracleCalls[i]]);
                }

                return new(["k", new PrimalGap().Name, "oracle-calls"], rows, trace.Stop, Name);
            }
            catch (CudaException e)
            {
                throw new InputException($"The GPU failed: {e.Message} Repeat the run, or use --backend managed.", e);
            }
        }
    }

    /// <summary>Why there is no run on a GPU.</summary>
    /// <param name="reason">A sentence.</param>
    public static InputException Unavailable(string reason) => new($"--backend {Name} is not available: {reason} Or use --backend managed or auto.");
}
