#define _GNU_SOURCE
#include "standin.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

enum { INVALID = 1, INVALID_CONTEXT = 201, INVALID_HANDLE = 400, NOT_FOUND = 500, ILLEGAL_ADDRESS = 700, WIDTH = 256 };
typedef struct CUmod_st { void* library; } module;
typedef int (*entry)(void** arguments, unsigned grid, int (*on_device)(const void*), int reversed);

CUresult cuGetErrorName(CUresult error, const char** pStr)
{
    *pStr = error == 2 ? "CUDA_ERROR_OUT_OF_MEMORY" : error == NOT_FOUND ? "CUDA_ERROR_NOT_FOUND" : error == ILLEGAL_ADDRESS ? "CUDA_ERROR_ILLEGAL_ADDRESS"
        : error == 719 ? "CUDA_ERROR_LAUNCH_FAILED" : error == INVALID_CONTEXT ? "CUDA_ERROR_INVALID_CONTEXT" : "CUDA_ERROR_INVALID_VALUE";
    return 0;
}

CUresult cuDeviceGet(CUdevice* device, int ordinal) { ENTER(cuDeviceGet); *device = ordinal; return ordinal == 0 ? 0 : INVALID; }

CUresult cuDeviceGetName(char* name, int len, CUdevice dev)
{
    ENTER(cuDeviceGetName);
    snprintf(name, (size_t)len, "stand-in over host memory");
    return dev == 0 ? 0 : INVALID;
}

CUresult cuModuleLoadData(CUmodule* result, const void* image)
{
    ENTER(cuModuleLoadData);
    if (!standin_has_context()) { return INVALID_CONTEXT; }
    void* library = dlopen(image, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) { return INVALID; }
    *result = standin_open(STANDIN_MODULE, sizeof(module));
    (*result)->library = library;
    return 0;
}

CUresult cuModuleUnload(CUmodule hmod)
{
    ENTER(cuModuleUnload);
    if (standin_close(hmod, STANDIN_MODULE) != 0) { return INVALID_HANDLE; }
    dlclose(hmod->library);
    return 0;
}

CUresult cuModuleGetFunction(CUfunction* hfunc, CUmodule hmod, const char* name)
{
    ENTER(cuModuleGetFunction);
    if (!standin_is_open(hmod, STANDIN_MODULE)) { return INVALID_HANDLE; }
    char symbol[128];
    snprintf(symbol, sizeof symbol, "%s__entry", name);
    *hfunc = dlsym(hmod->library, symbol);
    return *hfunc != NULL ? 0 : NOT_FOUND;
}

CUresult cuLaunchKernel(CUfunction f, unsigned int gridDimX, unsigned int gridDimY, unsigned int gridDimZ, unsigned int blockDimX, unsigned int blockDimY, unsigned int blockDimZ, unsigned int sharedMemBytes, CUstream hStream, void** kernelParams, void** extra)
{
    ENTER(cuLaunchKernel);
    if (!standin_has_context()) { return INVALID_CONTEXT; }
    if (!standin_is_open(hStream, STANDIN_STREAM)) { return INVALID_HANDLE; }
    if (gridDimX == 0 || gridDimY != 1 || gridDimZ != 1 || blockDimX != WIDTH || blockDimY != 1 || blockDimZ != 1 || sharedMemBytes != 0 || extra != NULL)
    {
        standin_violation("cuLaunchKernel: grid %u, block %u", gridDimX, blockDimX);
        return INVALID;
    }

    entry run;
    memcpy(&run, &f, sizeof run);
    int wrong = run(kernelParams, gridDimX, standin_is_device, standin_reversed());
    if (wrong != 0) { standin_violation("cuLaunchKernel: argument %d is no address on the device", wrong); }
    return wrong != 0 ? ILLEGAL_ADDRESS : 0;
}
