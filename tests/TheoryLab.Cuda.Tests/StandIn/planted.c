// Mistakes that the stand-in has to catch, one a run: it dies of the touched page, or prints what it refused.
#include "standin.h"
#include <stdio.h>
#include <string.h>

int main(int argc, char** argv)
{
    const char* mistake = argc > 1 ? argv[1] : "";
    double* x = NULL;
    cudaStream_t stream;
    cublasHandle_t blas;
    double one = 1, zero = 0;
    cudaStreamCreateWithFlags(&stream, 1);
    cublasCreate_v2(&blas);
    cublasSetStream_v2(blas, stream);
    cudaMalloc((void**)&x, 7 * sizeof(double));
    if (strcmp(mistake, "overrun") == 0) { x[7] = 1; }
    else if (strcmp(mistake, "underrun") == 0) { x[-4096] = 1; }
    else if (strcmp(mistake, "use-after-free") == 0) { cudaFree(x); x[0] = 1; }
    else if (strcmp(mistake, "double-free") == 0) { cudaFree(x); printf("%d %s\n", cudaFree(x), standin_message()); }
    else if (strcmp(mistake, "host-pointer") == 0) { printf("%d %s\n", cudaMemsetAsync(&one, 0, 8, stream), standin_message()); }
    else if (strcmp(mistake, "leading-dimension") == 0) { printf("%d %s\n", cublasDgemv_v2(blas, 0, 2, 2, &one, x, 1, x + 4, 1, &zero, x + 6, 1), standin_message()); }
    else if (strcmp(mistake, "beyond-the-end") == 0) { printf("%d %s\n", cublasDgemv_v2(blas, 0, 2, 2, &one, x, 2, x + 4, 1, &zero, x + 6, 1), standin_message()); }
    else if (strcmp(mistake, "alias") == 0) { printf("%d %s\n", cublasDgemv_v2(blas, 0, 2, 2, &one, x, 2, x + 4, 1, &zero, x + 5, 1), standin_message()); }
    else if (strcmp(mistake, "closed-handle") == 0) { cublasDestroy_v2(blas); printf("%d %s\n", cublasDestroy_v2(blas), standin_message()); }
    else if (strcmp(mistake, "late-delivery") == 0)
    {
        double host = 5;
        cudaMemsetAsync(x, 0, 8, stream);
        cudaMemcpyAsync(&host, x, 8, 2, stream);
        double before = host;
        cudaStreamSynchronize(stream);
        printf("%g %g\n", before, host);
    }
    else if (strcmp(mistake, "environment") == 0) { void* y; int first = cudaMalloc(&y, 8), second = cudaMalloc(&y, 8); printf("%d %d\n", first, second); }
    else { return 2; }
    return 0;
}
