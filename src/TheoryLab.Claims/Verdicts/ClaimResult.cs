using System.Globalization;
using System.Text.Json.Serialization;
using TheoryLab.Claims.Fitting;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>The four verdicts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Exact arithmetic covers the claim exactly as stated.</summary>
    [JsonStringEnumMemberName("certified")]
    Certified,

    /// <summary>Every sampled instance obeys the statement and a twin was refuted; never "proved".</summary>
    [JsonStringEnumMemberName("consistent")]
    Consistent,

    /// <summary>One witness breaks the statement by more than the arithmetic's own error.</summary>
    [JsonStringEnumMemberName("refuted")]
    Refuted,

    /// <summary>The check cannot tell, and says why.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,
}

/// <summary>One point of one run: the tightest, or one that breaks the claim.</summary>
/// <param name="Instance">The index of the instance among the claim's.</param>
/// <param name="Problem">The specification it comes from.</param>
/// <param name="Parameters">Every parameter of the instance.</param>
/// <param name="Seed">Its replay seed.</param>
/// <param name="Method">The method.</param>
/// <param name="Horizon">How many iterations the run had.</param>
/// <param name="Iteration">k.</param>
/// <param name="Measured">The measure.</param>
/// <param name="Bound">The bound; for an order, the exponent that was claimed.</param>
/// <param name="Confirmation">How a violation was confirmed; null for a tightest point.</param>
public sealed record Witness(
    int Instance,
    string Problem,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    int Seed,
    string Method,
    int Horizon,
    int Iteration,
    double Measured,
    double Bound,
    string? Confirmation = null)
{
    /// <summary>The run for readers: the method and its problem, or the file of a recorded run.</summary>
    [JsonIgnore]
    public string Run => IsRecorded ? Method : $"{Method} on {Problem}";

    /// <summary>The run with every parameter of its instance.</summary>
    [JsonIgnore]
    public string FullRun => Parameters.Count == 0 ? Run : $"{Run}: {string.Join(", ", Parameters.Select(p => $"{p.Key}={p.Value}"))}";

    /// <summary>Measure and bound for readers, with as many digits as tell them apart.</summary>
    /// <param name="shortly">How numbers are printed where they differ clearly; null for six digits.</param>
    public string Compared(Func<double, string>? shortly = null)
    {
        ComparedNumbers n = shortly is null ? ComparedNumbers.Of(Measured, Bound) : ComparedNumbers.Of(Measured, Bound, shortly);
        return $"{n.Measured} against {n.Bound}";
    }

    private bool IsRecorded => Parameters.Count == 0 && Problem == RecordedProblem.ProblemName;
}

/// <summary>A rate in a result.</summary>
/// <param name="Model">power, power-log, linear, superlinear, stalled or none.</param>
/// <param name="Estimate">p for powers, rho for linear, the order for superlinear, the plateau for stalled.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Its level.</param>
/// <param name="Window">First and last iteration fitted.</param>
public sealed record RateResult(string Model, double Estimate, double Low, double High, double Level, int[] Window)
{
    /// <summary>What a fit says, as a result.</summary>
    /// <param name="fit">The fit.</param>
    internal static RateResult Of(RateFit fit)
    {
        string model = fit.Model == RateModel.PowerLog ? "power-log" : fit.Model.ToString().ToLowerInvariant();
        return new(model, fit.Estimate, fit.Low, fit.High, fit.Level, [fit.WindowFirst, fit.WindowLast]);
    }
}

/// <summary>What became of a twin.</summary>
/// <param name="Name">What was changed.</param>
/// <param name="Changes">constant, order, method or instance.</param>
/// <param name="Verdict">refuted, if the check has power.</param>
/// <param name="Tightness">The factor by which it is broken.</param>
/// <param name="Iteration">Where it is broken first.</param>
/// <param name="Bound">Its bound or order, if nothing else was changed; such a twin can be drawn beside the claim.</param>
public sealed record TwinResult(string Name, string Changes, Verdict Verdict, double Tightness, int? Iteration, string? Bound = null)
{
    /// <summary>Its bound over the claim's, where it was refuted; null if it was not, or changes something else.</summary>
    public double? Factor { get; init; }
}

/// <summary>Seconds, the only field that may differ between two runs of the same seed.</summary>
/// <param name="Seconds">Wall-clock time.</param>
public sealed record Timing(double Seconds);

/// <summary>The result of checking one claim, as stored and printed (contract, section 3).</summary>
public sealed record ClaimResult
{
    // A twin within a factor of ten of the bound shows that the check sees its constant; the factor is a quotient of two rounded bounds.
    private const double NearDecades = 1 + 1e-9;

    /// <summary>The format of this object.</summary>
    public string Schema { get; init; } = "theorylab-result/1";

    /// <summary>The claim's id.</summary>
    public required string Claim { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The claim's kind in lower case.</summary>
    public required string Kind { get; init; }

    /// <summary>One sentence for the verdict.</summary>
    public required string Reason { get; init; }

    /// <summary>The largest ratio found: 1 at equality with the bound, above 1 violated.</summary>
    public required double Tightness { get; init; }

    /// <summary>Whether it reached 0.95 on a named instance.</summary>
    public required bool Attained { get; init; }

    /// <summary>constant, order or none.</summary>
    public required string Power { get; init; }

    /// <summary>For power "constant": the factor on the bound, nearest to one, that a refuted twin had; null where no factor is known.</summary>
    public double? PowerFactor { get; init; }

    /// <summary>The power for readers: beside "constant" the factor, where it is far from one, since the check has then been seen to see no smaller one.</summary>
    [JsonIgnore]
    public string ShownPower => PowerFactor is { } f && !(Math.Abs(Math.Log10(f)) <= NearDecades)
        ? string.Create(CultureInfo.InvariantCulture, $"{Power} x {f:G3}") : Power;

    /// <summary>The allowance for round-off at the tightest point.</summary>
    public required double Allowance { get; init; }

    /// <summary>The fitted rate of the tightest run, for claims about an order.</summary>
    public RateResult? Rate { get; init; }

    /// <summary>Level of the round-off floor that the fit cut away, if there was one.</summary>
    public double? Floor { get; init; }

    /// <summary>The iteration from which the fit found the initial transient to matter no longer, if there was one.</summary>
    public int? Transient { get; init; }

    /// <summary>The tightest point.</summary>
    public Witness? Worst { get; init; }

    /// <summary>The shrunk counterexample of a refutation.</summary>
    public Witness? Witness { get; init; }

    /// <summary>What became of the twins.</summary>
    public required IReadOnlyList<TwinResult> Twins { get; init; }

    /// <summary>The weakest of the twins.</summary>
    public TwinResult? Twin { get; init; }

    /// <summary>What exact certificates prove of the claim; null if nothing.</summary>
    public CertifiedPart? Certified { get; init; }

    /// <summary>How many instances were run.</summary>
    public required int Instances { get; init; }

    /// <summary>The longest run.</summary>
    public required int Iterations { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The backend.</summary>
    public required string Backend { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>A command that repeats the check.</summary>
    public required string Reproduce { get; init; }

    /// <summary>What was claimed; null in results of versions before it was stored.</summary>
    public StatedClaim? Stated { get; init; }

    /// <summary>How long it took.</summary>
    public required Timing Timing { get; init; }

    /// <summary>The twin whose bound is stored beside the claim's in the curve: the weakest of those that change nothing else.</summary>
    [JsonIgnore]
    public TwinResult? DrawnTwin => Weakest(Twins.Where(t => t.Bound is not null));

    /// <summary>What a point of this result shows, for readers: measure and bound at an iteration, or for an order the fitted law beside the claimed one.</summary>
    /// <param name="point">The tightest point or the witness.</param>
    /// <param name="shortly">How numbers are printed where they differ clearly; null for six digits.</param>
    public string Found(Witness point, Func<double, string>? shortly = null)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Rate is { } rate ? FoundWords.OfFit(rate, Stated, point.Bound, shortly) : FoundWords.AtPoint(point, shortly);
    }

    /// <summary>The weakest twin: one that was not refuted if there is one, else the one broken by the smallest factor.</summary>
    /// <param name="twins">Twins.</param>
    internal static TwinResult? Weakest(IEnumerable<TwinResult> twins) =>
        twins.OrderBy(t => t.Verdict == Verdict.Refuted).ThenBy(t => double.IsNaN(t.Tightness) ? double.PositiveInfinity : t.Tightness).FirstOrDefault();
}
