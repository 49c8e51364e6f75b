namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Evaluates a shape's grid and zooms it onto the cells that matter. Each cell's weight is multiplied by its share of the original volume:
/// this Occam factor keeps flexible shapes from winning by flexibility (Kass and Raftery, JASA 1995).
/// </summary>
internal sealed class Zoom
{
    private const int Rounds = 9;

    // Kernels that go on after the first round.
    private const int KernelsKept = 4;

    // Cells within this of the top in log likelihood matter.
    private const double Reach = 8;

    // A round that keeps more than this share of the volume is the last.
    private const double LeastShrink = 0.7;

    private readonly Shape _shape;
    private readonly CellRegression _regression;
    private readonly int _dimensions;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[][] _points;
    private readonly Cell[,] _cells;
    private readonly double[,] _weights;
    private readonly double[] _slope;
    private readonly double[] _target;

    public Zoom(Shape shape, CellRegression regression)
    {
        (_shape, _regression, _dimensions) = (shape, regression, shape.Axes.Length);
        _low = new double[_dimensions];
        _high = new double[_dimensions];
        int count = 1;
        for (int d = 0; d < _dimensions; d++)
        {
            ShapeAxis axis = shape.Axes[d];
            (_low[d], _high[d]) = (axis.Low, axis.High);
            count *= axis.Points;
        }

        _points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            _points[i] = new double[_dimensions];
        }

        int kernels = regression.Kernels.Count;
        _cells = new Cell[kernels, count];
        _weights = new double[kernels, count];
        _slope = new double[regression.Window.Count];
        _target = new double[regression.Window.Count];
    }

    /// <summary>Zooms in, and weighs the last grid for all kernels; null when no cell is allowed.</summary>
    public ShapeFit? Run(CancellationToken cancellation)
    {
        int[] all = [.. Enumerable.Range(0, _regression.Kernels.Count)];
        int[] kernels = all;
        for (int round = 0; ; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool last = _dimensions == 0 || round == Rounds - 1;
            kernels = last ? all : kernels;
            PlacePoints();
            double top = Evaluate(kernels);
            if (double.IsNegativeInfinity(top))
            {
                return null;
            }

            if (last)
            {
                return Collect();
            }

            if (round == 0)
            {
                kernels = BestKernels();
            }

            if (!Narrow(round == 0 ? all : kernels, top))
            {
                if (round > 0)
                {
                    Evaluate(all);
                }

                return Collect();
            }
        }
    }

    private void PlacePoints()
    {
        for (int i = 0; i < _points.Length; i++)
        {
            int rest = i;
            for (int d = _dimensions - 1; d >= 0; d--)
            {
                int m = _shape.Axes[d].Points;
                _points[i][d] = Coordinate(d, rest % m);
                rest /= m;
            }
        }
    }

    private double Coordinate(int d, int index) => _low[d] + ((_high[d] - _low[d]) * index / (_shape.Axes[d].Points - 1));

    // Solves every allowed cell for the kernels named; returns the largest weight.
    private double Evaluate(int[] kernels)
    {
        double top = double.NegativeInfinity;
        double[]? slopeOf = null;
        Window window = _regression.Window;
        for (int i = 0; i < _points.Length; i++)
        {
            double[] at = _points[i];
            bool allowed = _shape.Allows(window, at);
            if (allowed)
            {
                _shape.Offset(window, at, _target);
                for (int j = 0; j < _target.Length; j++)
                {
                    _target[j] = window.Z[j] - _target[j];
                }

                if (_shape.HasSlope && !SameSlope(slopeOf, at))
                {
                    slopeOf = at;
                    _shape.Slope(window, at, _slope);
                    foreach (int kernel in kernels)
                    {
                        _regression.SetSlope(kernel, _slope);
                    }
                }
            }

            foreach (int kernel in kernels)
            {
                double weight = double.NegativeInfinity;
                if (allowed)
                {
                    Cell cell = _regression.Solve(kernel, _target, _shape.HasSlope);
                    _cells[kernel, i] = cell;
                    weight = cell.LogLikelihood - NoiseKernel.All[kernel].Penalty(cell.Sigma) - _shape.Penalty(at, cell);
                }

                _weights[kernel, i] = weight;
                top = Math.Max(top, weight);
            }
        }

        return top;
    }

    // Neighbouring cells share the slope column when its parameters have not moved.
    private bool SameSlope(double[]? before, double[] at) =>
        before is not null && before.AsSpan(0, _shape.SlopeParameters).SequenceEqual(at.AsSpan(0, _shape.SlopeParameters));

    private int[] BestKernels()
    {
        double[] best = new double[_regression.Kernels.Count];
        int[] order = new int[best.Length];
        for (int kernel = 0; kernel < best.Length; kernel++)
        {
            order[kernel] = kernel;
            best[kernel] = double.PositiveInfinity;
            for (int i = 0; i < _points.Length; i++)
            {
                best[kernel] = Math.Min(best[kernel], -_weights[kernel, i]);
            }
        }

        Array.Sort(best, order);
        int[] kept = order[..KernelsKept];
        Array.Sort(kept);
        return kept;
    }

    // In each dimension: the range of cells within reach of the top, and one more on both sides. False when little would be gained.
    private bool Narrow(int[] kernels, double top)
    {
        Span<int> first = stackalloc int[_dimensions], last = stackalloc int[_dimensions];
        first.Fill(int.MaxValue);
        last.Fill(-1);
        for (int i = 0; i < _points.Length; i++)
        {
            double best = double.NegativeInfinity;
            foreach (int kernel in kernels)
            {
                best = Math.Max(best, _weights[kernel, i]);
            }

            if (best <= top - Reach)
            {
                continue;
            }

            int rest = i;
            for (int d = _dimensions - 1; d >= 0; d--)
            {
                int m = _shape.Axes[d].Points, index = rest % m;
                rest /= m;
                first[d] = Math.Min(first[d], index);
                last[d] = Math.Max(last[d], index);
            }
        }

        double shrink = 1;
        for (int d = 0; d < _dimensions; d++)
        {
            first[d] = Math.Max(first[d] - 1, 0);
            last[d] = Math.Min(last[d] + 1, _shape.Axes[d].Points - 1);
            shrink *= (double)(last[d] - first[d]) / (_shape.Axes[d].Points - 1);
        }

        if (shrink > LeastShrink)
        {
            return false;
        }

        for (int d = 0; d < _dimensions; d++)
        {
            (_low[d], _high[d]) = (Coordinate(d, first[d]), Coordinate(d, last[d]));
        }

        return true;
    }

    private ShapeFit Collect()
    {
        double share = Math.Log(_shape.Prior) - Math.Log(_regression.Kernels.Count);
        for (int d = 0; d < _dimensions; d++)
        {
            ShapeAxis axis = _shape.Axes[d];
            share += Math.Log((_high[d] - _low[d]) / axis.Points / (axis.High - axis.Low));
        }

        List<WeighedCell> cells = new(_weights.Length);
        for (int kernel = 0; kernel < _regression.Kernels.Count; kernel++)
        {
            for (int i = 0; i < _points.Length; i++)
            {
                if (!double.IsNegativeInfinity(_weights[kernel, i]))
                {
                    Cell cell = _cells[kernel, i];
                    cells.Add(new WeighedCell(kernel, i, _weights[kernel, i] + share, cell.Slope, cell.SlopeError));
                }
            }
        }

        return new ShapeFit(_shape, _regression, _points, [.. cells]);
    }
}
