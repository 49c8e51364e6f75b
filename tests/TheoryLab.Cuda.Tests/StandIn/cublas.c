#include "standin.h"

// Sums run in index order. Factors are read from the host, as the pointer mode says; a matrix of m rows and n columns is stored by columns, lda apart.
enum { NOT_INITIALIZED = 1, INVALID = 7, NONE = 0, TRANSPOSE = 1, LOWER = 0, UPPER = 1 };
typedef struct cublasContext { cudaStream_t stream; int mode; } context;

#define REQUIRE(condition, text) do { if (!(condition)) { standin_violation("%s: %s", __func__, text); return INVALID; } } while (0)

static int vector_fits(const double* x, int n) { return n == 0 || standin_holds(x, (size_t)n * sizeof *x); }
static int matrix_fits(const double* a, int m, int n, int lda)
{
    return m == 0 || n == 0 || standin_holds(a, ((size_t)lda * (size_t)(n - 1) + (size_t)m) * sizeof *a);
}

static int apart(const double* x, int nx, const double* y, int ny) { return x + nx <= y || y + ny <= x; }
static int on_host(const double* factor) { return factor != NULL && !standin_is_device(factor); }

// Every handle works on a stream that is open.
static int ready(cublasHandle_t handle) { return standin_is_open(handle, STANDIN_BLAS) && standin_is_open(handle->stream, STANDIN_STREAM); }

cublasStatus_t cublasCreate_v2(cublasHandle_t* handle)
{
    ENTER(cublasCreate_v2);
    *handle = standin_open(STANDIN_BLAS, sizeof(context));
    return 0;
}

cublasStatus_t cublasDestroy_v2(cublasHandle_t handle) { ENTER(cublasDestroy_v2); return standin_close(handle, STANDIN_BLAS); }

cublasStatus_t cublasSetStream_v2(cublasHandle_t handle, cudaStream_t streamId)
{
    ENTER(cublasSetStream_v2);
    if (!standin_is_open(handle, STANDIN_BLAS) || !standin_is_open(streamId, STANDIN_STREAM)) { return NOT_INITIALIZED; }
    handle->stream = streamId;
    return 0;
}

cublasStatus_t cublasSetPointerMode_v2(cublasHandle_t handle, cublasPointerMode_t mode)
{
    ENTER(cublasSetPointerMode_v2);
    REQUIRE(mode == 0, "only factors of the host are used");
    return standin_is_open(handle, STANDIN_BLAS) ? 0 : NOT_INITIALIZED;
}

static void gemv(int trans, int m, int n, double alpha, const double* A, int lda, const double* x, double beta, double* y)
{
    for (int i = 0; i < (trans == NONE ? m : n); i++)
    {
        double sum = 0;
        for (int j = 0; j < (trans == NONE ? n : m); j++)
        {
            sum += (trans == NONE ? A[i + (size_t)j * (size_t)lda] : A[j + (size_t)i * (size_t)lda]) * x[j];
        }

        y[i] = beta == 0 ? alpha * sum : alpha * sum + beta * y[i];
    }
}

cublasStatus_t cublasDgemv_v2(cublasHandle_t handle, cublasOperation_t trans, int m, int n, const double* alpha, const double* A, int lda, const double* x, int incx, const double* beta, double* y, int incy)
{
    ENTER(cublasDgemv_v2);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    int nx = trans == NONE ? n : m, ny = trans == NONE ? m : n;
    REQUIRE(trans == NONE || trans == TRANSPOSE, "operation");
    REQUIRE(m >= 0 && n >= 0 && lda >= (m > 1 ? m : 1) && incx == 1 && incy == 1, "shape or leading dimension");
    REQUIRE(on_host(alpha) && on_host(beta), "a factor is not on the host");
    REQUIRE(matrix_fits(A, m, n, lda) && vector_fits(x, nx) && vector_fits(y, ny), "an operand leaves its memory");
    REQUIRE(apart(x, nx, y, ny), "x and y overlap");
    gemv(trans, m, n, *alpha, A, lda, x, *beta, y);
    return 0;
}

cublasStatus_t cublasDgemvStridedBatched(cublasHandle_t handle, cublasOperation_t trans, int m, int n, const double* alpha, const double* A, int lda, long long int strideA, const double* x, int incx, long long int stridex, const double* beta, double* y, int incy, long long int stridey, int batchCount)
{
    ENTER(cublasDgemvStridedBatched);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    int nx = trans == NONE ? n : m, ny = trans == NONE ? m : n;
    REQUIRE(trans == NONE || trans == TRANSPOSE, "operation");
    REQUIRE(m >= 0 && n >= 0 && lda >= (m > 1 ? m : 1) && incx == 1 && incy == 1 && batchCount >= 0, "shape or leading dimension");
    REQUIRE(stridey >= ny, "results overlap");
    REQUIRE(on_host(alpha) && on_host(beta), "a factor is not on the host");
    for (long long b = 0; b < batchCount; b++)
    {
        const double *a = A + b * strideA, *v = x + b * stridex;
        double* w = y + b * stridey;
        REQUIRE(matrix_fits(a, m, n, lda) && vector_fits(v, nx) && vector_fits(w, ny), "an operand leaves its memory");
        REQUIRE(apart(v, nx, w, ny), "x and y overlap");
        gemv(trans, m, n, *alpha, a, lda, v, *beta, w);
    }

    return 0;
}

cublasStatus_t cublasDsymv_v2(cublasHandle_t handle, cublasFillMode_t uplo, int n, const double* alpha, const double* A, int lda, const double* x, int incx, const double* beta, double* y, int incy)
{
    ENTER(cublasDsymv_v2);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    REQUIRE(n >= 0 && lda >= (n > 1 ? n : 1) && incx == 1 && incy == 1 && (uplo == LOWER || uplo == UPPER), "shape or leading dimension");
    REQUIRE(on_host(alpha) && on_host(beta), "a factor is not on the host");
    REQUIRE(matrix_fits(A, n, n, lda) && vector_fits(x, n) && vector_fits(y, n), "an operand leaves its memory");
    REQUIRE(apart(x, n, y, n), "x and y overlap");
    for (int i = 0; i < n; i++)
    {
        double sum = 0;
        for (int j = 0; j < n; j++)
        {
            int low = i < j ? i : j, high = i < j ? j : i;
            sum += (uplo == UPPER ? A[low + (size_t)high * (size_t)lda] : A[high + (size_t)low * (size_t)lda]) * x[j];
        }

        y[i] = *beta == 0 ? *alpha * sum : *alpha * sum + *beta * y[i];
    }

    return 0;
}

cublasStatus_t cublasDsyrk_v2(cublasHandle_t handle, cublasFillMode_t uplo, cublasOperation_t trans, int n, int k, const double* alpha, const double* A, int lda, const double* beta, double* C, int ldc)
{
    ENTER(cublasDsyrk_v2);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    int rows = trans == NONE ? n : k, columns = trans == NONE ? k : n;
    REQUIRE(n >= 0 && k >= 0 && lda >= (rows > 1 ? rows : 1) && ldc >= (n > 1 ? n : 1) && (uplo == LOWER || uplo == UPPER), "shape or leading dimension");
    REQUIRE(on_host(alpha) && on_host(beta), "a factor is not on the host");
    REQUIRE(matrix_fits(A, rows, columns, lda) && matrix_fits(C, n, n, ldc), "an operand leaves its memory");
    for (int j = 0; j < n; j++)
    {
        for (int i = uplo == UPPER ? 0 : j; i < (uplo == UPPER ? j + 1 : n); i++)
        {
            double sum = 0;
            for (int p = 0; p < k; p++)
            {
                sum += trans == NONE ? A[i + (size_t)p * (size_t)lda] * A[j + (size_t)p * (size_t)lda] : A[p + (size_t)i * (size_t)lda] * A[p + (size_t)j * (size_t)lda];
            }

            double* c = &C[i + (size_t)j * (size_t)ldc];
            *c = *beta == 0 ? *alpha * sum : *alpha * sum + *beta * *c;
        }
    }

    return 0;
}

cublasStatus_t cublasDgemm_v2(cublasHandle_t handle, cublasOperation_t transa, cublasOperation_t transb, int m, int n, int k, const double* alpha, const double* A, int lda, const double* B, int ldb, const double* beta, double* C, int ldc)
{
    ENTER(cublasDgemm_v2);
    if (!ready(handle)) { return NOT_INITIALIZED; }
    REQUIRE(transa == NONE && transb == NONE, "only plain products are used");
    REQUIRE(m >= 0 && n >= 0 && k >= 0 && lda >= (m > 1 ? m : 1) && ldb >= (k > 1 ? k : 1) && ldc >= (m > 1 ? m : 1), "shape or leading dimension");
    REQUIRE(on_host(alpha) && on_host(beta), "a factor is not on the host");
    REQUIRE(matrix_fits(A, m, k, lda) && matrix_fits(B, k, n, ldb) && matrix_fits(C, m, n, ldc), "an operand leaves its memory");
    for (int j = 0; j < n; j++)
    {
        for (int i = 0; i < m; i++)
        {
            double sum = 0;
            for (int p = 0; p < k; p++) { sum += A[i + (size_t)p * (size_t)lda] * B[p + (size_t)j * (size_t)ldb]; }
            double* c = &C[i + (size_t)j * (size_t)ldc];
            *c = *beta == 0 ? *alpha * sum : *alpha * sum + *beta * *c;
        }
    }

    return 0;
}
