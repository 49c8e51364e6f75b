using System.CommandLine;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>theorylab fit: the rate that traces of any program show, and what they say about an expected one.</summary>
internal static class FitCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        Argument<string[]> files = new("TRACE") { Description = "Trace files: CSV with a header, or JSON lines; - for standard input", Arity = ArgumentArity.OneOrMore };
        Option<string?> x = new("--x") { HelpName = "column", Description = "Column of the iterations; the first if not given" }, y = new("--y") { HelpName = "column", Description = "Column of the values; the second if not given" };
        Option<string?> expect = new("--expect") { HelpName = "rate", Description = "Rate to be judged: k^-p, 1/k^2, 1/sqrt(k), 0.9^k, exp(-c*k), quadratic, superlinear, 'order 1.5'" };
        Option<string> kind = CommonOptions.Choice("--kind", "upper: at least as fast as expected; lower: at most as fast; order: both", "upper", "lower", "order");
        Option<string> nonpositive = CommonOptions.Choice("--nonpositive", "Values <= 0: refuse the file, drop their lines, or put the smallest positive value there", "error", "drop", "floor");
        Option<double?> accuracy = new("--accuracy") { HelpName = "error", Description = "Absolute error that each value may have, such as 1e-7: the fit ends at 20 times it, and a verdict allows for it" };
        Option<string> format = CommonOptions.Format(Sheet.Markdown);
        Option<bool> strict = new("--strict") { Description = "Exit 3 if a verdict is inconclusive, or without --expect no law is found" };
        Command command = new("fit", "Fit a rate to traces; exit 1 if the expected rate is refuted. Example: theorylab fit gd.csv --y gap --expect 1/k")
        {
            files, x, y, expect, kind, nonpositive, accuracy, strict, format,
        };
        command.SetWork((result, cancellation) =>
        {
            OrderKind direction = result.GetValue(kind) switch { "lower" => OrderKind.AtLeast, "order" => OrderKind.Exactly, _ => OrderKind.AtMost };
            RateOrder? expected = result.GetValue(expect) is { } text ? Expected(text, direction) : null;
            NonpositiveValues handling = Enum.Parse<NonpositiveValues>(result.GetValue(nonpositive)!, ignoreCase: true);
            TraceColumns columns = new(result.GetValue(x), result.GetValue(y), handling, Positive(result.GetValue(accuracy)));
            FitResult[] fits = [.. result.GetValue(files)!.Select(f => FitResult.Of(f, Read(f, columns, cancellation), expected, direction, cancellation))];
            if (result.GetValue(format) == "json")
            {
                Console.Out.WriteLine(fits.Length == 1 ? ResultJson.Write(fits[0]) : ResultJson.Write(fits));
            }
            else
            {
                FitTable.Write(fits, handling, result.GetValue(format)!, CommonOptions.NoColor(result));
            }

            return Status(fits, result.GetValue(strict));
        });
        return command;
    }

    private static double? Positive(double? accuracy) => accuracy is null or (> 0 and < double.PositiveInfinity) ? accuracy
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--accuracy is {accuracy:R}; it must be a number above zero, the absolute error that each value may have."));

    private static int Status(FitResult[] fits, bool strict) =>
        fits.Any(f => f.Verdict == "refuted") ? ExitStatus.Refuted
        : strict && fits.Any(f => (f.Verdict ?? f.Rate.Model) is "inconclusive" or "none") ? ExitStatus.Inconclusive
        : ExitStatus.Success;

    private static RecordedTrace Read(string file, TraceColumns columns, CancellationToken cancellation)
    {
        if (file != StandardInput)
        {
            return TraceFile.Read(file, columns, cancellation);
        }

        using Stream input = Console.OpenStandardInput();
        return TraceFile.Read(input, "standard input", columns, cancellation);
    }

    private static RateOrder Expected(string text, OrderKind kind) =>
        RateText.Parse(text) is var order && order is SuperlinearRate && kind != OrderKind.AtMost
            ? throw new InputException("--expect superlinear names no order that --kind lower or order could hold against; use --kind upper or an order such as --expect 'order 1.5'.")
            : order;
}
