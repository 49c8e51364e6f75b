#include "standin.h"
#include <string.h>

enum { INVALID = 1, OUT_OF_MEMORY = 2, INVALID_HANDLE = 400, OLD_DRIVER = 35, RUNTIME = 12080, TO_DEVICE = 1, TO_HOST = 2, ON_DEVICE = 3 };

cudaError_t cudaRuntimeGetVersion(int* runtimeVersion) { ENTER(cudaRuntimeGetVersion); *runtimeVersion = RUNTIME; return 0; }
cudaError_t cudaDriverGetVersion(int* driverVersion) { ENTER(cudaDriverGetVersion); *driverVersion = standin_driver(); return 0; }
cudaError_t cudaGetDeviceCount(int* count)
{
    ENTER(cudaGetDeviceCount);
    *count = 1;
    return standin_driver() < RUNTIME ? OLD_DRIVER : 0;
}

cudaError_t cudaSetDevice(int device) { ENTER(cudaSetDevice); return device == 0 ? 0 : 101; }

cudaError_t cudaDeviceGetAttribute(int* value, cudaDeviceAttr attr, int device)
{
    ENTER(cudaDeviceGetAttribute);
    if (device != 0 || (attr != 75 && attr != 76)) { return INVALID; }
    *value = attr == 75 ? 9 : 0;
    return 0;
}

const char* cudaGetErrorName(cudaError_t error)
{
    switch (error)
    {
        case 0: return "cudaSuccess";
        case 1: return "cudaErrorInvalidValue";
        case 2: return "cudaErrorMemoryAllocation";
        case 35: return "cudaErrorInsufficientDriver";
        case 46: return "cudaErrorDevicesUnavailable";
        case 100: return "cudaErrorNoDevice";
        case 400: return "cudaErrorInvalidResourceHandle";
        case 700: return "cudaErrorIllegalAddress";
        case 719: return "cudaErrorLaunchFailure";
        case 999: return "cudaErrorUnknown";
        default: return "unrecognized error code";
    }
}

cudaError_t cudaGetLastError(void) { ENTER(cudaGetLastError); return 0; }

cudaError_t cudaMemGetInfo(size_t* free, size_t* total)
{
    ENTER(cudaMemGetInfo);
    *free = *total = standin_memory();
    return 0;
}

cudaError_t cudaMalloc(void** devPtr, size_t size)
{
    ENTER(cudaMalloc);
    *devPtr = standin_allocate(size, STANDIN_DEVICE);
    return *devPtr != NULL ? 0 : OUT_OF_MEMORY;
}

cudaError_t cudaFree(void* devPtr)
{
    ENTER(cudaFree);
    standin_make_context();
    return standin_free(devPtr, STANDIN_DEVICE);
}

cudaError_t cudaMallocHost(void** ptr, size_t size)
{
    ENTER(cudaMallocHost);
    *ptr = standin_allocate(size, STANDIN_PINNED);
    return *ptr != NULL ? 0 : OUT_OF_MEMORY;
}

cudaError_t cudaFreeHost(void* ptr) { ENTER(cudaFreeHost); return standin_free(ptr, STANDIN_PINNED); }

cudaError_t cudaMemcpyAsync(void* dst, const void* src, size_t count, cudaMemcpyKind kind, cudaStream_t stream)
{
    ENTER(cudaMemcpyAsync);
    if (!standin_is_open(stream, STANDIN_STREAM)) { return INVALID_HANDLE; }
    if (kind < TO_DEVICE || kind > ON_DEVICE
        || (kind != TO_HOST && !standin_holds(dst, count)) || (kind == TO_HOST && standin_is_device(dst))
        || (kind != TO_DEVICE && !standin_holds(src, count)) || (kind == TO_DEVICE && standin_is_device(src)))
    {
        standin_violation("cudaMemcpyAsync: %zu bytes of kind %d leave their memory", count, kind);
        return INVALID;
    }

    if (kind == TO_HOST) { standin_deliver_later(dst, src, count); }
    else { memmove(dst, src, count); }
    return 0;
}

cudaError_t cudaMemsetAsync(void* devPtr, int value, size_t count, cudaStream_t stream)
{
    ENTER(cudaMemsetAsync);
    if (!standin_is_open(stream, STANDIN_STREAM)) { return INVALID_HANDLE; }
    if (!standin_holds(devPtr, count))
    {
        standin_violation("cudaMemsetAsync: %zu bytes leave their memory", count);
        return INVALID;
    }

    memset(devPtr, value, count);
    return 0;
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t* pStream, unsigned int flags)
{
    ENTER(cudaStreamCreateWithFlags);
    *pStream = standin_open(STANDIN_STREAM, 0);
    return flags <= 1 ? 0 : INVALID;
}

cudaError_t cudaStreamSynchronize(cudaStream_t stream)
{
    ENTER(cudaStreamSynchronize);
    standin_deliver();
    return standin_is_open(stream, STANDIN_STREAM) ? 0 : INVALID_HANDLE;
}

cudaError_t cudaStreamDestroy(cudaStream_t stream) { ENTER(cudaStreamDestroy); return standin_close(stream, STANDIN_STREAM); }
cudaError_t cudaEventCreate(cudaEvent_t* event) { ENTER(cudaEventCreate); *event = standin_open(STANDIN_EVENT, 0); return 0; }

cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream)
{
    ENTER(cudaEventRecord);
    return standin_is_open(event, STANDIN_EVENT) && standin_is_open(stream, STANDIN_STREAM) ? 0 : INVALID_HANDLE;
}

cudaError_t cudaEventSynchronize(cudaEvent_t event)
{
    ENTER(cudaEventSynchronize);
    standin_deliver();
    return standin_is_open(event, STANDIN_EVENT) ? 0 : INVALID_HANDLE;
}

// A millisecond between any two events: whoever prints it as a measurement is found out.
cudaError_t cudaEventElapsedTime(float* ms, cudaEvent_t start, cudaEvent_t end)
{
    ENTER(cudaEventElapsedTime);
    *ms = 1;
    return standin_is_open(start, STANDIN_EVENT) && standin_is_open(end, STANDIN_EVENT) ? 0 : INVALID_HANDLE;
}

cudaError_t cudaEventDestroy(cudaEvent_t event) { ENTER(cudaEventDestroy); return standin_close(event, STANDIN_EVENT); }
