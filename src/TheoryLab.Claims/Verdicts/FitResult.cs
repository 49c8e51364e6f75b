using System.Text.Json.Serialization;
using TheoryLab.Claims.Fitting;

namespace TheoryLab.Claims;

/// <summary>What a rate fit of one trace file found, and what it says about an expected rate (contract, section 3).</summary>
public sealed record FitResult
{
    /// <summary>The format of this object.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "theorylab-fit/1";

    /// <summary>The trace file.</summary>
    public required string File { get; init; }

    /// <summary>The column of the iterations.</summary>
    public required string X { get; init; }

    /// <summary>The column of the values.</summary>
    public required string Y { get; init; }

    /// <summary>The law and its interval; NaN where there is none.</summary>
    public required RateResult Rate { get; init; }

    /// <summary>Points that entered the regression.</summary>
    public required int Points { get; init; }

    /// <summary>Values of the file that were zero or negative, and left out or replaced.</summary>
    public required int Nonpositive { get; init; }

    /// <summary>The absolute error that each value may have, as stated, or as values show that were replaced or are below zero; null if nothing is known.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Level of the floor that was cut away, if there was one: of the round-off that the trace shows, or the accuracy.</summary>
    public double? Floor { get; init; }

    /// <summary>The iteration from which the initial transient no longer matters, if there was one.</summary>
    public int? Transient { get; init; }

    /// <summary>The shapes weighed, largest share of the evidence first.</summary>
    public required IReadOnlyList<RateAlternative> Alternatives { get; init; }

    /// <summary>The expected rate; null if none was given.</summary>
    public string? Expected { get; init; }

    /// <summary>upper, lower or order: the direction of the expectation.</summary>
    public string? Kind { get; init; }

    /// <summary>supported, refuted or inconclusive; null if no rate was expected.</summary>
    public string? Verdict { get; init; }

    /// <summary>Why the verdict is what it is, or why there is no law.</summary>
    public string? Reason { get; init; }

    /// <summary>How far off, in p, -log rho or q, a false expectation must be for this verdict to tell it from a true one: for a refutation the distance of the estimate from its end at 99%.</summary>
    public double? Resolution { get; init; }

    /// <summary>Fits a trace and judges an expectation.</summary>
    /// <param name="file">The trace file.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="expected">The expected rate, or null.</param>
    /// <param name="kind">Direction of the expectation.</param>
    /// <param name="cancellation">Stops the fit.</param>
    public static FitResult Of(string file, RecordedTrace trace, RateOrder? expected, OrderKind kind, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double error = trace.FitError;
        AccurateCurve curve = new(trace.X, trace.Y, _ => error);
        RateFit fit = curve.Fit(cancellation);
        OrderDecision? decision = expected is null ? null : curve.Decide(expected, kind, fit, cancellation);
        return new()
        {
            File = file,
            X = trace.XName,
            Y = trace.YName,
            Rate = RateResult.Of(fit),
            Points = fit.Points,
            Nonpositive = trace.Nonpositive,
            Accuracy = error > 0 ? error : null,
            Floor = fit.Floor,
            Transient = fit.TransientEnd,
            Alternatives = fit.Alternatives,
            Expected = expected?.ToString(),
            Kind = expected is null ? null : kind switch { OrderKind.AtMost => "upper", OrderKind.AtLeast => "lower", _ => "order" },
            Verdict = decision?.Outcome.ToString().ToLowerInvariant(),
            Reason = decision?.Reason ?? fit.Reason,
            Resolution = decision?.Resolution,
        };
    }
}
