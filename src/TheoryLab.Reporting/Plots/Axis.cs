using System.Globalization;

namespace TheoryLab.Reporting;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where.</param>
/// <param name="Label">What is written there, with ^{...} for an exponent; empty for a minor mark.</param>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Maps values to places along an axis and says where its marks are.</summary>
internal sealed class Axis
{
    // Room left beyond the outermost values, as a share of the axis.
    private const double Padding = 0.04;

    // Labels have six digits.
    private const double Resolution = 1e-6;

    // Powers of ten up to this one are written out.
    private const int LongestWritten = 4;

    // More powers of ten than this are not all marked.
    private const int MostMinor = 40;
    private static readonly int[] DecadeSteps = [1, 2, 3, 5, 10, 20, 25, 50, 100];
    private static readonly int[] WithinDecade = [1, 2, 5];
    private static readonly int[] Steps = [1, 2, 5, 10];
    private readonly bool _isLog;
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    /// <summary>An axis that shows all values.</summary>
    /// <param name="isLog">Whether it is logarithmic; the values are positive then.</param>
    /// <param name="values">What it must show; finite.</param>
    /// <param name="start">Place of its low end.</param>
    /// <param name="end">Place of its high end.</param>
    /// <param name="most">The most labels that fit.</param>
    /// <param name="isWhole">Whether marks between integers would mean nothing.</param>
    public Axis(bool isLog, IEnumerable<double> values, double start, double end, int most, bool isWhole = false)
    {
        double[] mapped = [.. values.Select(v => isLog ? Math.Log10(v) : v)];
        (double low, double high) = mapped.Length == 0 ? (0, 1) : (mapped.Min(), mapped.Max());

        // Values that labels cannot tell apart count as one, which gets half a decade, or half of itself, on either side.
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        double room = high - low > Resolution * size ? Padding * (high - low) : isLog ? 0.5 : size > 0 ? size / 2 : 1;
        (_isLog, _low, _high, _start, _end) = (isLog, low - room, high + room, start, end);
        Ticks = [.. (isLog ? Decades(most) : Even(_low, _high, most)).Where(t => !isWhole || t.Label.Length == 0 || double.IsInteger(t.Value))];
    }

    /// <summary>Marks, labelled and minor.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>The place of a value; beyond the ends where the value is beyond them.</summary>
    public double At(double value) => _start + ((_isLog ? Math.Log10(value) : value) - _low) / (_high - _low) * (_end - _start);

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Shows(double value) => (_isLog ? value > 0 ? Math.Log10(value) : double.NaN : value) is var v && v >= _low && v <= _high;

    private List<Tick> Decades(int most)
    {
        int first = (int)Math.Ceiling(_low), last = (int)Math.Floor(_high), count = last - first + 1;
        if (count < 2)
        {
            return Within();
        }

        int step = DecadeSteps.FirstOrDefault(s => (count - 1) / s + 1 <= most, DecadeSteps[^1]);
        List<Tick> ticks = [];
        for (int decade = first; decade <= last; decade++)
        {
            bool isLabelled = decade % step == 0;
            if (isLabelled || count <= MostMinor)
            {
                ticks.Add(new(Math.Pow(10, decade), isLabelled ? Decade(decade) : string.Empty));
            }
        }

        if (step == 1 && count <= most / 2)
        {
            ticks.AddRange(Digits(first - 1, count + 1, Enumerable.Range(2, 8)).Select(v => new Tick(v, string.Empty)));
        }

        return ticks;
    }

    // Less than two powers of ten: 1, 2 and 5 times them, or even numbers where these are too few.
    private List<Tick> Within()
    {
        List<Tick> ticks = [.. Digits((int)Math.Floor(_low), 3, WithinDecade).Select(v => new Tick(v, Number(v)))];
        return ticks.Count >= 2 ? ticks : Even(Math.Pow(10, _low), Math.Pow(10, _high), 4);
    }

    private IEnumerable<double> Digits(int decade, int count, IEnumerable<int> digits) =>
        Enumerable.Range(decade, count).SelectMany(d => digits.Select(digit => digit * Math.Pow(10, d))).Where(Shows);

    private static List<Tick> Even(double low, double high, int most)
    {
        double rough = (high - low) / most, scale = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = scale * Steps.First(m => m * scale >= rough * (1 - 1e-9));
        List<Tick> ticks = [];
        for (double i = Math.Ceiling(low / step); i * step <= high; i++)
        {
            ticks.Add(new(i * step, Number(i * step)));
        }

        return ticks;
    }

    private static string Decade(int exponent) => exponent is >= 0 and <= LongestWritten
        ? Math.Pow(10, exponent).ToString("0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"10^{{{Signed(exponent)}}}");

    /// <summary>A number for a label: at most six digits, a power of ten where it is very large or small.</summary>
    internal static string Number(double value)
    {
        double size = Math.Abs(value);
        if (value == 0)
        {
            return "0";
        }

        if (size is >= 1e-3 and < 1e5)
        {
            return value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        string[] parts = value.ToString("0.####e+0", CultureInfo.InvariantCulture).Split('e');
        string power = $"10^{{{Signed(int.Parse(parts[1], CultureInfo.InvariantCulture))}}}";
        return (parts[0] is "1" ? power : $"{parts[0]}·{power}").Replace('-', '−');
    }

    private static string Signed(int exponent) => exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
