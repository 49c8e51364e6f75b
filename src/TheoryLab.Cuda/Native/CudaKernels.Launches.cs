namespace TheoryLab.Cuda;

/// <content>One method a kernel: arguments in the order of kernels.cu.</content>
internal sealed unsafe partial class CudaKernels
{
    private nint _assign1;
    private nint _assign2;
    private nint _assign3;
    private nint _assign4;
    private nint _dotPartial;
    private nint _squaredLossPartial;
    private nint _logisticLossPartial;
    private nint _foldPartials;
    private nint _batchDot;
    private nint _bestPartial;
    private nint _foldBest;
    private nint _writeVertex;
    private nint _boxVertex;
    private nint _squaredSlope;
    private nint _logisticSlope;
    private nint _logisticBend;
    private nint _fill;
    private nint _multiply;
    private nint _weighRows;
    private nint _shiftDiagonal;
    private nint _separableGradient;
    private nint _poison;

    public void Assign(nint target, double a, nint x, long n)
    {
        void** p = stackalloc void*[] { &target, &a, &x, &n };
        Launch(_assign1, Blocks(n), p);
    }

    public void Assign(nint target, double a, nint x, double b, nint y, long n)
    {
        void** p = stackalloc void*[] { &target, &a, &x, &b, &y, &n };
        Launch(_assign2, Blocks(n), p);
    }

    public void Assign(nint target, double a, nint x, double b, nint y, double c, nint z, long n)
    {
        void** p = stackalloc void*[] { &target, &a, &x, &b, &y, &c, &z, &n };
        Launch(_assign3, Blocks(n), p);
    }

    public void Assign(nint target, double a, nint x, double b, nint y, double c, nint z, double d, nint w, long n)
    {
        void** p = stackalloc void*[] { &target, &a, &x, &b, &y, &c, &z, &d, &w, &n };
        Launch(_assign4, Blocks(n), p);
    }

    /// <summary>&lt;x, y&gt;; the host waits for it.</summary>
    public double Dot(nint x, nint y, long n)
    {
        nint partial = _partials!.Value;
        void** p = stackalloc void*[] { &partial, &x, &y, &n };
        return Sum(_dotPartial, n, p);
    }

    /// <summary>sum (t_i - b_i)^2/2; the host waits for it.</summary>
    public double SquaredLoss(nint t, nint b, long n)
    {
        nint partial = _partials!.Value;
        void** p = stackalloc void*[] { &partial, &t, &b, &n };
        return Sum(_squaredLossPartial, n, p);
    }

    /// <summary>sum log(1 + exp(-t_i)); the host waits for it.</summary>
    public double LogisticLoss(nint t, long n)
    {
        nint partial = _partials!.Value;
        void** p = stackalloc void*[] { &partial, &t, &n };
        return Sum(_logisticLossPartial, n, p);
    }

    /// <summary>results_b &lt;- the inner product of the b-th parts, of length n each.</summary>
    public void BatchDot(nint results, nint x, nint y, long n, int parts)
    {
        void** p = stackalloc void*[] { &results, &x, &y, &n };
        Launch(_batchDot, (uint)parts, p);
    }

    /// <summary>vertex &lt;- rising, or falling where the direction is negative, times the unit vector of the smallest component, or of the largest magnitude.</summary>
    public void Vertex(nint vertex, nint direction, bool byMagnitude, double rising, double falling, long n)
    {
        nint keys = _partials!.Value, indices = _indices!.Value, key = _result!.Value, best = indices + (MostBlocks * sizeof(int));
        int magnitudes = byMagnitude ? 1 : 0, count = (int)ReductionBlocks(n);
        void** p = stackalloc void*[] { &keys, &indices, &direction, &magnitudes, &n };
        Launch(_bestPartial, (uint)count, p);
        void** q = stackalloc void*[] { &key, &best, &keys, &indices, &count };
        Launch(_foldBest, 1, q);
        void** r = stackalloc void*[] { &vertex, &direction, &best, &rising, &falling, &n };
        Launch(_writeVertex, Blocks(n), r);
    }

    public void BoxVertex(nint vertex, nint direction, double low, double high, long n)
    {
        void** p = stackalloc void*[] { &vertex, &direction, &low, &high, &n };
        Launch(_boxVertex, Blocks(n), p);
    }

    public void SquaredSlope(nint slope, nint t, nint b, long n)
    {
        void** p = stackalloc void*[] { &slope, &t, &b, &n };
        Launch(_squaredSlope, Blocks(n), p);
    }

    public void LogisticSlope(nint slope, nint t, long n)
    {
        void** p = stackalloc void*[] { &slope, &t, &n };
        Launch(_logisticSlope, Blocks(n), p);
    }

    public void LogisticBend(nint bend, nint t, long n)
    {
        void** p = stackalloc void*[] { &bend, &t, &n };
        Launch(_logisticBend, Blocks(n), p);
    }

    public void Fill(nint x, double value, long n)
    {
        void** p = stackalloc void*[] { &x, &value, &n };
        Launch(_fill, Blocks(n), p);
    }

    /// <summary>z &lt;- d x, component by component.</summary>
    public void Multiply(nint z, nint d, nint x, long n)
    {
        void** p = stackalloc void*[] { &z, &d, &x, &n };
        Launch(_multiply, Blocks(n), p);
    }

    /// <summary>Row i of the target &lt;- sqrt(weight_i/count) times row i of the matrix.</summary>
    public void WeighRows(nint weighted, nint matrix, nint weights, double count, int rows, int columns)
    {
        long n = (long)rows * columns, width = columns;
        void** p = stackalloc void*[] { &weighted, &matrix, &weights, &count, &width, &n };
        Launch(_weighRows, Blocks(n), p);
    }

    public void ShiftDiagonal(nint matrix, double shift, long order)
    {
        void** p = stackalloc void*[] { &matrix, &shift, &order };
        Launch(_shiftDiagonal, Blocks(order), p);
    }

    /// <summary>gradient &lt;- a (x - c) + q, component by component.</summary>
    public void SeparableGradient(nint gradient, nint a, nint x, nint c, nint q, long n)
    {
        void** p = stackalloc void*[] { &gradient, &a, &x, &c, &q, &n };
        Launch(_separableGradient, Blocks(n), p);
    }

    /// <summary>x &lt;- not a number, if info is not zero.</summary>
    public void Poison(nint x, nint info, long n)
    {
        void** p = stackalloc void*[] { &x, &info, &n };
        Launch(_poison, Blocks(n), p);
    }

    private double Sum(nint partial, long n, void** arguments)
    {
        int count = (int)ReductionBlocks(n);
        Launch(partial, (uint)count, arguments);
        nint partials = _partials!.Value, result = _result!.Value;
        void** p = stackalloc void*[] { &result, &partials, &count };
        Launch(_foldPartials, 1, p);
        return _device.Read(result);
    }

    private void Bind()
    {
        (_assign1, _assign2, _assign3, _assign4) = (Function("assign1"), Function("assign2"), Function("assign3"), Function("assign4"));
        (_dotPartial, _foldPartials, _batchDot) = (Function("dot_partial"), Function("fold_partials"), Function("batch_dot"));
        (_squaredLossPartial, _logisticLossPartial) = (Function("squared_loss_partial"), Function("logistic_loss_partial"));
        (_bestPartial, _foldBest, _writeVertex, _boxVertex) = (Function("best_partial"), Function("fold_best"), Function("write_vertex"), Function("box_vertex"));
        (_squaredSlope, _logisticSlope, _logisticBend) = (Function("squared_slope"), Function("logistic_slope"), Function("logistic_bend"));
        (_fill, _multiply, _weighRows, _shiftDiagonal) = (Function("fill"), Function("multiply"), Function("weigh_rows"), Function("shift_diagonal"));
        (_separableGradient, _poison) = (Function("separable_gradient"), Function("poison"));
    }
}
