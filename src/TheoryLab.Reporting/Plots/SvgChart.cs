using System.Globalization;
using System.Text;

namespace TheoryLab.Reporting;

/// <summary>
/// Draws a chart as SVG. Colours come from a style sheet by class names, so that a page can turn them dark; every curve has dashes or marks of its own
/// besides, and its name at its end. The same chart gives the same bytes.
/// </summary>
public static class SvgChart
{
    private const double Width = 480;
    private const double Height = 300;
    private const double Top = 30;
    private const double Bottom = 42;
    private const double LeastLeft = 44;
    private const double MostLeft = 110;
    private const double TickRoom = 12;
    private const double LeastRight = 24;
    private const double MostRight = 165;
    private const double Size = 12.5;
    private const double LineHeight = 16;
    private const double LeaderLength = 14;
    private const int TableRows = 60;

    /// <summary>The chart as an element for a page that has the style sheet of plots.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">A name, unique on the page.</param>
    public static string Inline(Chart chart, string id) => Draw(chart, id, string.Empty);

    /// <summary>The chart as a file of its own, with its colours for light and dark.</summary>
    /// <param name="chart">The chart.</param>
    public static string Standalone(Chart chart) => Draw(chart, "plot", $"<style>{Resources.PlotStyle}</style>\n") + "\n";

    /// <summary>How many rows a table of the data has at most.</summary>
    internal static int MostRows => TableRows;

    private static string Draw(Chart chart, string id, string style)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Series[] drawn = [.. chart.Series.Select(s => s with { Points = [.. s.Points.Where(p => CanShow(chart, p))] }).Where(s => s.Points.Count > 0)];
        double right = Math.Clamp(drawn.Select(s => SvgText.Width(s.Label, Size)).DefaultIfEmpty().Max() + LeaderLength + 6, LeastRight, MostRight);
        Axis y = new(chart.IsLogY, drawn.SelectMany(s => s.Points).Select(p => p.Y), Height - Bottom, Top, 8);
        double left = Math.Clamp(y.Ticks.Select(t => SvgText.Width(t.Label, Size)).Max() + TickRoom, LeastLeft, MostLeft);
        Frame frame = new(left, Width - right, Top, Height - Bottom);
        Axis x = new(chart.IsLogX, drawn.SelectMany(s => s.Points).Select(p => p.X), frame.Left, frame.Right, 7, drawn.All(s => s.Points.All(p => double.IsInteger(p.X))));
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-t\">{Html.Text(chart.Title)}</title><desc id=\"{id}-d\">{Html.Text(chart.Summary)}</desc>\n{style}");
        svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"{id}-c\"><rect x=\"{N(frame.Left)}\" y=\"{N(frame.Top)}\" width=\"{N(frame.Width)}\" height=\"{N(frame.Height)}\"/></clipPath>\n");
        Regions(svg, chart, frame, x, y);
        Axes(svg, chart, frame, x, y);
        svg.Append(CultureInfo.InvariantCulture, $"<g clip-path=\"url(#{id}-c)\">");
        foreach (Band band in chart.Bands)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"band\" d=\"{Line([.. band.Lower, .. band.Upper.Reverse()], x, y)}Z\"/>");
        }

        foreach (Series series in drawn)
        {
            Curve(svg, series, x, y);
        }

        svg.Append("</g>\n");
        Labels(svg, drawn, frame, x, y);
        return svg.Append("</svg>").ToString();
    }

    private static bool CanShow(Chart chart, PlotPoint p) =>
        double.IsFinite(p.X) && double.IsFinite(p.Y) && (!chart.IsLogX || p.X > 0) && (!chart.IsLogY || p.Y > 0);

    private static void Curve(StringBuilder svg, Series series, Axis x, Axis y)
    {
        string role = series.Role.ToString().ToLowerInvariant();
        IReadOnlyList<PlotPoint> points = Thinning.Columns(series.Points, p => (int)Math.Floor(x.At(p.X)));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line {role}\" d=\"{Line(points, x, y)}\"/>");
        if (series.HasMarks || series.Points.Count == 1)
        {
            // Marks are strokes without length; round or square ends make them dots.
            string size = points.Count > 40 ? " small" : string.Empty;
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"dots {role}{size}\" data-points=\"{series.Points.Count}\" d=\"{string.Concat(points.Select(p => $"M{N(x.At(p.X))} {N(y.At(p.Y))}h0"))}\"/>");
        }
    }

    private static string Line(IReadOnlyList<PlotPoint> points, Axis x, Axis y) =>
        string.Concat(points.Select((p, i) => $"{(i == 0 ? 'M' : i == 1 ? 'L' : ' ')}{N(x.At(p.X))} {N(y.At(p.Y))}"));

    private static void Regions(StringBuilder svg, Chart chart, Frame frame, Axis x, Axis y)
    {
        foreach (Region region in chart.Regions)
        {
            double limit = region.IsBelow ? y.At(region.Limit) : x.At(region.Limit);
            if (region.IsBelow && limit < frame.Bottom && limit > frame.Top)
            {
                Rectangle(frame.Left, limit, frame.Width, frame.Bottom - limit);
                Text(svg, frame.Right - 6, frame.Bottom - 5, "end", "note", region.Label);
            }
            else if (!region.IsBelow && limit > frame.Left && limit < frame.Right)
            {
                Rectangle(frame.Left, frame.Top, limit - frame.Left, frame.Height);
                Text(svg, frame.Left + 6, frame.Bottom - 5, "start", "note", region.Label);
            }
        }

        void Rectangle(double left, double top, double width, double height) =>
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"region\" x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(width)}\" height=\"{N(height)}\"/>");
    }

    private static void Axes(StringBuilder svg, Chart chart, Frame frame, Axis x, Axis y)
    {
        string grid = string.Concat(x.Ticks.Where(t => t.Label.Length > 0).Select(t => $"M{N(x.At(t.Value))} {N(frame.Top)}V{N(frame.Bottom)}"))
            + string.Concat(y.Ticks.Where(t => t.Label.Length > 0).Select(t => $"M{N(frame.Left)} {N(y.At(t.Value))}H{N(frame.Right)}"));
        string marks = string.Concat(x.Ticks.Select(t => $"M{N(x.At(t.Value))} {N(frame.Bottom)}v{(t.Label.Length > 0 ? 5 : 3)}"))
            + string.Concat(y.Ticks.Select(t => $"M{N(frame.Left)} {N(y.At(t.Value))}h-{(t.Label.Length > 0 ? 5 : 3)}"));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"{grid}\"/><path class=\"axis\" d=\"M{N(frame.Left)} {N(frame.Top)}V{N(frame.Bottom)}H{N(frame.Right)}{marks}\"/>\n");
        double taken = double.NegativeInfinity;
        foreach (Tick tick in x.Ticks.Where(t => t.Label.Length > 0).OrderBy(t => t.Value))
        {
            double half = SvgText.Width(tick.Label, Size) / 2, at = x.At(tick.Value);
            if (at - half > taken)
            {
                Text(svg, at, frame.Bottom + 18, "middle", null, tick.Label);
                taken = at + half + 4;
            }
        }

        foreach (Tick tick in y.Ticks.Where(t => t.Label.Length > 0))
        {
            Text(svg, frame.Left - 8, y.At(tick.Value) + 4, "end", null, tick.Label);
        }

        Text(svg, (frame.Left + frame.Right) / 2, Height - 6, "middle", "name", chart.XLabel);
        Text(svg, 4, 14, "start", "name", SvgText.Shortened(chart.YLabel, Size, Width - 12));
    }

    /// <summary>Names at the ends of the curves, moved apart, each with a leader from its curve.</summary>
    private static void Labels(StringBuilder svg, Series[] drawn, Frame frame, Axis x, Axis y)
    {
        PlotPoint[] ends = [.. drawn.Select(s => s.Points[^1])];
        double[] places = LabelLayout.Place([.. ends.Select(p => y.At(p.Y))], LineHeight, frame.Top, frame.Bottom);
        for (int i = 0; i < drawn.Length; i++)
        {
            string role = drawn[i].Role.ToString().ToLowerInvariant();
            double at = frame.Right + LeaderLength;
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"leader {role}\" d=\"M{N(x.At(ends[i].X) + 4)} {N(y.At(ends[i].Y))}L{N(at - 3)} {N(places[i])}\"/>");
            Text(svg, at, places[i] + 4, "start", $"label {role}", SvgText.Shortened(drawn[i].Label, Size, MostRight - LeaderLength - 6));
        }

        svg.Append('\n');
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string? role, string label)
    {
        string kind = role is null ? string.Empty : $" class=\"{role}\"";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\"{kind}>{SvgText.Spans(label, Size)}</text>");
    }

    // A tenth of a unit is less than any screen shows.
    private static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private readonly record struct Frame(double Left, double Right, double Top, double Bottom)
    {
        public double Width => Right - Left;

        public double Height => Bottom - Top;
    }
}
