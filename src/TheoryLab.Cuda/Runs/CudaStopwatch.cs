namespace TheoryLab.Cuda;

/// <summary>Time between two marks in the queue of a device, measured by the device itself.</summary>
public sealed unsafe class CudaStopwatch : IDisposable
{
    private readonly CudaDevice _device;
    private readonly CudaHandle _start;
    private readonly CudaHandle _stop;

    /// <summary>A stopwatch of a device.</summary>
    /// <param name="device">The device.</param>
    public CudaStopwatch(CudaDevice device)
    {
        _device = device;
        _start = NewEvent();
        _stop = NewEvent();
    }

    /// <summary>Sets the first mark.</summary>
    public void Start() => Record(_start);

    /// <summary>Sets the second mark and waits for it.</summary>
    /// <returns>Seconds between the two.</returns>
    public double Stop()
    {
        RuntimeApi runtime = _device.Toolkit.Runtime;
        float milliseconds;
        Record(_stop);
        _device.Check(runtime.cudaEventSynchronize(_stop.Value), "cudaEventSynchronize");
        _device.Check(runtime.cudaEventElapsedTime(&milliseconds, _start.Value, _stop.Value), "cudaEventElapsedTime");
        return milliseconds / 1000.0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _start.Dispose();
        _stop.Dispose();
    }

    private void Record(CudaHandle mark)
    {
        _device.Enter();
        _device.Check(_device.Toolkit.Runtime.cudaEventRecord(mark.Value, _device.Stream), "cudaEventRecord");
    }

    private CudaHandle NewEvent()
    {
        RuntimeApi runtime = _device.Toolkit.Runtime;
        nint value;
        _device.Enter();
        _device.Check(runtime.cudaEventCreate(&value), "cudaEventCreate");
        return new(CudaResource.Event, value, _device.Held, h => runtime.cudaEventDestroy(h));
    }
}
