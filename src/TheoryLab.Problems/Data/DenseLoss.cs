using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The same losses on the same data, in doubles, with every product made by a dense backend. Serves one run at a time.</summary>
/// <param name="loss">The losses.</param>
/// <param name="matrix">Their matrix, row-major.</param>
/// <param name="backend">Who multiplies.</param>
internal sealed class DenseLoss(SmoothLoss<double> loss, double[] matrix, IDenseBackend backend) : ISmoothFunction<double>
{
    private readonly int _columns = matrix.Length / loss.Rows;
    private readonly double[] _products = new double[loss.Rows];
    private readonly double[] _weights = new double[loss.Rows];
    private double[]? _scaled;

    private ReadOnlyMatrixSpan Matrix => new(matrix, loss.Rows, _columns);

    public double Value(ReadOnlySpan<double> w)
    {
        backend.Multiply(Matrix, w, _products);
        double sum = 0;
        for (int i = 0; i < _products.Length; i++)
        {
            sum += loss.Loss(i, _products[i]);
        }

        return (sum / loss.Rows) + (loss.Regularization / 2 * Reductions.Dot(w, w));
    }

    public void Gradient(ReadOnlySpan<double> w, Span<double> gradient)
    {
        backend.Multiply(Matrix, w, _products);
        for (int i = 0; i < _products.Length; i++)
        {
            _weights[i] = loss.Slope(i, _products[i]);
        }

        backend.MultiplyTransposed(Matrix, _weights, gradient);
        HostKernels.Combine(gradient, 1.0 / loss.Rows, gradient, loss.Regularization, w);
    }

    public void HessianProduct(ReadOnlySpan<double> w, ReadOnlySpan<double> direction, Span<double> result)
    {
        backend.Multiply(Matrix, w, _products);
        backend.Multiply(Matrix, direction, _weights);
        for (int i = 0; i < _products.Length; i++)
        {
            _weights[i] *= loss.Bend(_products[i]);
        }

        backend.MultiplyTransposed(Matrix, _weights, result);
        HostKernels.Combine(result, 1.0 / loss.Rows, result, loss.Regularization, direction);
    }

    /// <summary>B'B + reg I, where row i of B is a_i times the root of its weight.</summary>
    public void CurvatureMatrix(ReadOnlySpan<double> w, Curvature curvature, Span<double> result)
    {
        // As large as the data, which runs of first order do not need.
        double[] scaled = _scaled ??= new double[matrix.Length];
        backend.Multiply(Matrix, w, _products);
        for (int i = 0; i < _products.Length; i++)
        {
            double slope = curvature == Curvature.Fisher ? loss.Slope(i, _products[i]) : 0;
            double weight = (curvature == Curvature.Fisher ? slope * slope : loss.Bend(_products[i])) / loss.Rows;
            HostKernels.Combine(scaled.AsSpan(i * _columns, _columns), Math.Sqrt(weight), Matrix.Row(i));
        }

        backend.Gram(new(scaled, loss.Rows, _columns), new(result, _columns, _columns));
        for (int j = 0; j < _columns; j++)
        {
            result[(j * _columns) + j] += loss.Regularization;
        }
    }

    public double[] Hessian(ReadOnlySpan<double> w)
    {
        double[] hessian = new double[_columns * _columns];
        CurvatureMatrix(w, Curvature.Hessian, hessian);
        return hessian;
    }
}
