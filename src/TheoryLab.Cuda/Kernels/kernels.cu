// Kernels in the part of CUDA C that is also C, so that a stand-in can compile the very same text for a CPU. A kernel is a sequence of phases,
// THREADS ... SYNC: on a device every thread of a block runs the phase and then waits for the others; elsewhere a loop over the threads does.
// Within a phase no thread reads what another one writes. Blocks have WIDTH threads. Nothing is contracted: --fmad=false.
#ifndef KERNEL
#define KERNEL extern "C" __global__
#define SHARED __shared__
#define THREADS {
#define SYNC } __syncthreads();
#endif

#define WIDTH 256
typedef long long integer;

#define ELEMENT ((integer)blockIdx.x * WIDTH + threadIdx.x)
#define STRIDE ((integer)gridDim.x * WIDTH)

// One element a thread.
#define FOR_EACH(n, statement) THREADS const integer i = ELEMENT; if (i < (n)) { statement; } SYNC

// Halves of a shared array are added until one number is left: the same pairs whatever the device.
#define FOLD(s) for (int w = WIDTH / 2; w > 0; w /= 2) { THREADS if ((int)threadIdx.x < w) { s[threadIdx.x] += s[threadIdx.x + w]; } SYNC }

// target <- a x + b y + c z + d w, from left to right.
KERNEL void assign1(double* target, double a, const double* x, integer n)
{
    FOR_EACH(n, target[i] = a * x[i])
}

KERNEL void assign2(double* target, double a, const double* x, double b, const double* y, integer n)
{
    FOR_EACH(n, target[i] = a * x[i] + b * y[i])
}

KERNEL void assign3(double* target, double a, const double* x, double b, const double* y, double c, const double* z, integer n)
{
    FOR_EACH(n, target[i] = a * x[i] + b * y[i] + c * z[i])
}

KERNEL void assign4(double* target, double a, const double* x, double b, const double* y, double c, const double* z, double d, const double* w, integer n)
{
    FOR_EACH(n, target[i] = a * x[i] + b * y[i] + c * z[i] + d * w[i])
}

// Sums of terms over i = 0, ..., n-1: one partial sum a block, each thread adding its terms in order; fold_partials adds the partial sums.
#define PARTIAL_SUM(n, term) \
    SHARED double s[WIDTH]; \
    THREADS \
        double sum = 0; \
        for (integer i = ELEMENT; i < (n); i += STRIDE) { sum += (term); } \
        s[threadIdx.x] = sum; \
    SYNC \
    FOLD(s) \
    THREADS if (threadIdx.x == 0) { partial[blockIdx.x] = s[0]; } SYNC

KERNEL void dot_partial(double* partial, const double* x, const double* y, integer n)
{
    PARTIAL_SUM(n, x[i] * y[i])
}

KERNEL void squared_loss_partial(double* partial, const double* t, const double* b, integer n)
{
    PARTIAL_SUM(n, (t[i] - b[i]) * (t[i] - b[i]) / 2)
}

// log(1 + exp(-t)); only exponentials of -|t| are taken, which cannot overflow.
KERNEL void logistic_loss_partial(double* partial, const double* t, integer n)
{
    PARTIAL_SUM(n, (t[i] < 0 ? -t[i] : 0.0) + log(1 + exp(-fabs(t[i]))))
}

KERNEL void fold_partials(double* result, const double* partials, int count)
{
    SHARED double s[WIDTH];
    THREADS
        double sum = 0;
        for (int i = (int)threadIdx.x; i < count; i += WIDTH) { sum += partials[i]; }
        s[threadIdx.x] = sum;
    SYNC
    FOLD(s)
    THREADS if (threadIdx.x == 0) { result[0] = s[0]; } SYNC
}

// results[b] <- the inner product of the b-th parts of x and y, of length n each; one block a part.
KERNEL void batch_dot(double* results, const double* x, const double* y, integer n)
{
    SHARED double s[WIDTH];
    THREADS
        const integer base = (integer)blockIdx.x * n;
        double sum = 0;
        for (integer i = (integer)threadIdx.x; i < n; i += WIDTH) { sum += x[base + i] * y[base + i]; }
        s[threadIdx.x] = sum;
    SYNC
    FOLD(s)
    THREADS if (threadIdx.x == 0) { results[blockIdx.x] = s[0]; } SYNC
}

// The index of the smallest key, the lowest one among ties; -1 stands for none.
#define BETTER(v, i, w, j) ((i) >= 0 && ((j) < 0 || (v) < (w) || ((v) == (w) && (i) < (j))))
#define FOLD_BEST \
    for (int h = WIDTH / 2; h > 0; h /= 2) \
    { \
        THREADS \
            const int t = (int)threadIdx.x; \
            if (t < h && BETTER(key[t + h], at[t + h], key[t], at[t])) { key[t] = key[t + h]; at[t] = at[t + h]; } \
        SYNC \
    } \
    THREADS if (threadIdx.x == 0) { keys[blockIdx.x] = key[0]; indices[blockIdx.x] = at[0]; } SYNC

// Keys are the components, or minus their magnitudes.
KERNEL void best_partial(double* keys, int* indices, const double* direction, int magnitudes, integer n)
{
    SHARED double key[WIDTH];
    SHARED int at[WIDTH];
    THREADS
        double best = 0;
        int where = -1;
        for (integer i = ELEMENT; i < n; i += STRIDE)
        {
            const double v = magnitudes ? -fabs(direction[i]) : direction[i];
            if (BETTER(v, (int)i, best, where)) { best = v; where = (int)i; }
        }

        key[threadIdx.x] = best;
        at[threadIdx.x] = where;
    SYNC
    FOLD_BEST
}

KERNEL void fold_best(double* keys, int* indices, const double* partial_keys, const int* partial_indices, int count)
{
    SHARED double key[WIDTH];
    SHARED int at[WIDTH];
    THREADS
        double best = 0;
        int where = -1;
        for (int i = (int)threadIdx.x; i < count; i += WIDTH)
        {
            if (BETTER(partial_keys[i], partial_indices[i], best, where)) { best = partial_keys[i]; where = partial_indices[i]; }
        }

        key[threadIdx.x] = best;
        at[threadIdx.x] = where;
    SYNC
    FOLD_BEST
}

// vertex <- rising or falling times the unit vector at the best index: falling where the direction is negative there.
KERNEL void write_vertex(double* vertex, const double* direction, const int* best, double rising, double falling, integer n)
{
    FOR_EACH(n, vertex[i] = i == best[0] ? (direction[i] < 0 ? falling : rising) : 0.0)
}

KERNEL void box_vertex(double* vertex, const double* direction, double low, double high, integer n)
{
    FOR_EACH(n, vertex[i] = direction[i] < 0 ? high : low)
}

// Derivatives of losses at t, in place of t or beside it.
KERNEL void squared_slope(double* slope, const double* t, const double* b, integer n)
{
    FOR_EACH(n, slope[i] = t[i] - b[i])
}

KERNEL void logistic_slope(double* slope, const double* t, integer n)
{
    FOR_EACH(n, const double e = exp(-fabs(t[i])); slope[i] = -(t[i] > 0 ? e : 1.0) / (1 + e))
}

KERNEL void logistic_bend(double* bend, const double* t, integer n)
{
    FOR_EACH(n, const double e = exp(-fabs(t[i])); const double d = 1 + e; bend[i] = e / (d * d))
}

KERNEL void fill(double* x, double value, integer n)
{
    FOR_EACH(n, x[i] = value)
}

KERNEL void multiply(double* z, const double* d, const double* x, integer n)
{
    FOR_EACH(n, z[i] = d[i] * x[i])
}

// Rows of length n of a matrix, row by row, times the roots of weights over count.
KERNEL void weigh_rows(double* weighted, const double* matrix, const double* weights, double count, integer columns, integer n)
{
    FOR_EACH(n, weighted[i] = sqrt(weights[i / columns] / count) * matrix[i])
}

KERNEL void shift_diagonal(double* matrix, double shift, integer order)
{
    FOR_EACH(order, matrix[i * (order + 1)] += shift)
}

// gradient <- a (x - c) + q, component by component.
KERNEL void separable_gradient(double* gradient, const double* a, const double* x, const double* c, const double* q, integer n)
{
    FOR_EACH(n, gradient[i] = a[i] * (x[i] - c[i]) + q[i])
}

// A factorisation that failed (info is not zero) makes its solutions not numbers, without a wait of the host.
KERNEL void poison(double* x, const int* info, integer n)
{
    FOR_EACH(n, if (info[0] != 0) { x[i] = sqrt(-1.0); })
}
