#include "standin.h"
#include <math.h>

enum { NOT_INITIALIZED = 1, INVALID = 3, UPPER = 1 };
typedef struct cusolverDnContext { cudaStream_t stream; } context;

#define REQUIRE(condition, text) do { if (!(condition)) { standin_violation("%s: %s", __func__, text); return INVALID; } } while (0)
#define AT(i, j) A[(i) + (size_t)(j) * (size_t)lda]

static int matrix_fits(const double* a, int m, int n, int lda) { return standin_holds(a, ((size_t)lda * (size_t)(n - 1) + (size_t)m) * sizeof *a); }
static int ready(cusolverDnHandle_t handle) { return standin_is_open(handle, STANDIN_SOLVER) && standin_is_open(handle->stream, STANDIN_STREAM); }

cusolverStatus_t cusolverDnCreate(cusolverDnHandle_t* handle)
{
    ENTER(cusolverDnCreate);
    *handle = standin_open(STANDIN_SOLVER, sizeof(context));
    return 0;
}

cusolverStatus_t cusolverDnDestroy(cusolverDnHandle_t handle) { ENTER(cusolverDnDestroy); return standin_close(handle, STANDIN_SOLVER); }

cusolverStatus_t cusolverDnSetStream(cusolverDnHandle_t handle, cudaStream_t streamId)
{
    ENTER(cusolverDnSetStream);
    if (!standin_is_open(handle, STANDIN_SOLVER) || !standin_is_open(streamId, STANDIN_STREAM)) { return NOT_INITIALIZED; }
    handle->stream = streamId;
    return 0;
}

cusolverStatus_t cusolverDnDpotrf_bufferSize(cusolverDnHandle_t handle, cublasFillMode_t uplo, int n, double* A, int lda, int* Lwork)
{
    ENTER(cusolverDnDpotrf_bufferSize);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    REQUIRE(uplo == UPPER && n > 0 && lda >= n && matrix_fits(A, n, n, lda), "shape or memory");
    *Lwork = n + 3;
    return 0;
}

// A = U'U in the upper triangle; the rest of A is neither read nor written. The work space is used to its end.
cusolverStatus_t cusolverDnDpotrf(cusolverDnHandle_t handle, cublasFillMode_t uplo, int n, double* A, int lda, double* Workspace, int Lwork, int* devInfo)
{
    ENTER(cusolverDnDpotrf);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    REQUIRE(uplo == UPPER && n > 0 && lda >= n && matrix_fits(A, n, n, lda), "shape or memory");
    REQUIRE(Lwork >= n + 3 && standin_holds(Workspace, (size_t)Lwork * sizeof *Workspace), "work space");
    REQUIRE(standin_holds(devInfo, sizeof *devInfo), "info is not on the device");
    *devInfo = 0;
    for (int j = 0; j < n; j++)
    {
        for (int i = 0; i <= j; i++)
        {
            double sum = AT(i, j);
            for (int p = 0; p < i; p++) { sum -= AT(p, i) * AT(p, j); }
            if (i < j) { AT(i, j) = sum / AT(i, i); }
            else if (sum > 0) { AT(j, j) = sqrt(sum); }
            else
            {
                *devInfo = j + 1;
                return 0;
            }
        }
    }

    for (int i = 0; i < Lwork; i++) { Workspace[i] = i; }
    return 0;
}

cusolverStatus_t cusolverDnDpotrs(cusolverDnHandle_t handle, cublasFillMode_t uplo, int n, int nrhs, const double* A, int lda, double* B, int ldb, int* devInfo)
{
    ENTER(cusolverDnDpotrs);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    REQUIRE(uplo == UPPER && n > 0 && nrhs == 1 && lda >= n && ldb >= n, "shape");
    REQUIRE(matrix_fits(A, n, n, lda) && standin_holds(B, (size_t)n * sizeof *B) && standin_holds(devInfo, sizeof *devInfo), "an operand leaves its memory");
    for (int i = 0; i < n; i++)
    {
        for (int p = 0; p < i; p++) { B[i] -= AT(p, i) * B[p]; }
        B[i] /= AT(i, i);
    }

    for (int i = n - 1; i >= 0; i--)
    {
        for (int p = i + 1; p < n; p++) { B[i] -= AT(i, p) * B[p]; }
        B[i] /= AT(i, i);
    }

    *devInfo = 0;
    return 0;
}
