namespace TheoryLab.Claims.Fitting;

/// <summary>An oscillation of one frequency and its double, in k or in log k.</summary>
/// <param name="InLog">Whether it runs in log k.</param>
/// <param name="Frequency">Radians per unit.</param>
internal readonly record struct Wave(bool InLog, double Frequency)
{
    /// <summary>cos, sin of w s and 2 w s, s = k - k0 or log(k/k0).</summary>
    public const int ColumnCount = 4;

    /// <summary>The four columns on a window.</summary>
    public double[][] Columns(Window window)
    {
        double[][] columns = new double[ColumnCount][];
        for (int c = 0; c < ColumnCount; c++)
        {
            columns[c] = new double[window.Count];
        }

        Fill(Coordinate(window, InLog), Frequency, columns);
        return columns;
    }

    /// <summary>s on a window.</summary>
    public static double[] Coordinate(Window window, bool inLog)
    {
        double[] source = inLog ? window.LogK : window.K;
        return Array.ConvertAll(source, x => x - source[0]);
    }

    /// <summary>Fills the columns for a frequency.</summary>
    public static void Fill(double[] s, double frequency, double[][] columns)
    {
        for (int i = 0; i < s.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(frequency * s[i]);
            columns[0][i] = cos;
            columns[1][i] = sin;
            columns[2][i] = (cos * cos) - (sin * sin);
            columns[3][i] = 2 * sin * cos;
        }
    }
}
