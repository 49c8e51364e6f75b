namespace TheoryLab.Claims.Fitting;

/// <summary>One shape parameter: its grid is even between the ends.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Points">Points of the grid.</param>
internal readonly record struct ShapeAxis(double Low, double High, int Points);

/// <summary>
/// A law of which everything but the shape parameters is linear: z(k) = a + b x(k) + offset(k). Grids, priors and the soft priors below are
/// those of the table in section 4 of the method. The soft priors settle only what the data cannot: a line in k looks like (k + c)^-p with
/// c and p both huge, and a plateau like k^-0.2 after a burn-in.
/// </summary>
internal abstract class Shape(string name, RateModel model, double prior, params ShapeAxis[] axes)
{
    // A slope of the wrong sign costs this much per standard error.
    private const double WrongSign = 3;

    public string Name => name;

    /// <summary>Power, linear or stalled.</summary>
    public RateModel Model => model;

    public double Prior => prior;

    public ReadOnlySpan<ShapeAxis> Axes => axes;

    public bool HasSlope => model != RateModel.Stalled;

    /// <summary>How many of the leading parameters the slope column depends on.</summary>
    public virtual int SlopeParameters => 0;

    /// <summary>Whether a cell of the grid belongs to the shape.</summary>
    public virtual bool Allows(Window window, ReadOnlySpan<double> parameters) => true;

    /// <summary>Fills the slope column x(k).</summary>
    public virtual void Slope(Window window, ReadOnlySpan<double> parameters, Span<double> x) => x.Clear();

    /// <summary>Fills the offset(k).</summary>
    public virtual void Offset(Window window, ReadOnlySpan<double> parameters, Span<double> offset) => offset.Clear();

    /// <summary>What the soft priors subtract from the log weight of a cell.</summary>
    public abstract double Penalty(ReadOnlySpan<double> parameters, in Cell cell);

    protected static double WrongSignPenalty(double wanted, in Cell cell) => WrongSign * Math.Max(0, -wanted / cell.SlopeError);
}

/// <summary>A transient factor log(1 + B e^(-t/tau) (k/k0)^h), t = k - k0, kept only where it has died out by the middle of the window.</summary>
internal static class Transient
{
    /// <summary>Above this in log y a transient still matters: at mid-window it and the exponent would trade off.</summary>
    public const double Alive = 0.1;

    private const double LargestExponent = 700;

    /// <summary>log B, B in [.1, 300].</summary>
    public static ShapeAxis Size(int points) => new(Math.Log(0.1), Math.Log(300), points);

    /// <summary>log tau, tau in [max(.4, .004 span), span/4].</summary>
    public static ShapeAxis Length(Window window, int points) =>
        new(Math.Log(Math.Max(0.4, 0.004 * window.Span)), Math.Log(window.Span / 4), points);

    public static bool IsDeadAtHalf(Window window, double logSize, double logLength, double growth = 0)
    {
        double log = logSize - (0.5 * window.Span / Math.Exp(logLength)) + (growth * Math.Log((0.5 * window.Last / window.First) + 0.5));
        return log < Math.Log(Alive);
    }

    public static void Fill(Window window, double logSize, double logLength, double growth, Span<double> offset)
    {
        double rate = Math.Exp(-logLength), first = window.First, logFirst = window.LogK[0];
        ReadOnlySpan<double> k = window.K, logK = window.LogK;
        for (int i = 0; i < offset.Length; i++)
        {
            double log = logSize - ((k[i] - first) * rate) + (growth * (logK[i] - logFirst));
            offset[i] = Softplus(Math.Min(log, LargestExponent));
        }
    }

    // log(1 + e^x); below e^-40 nothing is left beside one in double precision.
    public static double Softplus(double x) => x < -40 ? 0 : Math.Log(1 + Math.Exp(x));
}
