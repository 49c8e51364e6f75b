using System.Globalization;
using System.Text;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The curve of a claim as stored: CSV with the columns k, envelope, measured, bound, error and, where a twin is drawn, twin.</summary>
internal static class CurveFile
{
    private const string Columns = "k,envelope,measured,bound";

    // Runs stored before there was one lack it.
    private const string ErrorColumn = "error";

    private const int LargestFile = 64 << 20;

    /// <summary>The text of the file.</summary>
    public static string Text(IReadOnlyList<CurvePoint> curve)
    {
        bool hasTwin = curve.Any(p => !double.IsNaN(p.Twin));
        StringBuilder text = new(hasTwin ? $"{Columns},{ErrorColumn},twin\n" : $"{Columns},{ErrorColumn}\n");
        foreach (CurvePoint p in curve)
        {
            text.Append(CultureInfo.InvariantCulture, $"{p.Iteration},{p.Envelope:R},{p.Measured:R},{p.Bound:R},{p.Error:R}");
            text.Append(hasTwin ? string.Create(CultureInfo.InvariantCulture, $",{p.Twin:R}\n") : "\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a file; columns that it does not know are passed over.</summary>
    /// <exception cref="InputException">The file is missing or is no curve.</exception>
    public static IReadOnlyList<CurvePoint> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"The curve '{file}' is missing beside its result; repeat the check.");
        }

        string[] lines = InputFile.Lines(file, LargestFile);
        string[] names = lines.Length > 0 ? lines[0].Split(',') : [];
        int twin = Array.IndexOf(names, "twin"), error = Array.IndexOf(names, ErrorColumn);
        int[] at = [.. Columns.Split(',').Select(c => Array.IndexOf(names, c))];
        if (at.Contains(-1))
        {
            throw new InputException($"{file}, line 1: the columns {Columns} are expected; repeat the check.");
        }

        CurvePoint[] curve = new CurvePoint[lines.Length - 1];
        for (int i = 1; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            curve[i - 1] = fields.Length == names.Length && int.TryParse(fields[at[0]], NumberStyles.None, CultureInfo.InvariantCulture, out int k)
                ? new(k, Number(fields[at[1]]), Number(fields[at[2]]), Number(fields[at[3]]), Optional(twin), Optional(error))
                : throw Error(i);

            double Optional(int column) => column < 0 ? double.NaN : Number(fields[column]);

            double Number(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Error(i);
        }

        return curve;

        InputException Error(int i) => new($"{file}, line {i + 1}: not a point of a curve; repeat the check.");
    }
}
