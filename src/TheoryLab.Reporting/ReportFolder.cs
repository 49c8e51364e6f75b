using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Reporting;

/// <summary>A report in a folder: index.html, which needs nothing beside it; report.md and its plots.</summary>
public static class ReportFolder
{
    /// <summary>Makes the folder, to see before a long check whether that can be done.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void Prepare(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(path, MarkdownReport.Plots));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>Writes the report, over an older one in the same folder.</summary>
    /// <param name="path">The folder; created if missing.</param>
    /// <param name="claims">Checked claims with their curves.</param>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<CheckedClaim> claims)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        IReadOnlyList<ReportEntry> entries = ReportEntry.Of(claims);
        try
        {
            string plots = Path.Combine(path, MarkdownReport.Plots);
            Directory.CreateDirectory(plots);
            foreach (ReportEntry entry in entries.Where(e => e.Plot is not null))
            {
                File.WriteAllText(Path.Combine(plots, entry.Anchor + ".svg"), SvgChart.Standalone(entry.Plot!), utf8);
            }

            File.WriteAllText(Path.Combine(path, "report.md"), MarkdownReport.Write(entries), utf8);
            File.WriteAllText(Path.Combine(path, "index.html"), HtmlReport.Write(entries), utf8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    private static InputException Unwritable(string path, Exception e) => new($"The report cannot be written to '{path}': {OutputPath.Trouble(Path.Combine(path, "report.md"), e)}; choose a folder that you may write to, on a disk with room.", e);
}
