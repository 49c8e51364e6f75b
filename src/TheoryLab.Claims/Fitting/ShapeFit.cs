using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>A weighed cell of a shape's grid.</summary>
/// <param name="Kernel">Index of the noise kernel.</param>
/// <param name="Point">Index of the grid point.</param>
/// <param name="LogWeight">Log of likelihood, priors and share of the grid.</param>
/// <param name="Slope">The slope.</param>
/// <param name="SlopeError">Its standard error.</param>
internal readonly record struct WeighedCell(int Kernel, int Point, double LogWeight, double Slope, double SlopeError);

/// <summary>A shape on a window: its weighed cells and the evidence they sum to.</summary>
internal sealed class ShapeFit
{
    private readonly double[][] _points;

    public ShapeFit(Shape shape, CellRegression regression, double[][] points, WeighedCell[] cells)
    {
        (Shape, Regression, _points, Cells) = (shape, regression, points, cells);
        Best = cells[0];
        foreach (WeighedCell cell in cells)
        {
            if (cell.LogWeight > Best.LogWeight)
            {
                Best = cell;
            }
        }

        double sum = 0;
        foreach (WeighedCell cell in cells)
        {
            sum += Math.Exp(cell.LogWeight - Best.LogWeight);
        }

        LogEvidence = Best.LogWeight + Math.Log(sum);
    }

    public Shape Shape { get; }

    public CellRegression Regression { get; }

    public WeighedCell[] Cells { get; }

    public WeighedCell Best { get; }

    public double LogEvidence { get; }

    public int Freedom => Regression.Freedom(Shape.HasSlope);

    /// <summary>Whether the misfit of the best cell is smooth rather than noise.</summary>
    public bool IsSmooth => NoiseKernel.All[Best.Kernel].IsSmooth;

    public bool HasTransient => Shape is BurnInPower or BurnInShiftedPower or TwoExponentials;

    public ReadOnlySpan<double> Parameters(in WeighedCell cell) => _points[cell.Point];

    /// <summary>The slope column of a cell.</summary>
    public double[] Slope(in WeighedCell cell)
    {
        double[] slope = new double[Regression.Window.Count];
        Shape.Slope(Regression.Window, Parameters(cell), slope);
        return slope;
    }

    /// <summary>The offset of a cell.</summary>
    public double[] Offset(in WeighedCell cell)
    {
        double[] offset = new double[Regression.Window.Count];
        Shape.Offset(Regression.Window, Parameters(cell), offset);
        return offset;
    }

    /// <summary>z - offset of a cell.</summary>
    public double[] Target(in WeighedCell cell)
    {
        double[] target = Offset(cell), z = Regression.Window.Z;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = z[i] - target[i];
        }

        return target;
    }

    /// <summary>z without the oscillation that the best cell has beside its law.</summary>
    public double[] WithoutWave()
    {
        Window window = Regression.Window;
        if (Regression.Wave is not { } wave)
        {
            return window.Z;
        }

        double[] rest = Target(Best);
        if (Shape.HasSlope)
        {
            HostKernels.Combine<double>(rest, 1, rest, -Best.Slope, Slope(Best));
        }

        // R a = Q'w, backwards; a_0 is the constant.
        Whitening whitening = Regression.Kernels[Best.Kernel];
        double[] white = new double[window.Count], a = new double[Regression.Columns];
        whitening.Apply(rest, white);
        whitening.Coordinates(white, a);
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < a.Length; j++)
            {
                a[i] -= whitening.R[i, j] * a[j];
            }

            a[i] /= whitening.R[i, i];
        }

        double[] z = [.. window.Z];
        double[][] columns = wave.Columns(window);
        for (int c = 0; c < columns.Length; c++)
        {
            HostKernels.Combine<double>(z, 1, z, -a[c + 1], columns[c]);
        }

        return z;
    }

    /// <summary>Whitened residuals of the best cell.</summary>
    public double[] Innovations()
    {
        double[] residual = new double[Regression.Window.Count];
        if (Shape.HasSlope)
        {
            Regression.SetSlope(Best.Kernel, Slope(Best));
        }

        Regression.Residual(Best.Kernel, Target(Best), Shape.HasSlope, residual);
        return residual;
    }

    /// <summary>Weighs all shapes; those without an allowed cell drop out.</summary>
    public static List<ShapeFit> Weigh(CellRegression regression, IEnumerable<Shape> shapes, CancellationToken cancellation)
    {
        List<ShapeFit> fits = [];
        foreach (Shape shape in shapes)
        {
            if (new Zoom(shape, regression).Run(cancellation) is { } fit)
            {
                fits.Add(fit);
            }
        }

        return fits;
    }

    /// <summary>The fit with most evidence.</summary>
    public static ShapeFit Strongest(IEnumerable<ShapeFit> fits) => fits.MaxBy(fit => fit.LogEvidence)!;
}
