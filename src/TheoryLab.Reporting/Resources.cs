namespace TheoryLab.Reporting;

/// <summary>Style sheets kept in the assembly.</summary>
internal static class Resources
{
    /// <summary>Colours, dashes and marks of plots.</summary>
    public static string PlotStyle { get; } = Read("plot.css");

    /// <summary>The look of a page.</summary>
    public static string PageStyle { get; } = Read("report.css");

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(Resources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
