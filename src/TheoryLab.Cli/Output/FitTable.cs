using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>The table of fitted rates, a row for each file.</summary>
internal static class FitTable
{
    // Runners-up shown, and the least share of the evidence that is worth showing.
    private const int RunnersUp = 2;
    private const double LeastShare = 0.005;

    public static void Write(IReadOnlyList<FitResult> fits, NonpositiveValues handling, string format, bool noColor)
    {
        Sheet table = new("file", "model", "estimate", "95% interval", "window", "points", "floor", "transient", "verdict", "runners-up");
        foreach (FitResult f in fits)
        {
            table.Add(
                f.File,
                f.Rate.Model,
                Words.Of(f.Rate.Estimate),
                double.IsNaN(f.Rate.Low) ? "-" : $"{Words.Of(f.Rate.Low)} to {Words.Of(f.Rate.High)}",
                $"{Words.Of(f.Rate.Window[0])} to {Words.Of(f.Rate.Window[1])}",
                Words.Of(f.Points),
                Words.Of(f.Floor ?? double.NaN),
                f.Transient is { } end ? $"to {Words.Of(end)}" : "-",
                f.Verdict is { } verdict ? new Cell(verdict, Colour(verdict)) : "-",
                Others(f));
        }

        table.Print(format, noColor);
        string item = Sheet.Item(format);
        foreach (FitResult f in fits)
        {
            if (f.Nonpositive > 0)
            {
                Console.Out.WriteLine($"{item}{f.File}: {Words.Of(f.Nonpositive)} values of '{f.Y}' were not positive and were {(handling == NonpositiveValues.Floor ? "replaced by the smallest positive value" : "left out")}.");
            }

            Console.Out.WriteLine($"{item}{f.File}: {Sentence(f)}");
            if (f is { Rate.Model: "stalled", Accuracy: null })
            {
                // A solver that stalls and numbers that are not exact look the same.
                Console.Out.WriteLine($"{item}{f.File}: if values of {Words.Of(f.Rate.Estimate)} are no more than the error of the numbers, say so with --accuracy.");
            }
        }
    }

    private static string Sentence(FitResult f)
    {
        string law = f.Rate.Model switch
        {
            "power" => $"{f.Y} falls like {f.X}^-{Words.Of(f.Rate.Estimate)}",
            "power-log" => $"{f.Y} falls like {f.X}^-{Words.Of(f.Rate.Estimate)} log {f.X}",
            "linear" => $"{f.Y} falls like {Words.Of(f.Rate.Estimate)}^{f.X}",
            "superlinear" => $"{f.Y} converges with order {Words.Of(f.Rate.Estimate)}",
            "stalled" => $"{f.Y} stalls at {Words.Of(f.Rate.Estimate)}",
            _ => "no law",
        };
        return f.Verdict is null
            ? f.Reason is null ? $"{law}." : $"{law}: {f.Reason}."
            : $"{law}; {Claim(f)} is {f.Verdict}: {f.Reason} (resolution {Words.Of(f.Resolution ?? double.NaN)}).";
    }

    private static string Claim(FitResult f) => f.Kind switch
    {
        "upper" => $"at least as fast as {f.Expected}",
        "lower" => $"at most as fast as {f.Expected}",
        _ => $"exactly {f.Expected}",
    };

    private static string Others(FitResult f)
    {
        string[] others = [.. f.Alternatives.Skip(1).Take(RunnersUp).Where(a => a.Share >= LeastShare)
            .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Name} {100 * a.Share:0}%"))];
        return others.Length == 0 ? "-" : string.Join(", ", others);
    }

    private static string Colour(string verdict) => verdict switch
    {
        "supported" => "green",
        "refuted" => "bold red",
        _ => "yellow",
    };
}
