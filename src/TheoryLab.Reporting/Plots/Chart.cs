namespace TheoryLab.Reporting;

/// <summary>A point of a curve in data coordinates.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
public readonly record struct PlotPoint(double X, double Y);

/// <summary>What a curve shows: it sets colour, dashes and marks, the same in all plots.</summary>
public enum SeriesRole
{
    /// <summary>What was measured on one run.</summary>
    Measured,

    /// <summary>The largest over all instances.</summary>
    Envelope,

    /// <summary>What the claim says.</summary>
    Bound,

    /// <summary>What a false variant says.</summary>
    Twin,

    /// <summary>A fitted law.</summary>
    Fit,

    /// <summary>A line for the eye, such as a slope.</summary>
    Guide,
}

/// <summary>A curve.</summary>
/// <param name="Label">Its name, written at its end; <c>k^{-1}</c> and <c>x_{k}</c> are raised and lowered.</param>
/// <param name="Role">What it shows.</param>
/// <param name="Points">Its points, by increasing x.</param>
/// <param name="HasMarks">Whether each point is marked.</param>
public sealed record Series(string Label, SeriesRole Role, IReadOnlyList<PlotPoint> Points, bool HasMarks = false);

/// <summary>The area between two curves over the same abscissas.</summary>
/// <param name="Lower">The lower curve.</param>
/// <param name="Upper">The upper curve.</param>
public sealed record Band(IReadOnlyList<PlotPoint> Lower, IReadOnlyList<PlotPoint> Upper);

/// <summary>A shaded part of the plot.</summary>
/// <param name="Label">What it is.</param>
/// <param name="IsBelow">Whether everything below an ordinate is shaded; everything left of an abscissa otherwise.</param>
/// <param name="Limit">The ordinate or abscissa.</param>
public sealed record Region(string Label, bool IsBelow, double Limit);

/// <summary>A plot as data: what is drawn, on which scales, and what it says in words.</summary>
/// <param name="Title">Its title, for those who cannot see it and for pointers.</param>
/// <param name="Summary">What it shows, in a few sentences.</param>
/// <param name="XLabel">Name of the abscissa.</param>
/// <param name="YLabel">Name of the ordinate.</param>
/// <param name="IsLogX">Whether the abscissa is logarithmic.</param>
/// <param name="IsLogY">Whether the ordinate is logarithmic.</param>
/// <param name="Series">The curves; later ones are drawn above earlier ones.</param>
public sealed record Chart(string Title, string Summary, string XLabel, string YLabel, bool IsLogX, bool IsLogY, IReadOnlyList<Series> Series)
{
    /// <summary>Areas between curves.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>What is not drawn, in a sentence for every reader; empty if all is.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Shaded parts.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];
}
