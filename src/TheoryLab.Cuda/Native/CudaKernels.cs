using System.Text;

namespace TheoryLab.Cuda;

/// <summary>
/// Launches of the compiled kernels (kernels.cu), which are compiled once per device. Addresses are on the device; a launch queues work, waits for
/// nothing and allocates nothing. Sums use a grid and an order of additions that depend on the length only, so they repeat bit by bit.
/// </summary>
internal sealed unsafe partial class CudaKernels : IDisposable
{
    private const int Width = 256;

    // Partial sums of a reduction: enough blocks to fill a large device, few enough for one block to add.
    private const int MostBlocks = 1024;

    private readonly CudaDevice _device;
    private readonly CudaHandle _module;
    private readonly CudaHandle? _partials;
    private readonly CudaHandle? _indices;
    private readonly CudaHandle? _result;

    public CudaKernels(CudaDevice device)
    {
        _device = device;
        DriverApi driver = device.Toolkit.Driver;
        nint module;
        fixed (byte* image = KernelCompiler.Compile(device))
        {
            device.CheckDriver(driver.cuModuleLoadData(&module, (nint)image), "cuModuleLoadData");
        }

        _module = new(CudaResource.Module, module, device.Held, h => driver.cuModuleUnload(h));
        try
        {
            Bind();
            _partials = device.Allocate(MostBlocks * sizeof(double));
            _indices = device.Allocate((MostBlocks + 1) * sizeof(int));
            _result = device.Allocate(2 * sizeof(double));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _result?.Dispose();
        _indices?.Dispose();
        _partials?.Dispose();
        _module.Dispose();
    }

    private nint Function(string name)
    {
        nint function;
        byte[] text = Encoding.UTF8.GetBytes(name + '\0');
        fixed (byte* first = text)
        {
            _device.CheckDriver(_device.Toolkit.Driver.cuModuleGetFunction(&function, _module.Value, first), "cuModuleGetFunction");
        }

        return function;
    }

    private static uint Blocks(long n) => (uint)((n + Width - 1) / Width);

    // A thread adds eight terms before blocks are added.
    private static uint ReductionBlocks(long n) => (uint)Math.Min(MostBlocks, ((n + (8 * Width)) - 1) / (8 * Width));

    private void Launch(nint function, uint blocks, void** arguments)
    {
        _device.Enter();
        _device.CheckDriver(
            _device.Toolkit.Driver.cuLaunchKernel(function, blocks, 1, 1, Width, 1, 1, 0, _device.Stream, arguments, null), "cuLaunchKernel");
    }
}
