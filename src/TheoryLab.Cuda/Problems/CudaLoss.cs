using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>
/// f(w) = (1/m) sum loss(a_i'w) + (reg/2)|w|^2 with a dense matrix of rows a_i. A gradient is two products that read the matrix once each, and two kernels.
/// </summary>
public sealed class CudaLoss : CudaSecondOrderProblem
{
    private readonly bool _logistic;
    private readonly nint _matrix;
    private readonly int _rows;
    private readonly double _regularization;
    private readonly CudaVector _targets;
    private readonly CudaVector _t;
    private readonly CudaVector _s;
    private readonly CudaVector _d;
    private readonly Func<double[], double> _gap;
    private readonly bool _constrained;
    private nint _weighted;

    /// <summary>A loss with the numbers of an instance.</summary>
    /// <param name="form">Matrix, targets and weight; copied.</param>
    /// <param name="initialPoint">x_0.</param>
    /// <param name="minimizer">x*.</param>
    /// <param name="gap">f - f* at a point in host memory, for gaps that need more than the form.</param>
    public CudaLoss(LossForm form, CudaVector initialPoint, CudaVector minimizer, Func<double[], double> gap)
        : base(initialPoint, minimizer)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentOutOfRangeException.ThrowIfNotEqual(form.Matrix.LongLength, (long)form.Rows * minimizer.Length);
        (_logistic, _rows, _regularization, _gap, _constrained) = (form.Loss == LossKind.Logistic, form.Rows, form.Regularization, gap, form.Set is not null);
        _matrix = Space.Upload(form.Matrix);

        // Without targets the squared loss is that of b = 0; the logistic one does not look.
        _targets = form.Targets.Length == 0 ? Space.Vector(_rows) : Space.Vector(form.Targets);
        (_t, _s, _d) = (_targets.NewLike(), _targets.NewLike(), minimizer.NewLike());
    }

    private int Columns => Minimizer.Length;

    /// <inheritdoc/>
    public override double Value(CudaVector x)
    {
        Product(x, _t);
        double sum = _logistic ? Kernels.LogisticLoss(_t.Address, _rows) : Kernels.SquaredLoss(_t.Address, _targets.Address, _rows);
        return (sum / _rows) + (_regularization / 2 * CudaVector.Dot(x, x));
    }

    /// <inheritdoc/>
    /// <remarks>Without constraints a squared loss is |A (x - x*)|^2/(2m) + (reg/2)|x - x*|^2 above f*; other gaps are computed on the host.</remarks>
    public override double PrimalGap(CudaVector x)
    {
        if (_logistic || _constrained)
        {
            return _gap(x.ToArray());
        }

        _d.Assign(x - Minimizer);
        Product(_d, _t);
        return (CudaVector.Dot(_t, _t) / 2 / _rows) + (_regularization / 2 * CudaVector.Dot(_d, _d));
    }

    internal override void ComputeGradient(CudaVector x, CudaVector gradient)
    {
        Slopes(x, _t);
        AddRows(_t, x, gradient);
    }

    internal override void ComputeHessianProduct(CudaVector x, CudaVector direction, CudaVector result)
    {
        Product(direction, _s);
        if (_logistic)
        {
            Product(x, _t);
            Kernels.LogisticBend(_t.Address, _t.Address, _rows);
            Kernels.Multiply(_s.Address, _t.Address, _s.Address, _rows);
        }

        AddRows(_s, direction, result);
    }

    internal override void ComputeCurvature(CudaVector x, double shift, Curvature curvature, nint matrix)
    {
        _weighted = _weighted != 0 ? _weighted : Space.Allocate((long)_rows * Columns * sizeof(double));
        if (curvature == Curvature.Fisher)
        {
            Slopes(x, _t);
            Kernels.Multiply(_t.Address, _t.Address, _t.Address, _rows);
        }
        else if (_logistic)
        {
            Product(x, _t);
            Kernels.LogisticBend(_t.Address, _t.Address, _rows);
        }
        else
        {
            Kernels.Fill(_t.Address, 1, _rows);
        }

        // A'WA/m as the product of sqrt(W/m) A with itself.
        Kernels.WeighRows(_weighted, _matrix, _t.Address, _rows, _rows, Columns);
        Blas.Gram(_weighted, _rows, Columns, matrix);
        Kernels.ShiftDiagonal(matrix, _regularization + shift, Columns);
    }

    /// <summary>t &lt;- loss'(a_i'x).</summary>
    private void Slopes(CudaVector x, CudaVector t)
    {
        Product(x, t);
        if (_logistic)
        {
            Kernels.LogisticSlope(t.Address, t.Address, _rows);
        }
        else
        {
            Kernels.SquaredSlope(t.Address, t.Address, _targets.Address, _rows);
        }
    }

    /// <summary>t &lt;- A x.</summary>
    private void Product(CudaVector x, CudaVector t) => Blas.Multiply(_matrix, _rows, Columns, 1, Minimizer.Matching(x), 0, t.Address);

    /// <summary>result &lt;- A't/m + reg x.</summary>
    private void AddRows(CudaVector t, CudaVector x, CudaVector result)
    {
        result.Assign(_regularization, x);
        Blas.MultiplyTransposed(_matrix, _rows, Columns, 1.0 / _rows, t.Address, 1, result.Address);
    }
}
