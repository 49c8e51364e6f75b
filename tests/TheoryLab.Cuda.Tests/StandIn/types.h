// Types of NVIDIA's headers, as far as the table of signatures names them. Handles are pointers to structs of their own, so that the compiler
// tells them apart; enumerations are integers.
#ifndef STANDIN_TYPES_H
#define STANDIN_TYPES_H
#include <stddef.h>

typedef int cudaError_t, cudaDeviceAttr, cudaMemcpyKind;
typedef int cublasStatus_t, cublasOperation_t, cublasFillMode_t, cublasPointerMode_t;
typedef int cusolverStatus_t, nvrtcResult, CUresult, CUdevice;
typedef struct CUstream_st *cudaStream_t, *CUstream;
typedef struct CUevent_st* cudaEvent_t;
typedef struct cublasContext* cublasHandle_t;
typedef struct cusolverDnContext* cusolverDnHandle_t;
typedef struct _nvrtcProgram* nvrtcProgram;
typedef struct CUmod_st* CUmodule;
typedef struct CUfunc_st* CUfunction;
#endif
