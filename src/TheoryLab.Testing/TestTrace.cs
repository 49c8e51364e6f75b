using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Testing;

/// <summary>A trace in memory, and what it says about bounds and orders. Twins are judged by the same code.</summary>
/// <param name="k">Iterations, increasing.</param>
/// <param name="y">Values.</param>
/// <param name="kind">The side that is claimed.</param>
internal sealed class TestTrace(double[] k, double[] y, RateKind kind)
{
    // Nothing is known of how the values were computed, so that the factor for runs that cannot be repeated applies (docs/verdicts.md).
    private const double UnconfirmedFactor = 1000;

    private RateFit? _fit;

    private readonly Lazy<RoundoffFloor?> _floor = new(() => RoundoffFloor.Find(y));

    // Where the caller gives an error, that says what the values are worth; else a tail that rests at round-off is left out, and its level allowed for.
    private RoundoffFloor? Floor => Error is null ? _floor.Value : null;

    /// <summary>Constants by name, for bounds.</summary>
    public IReadOnlyDictionary<string, double> Constants { get; init; } = new Dictionary<string, double>();

    /// <summary>A bound on the absolute error of each value; null if nothing is known.</summary>
    public double? Error { get; init; }

    /// <summary>Checks that there are values, as many as iterations, and that iterations increase.</summary>
    /// <exception cref="InputException">Something else.</exception>
    public TestTrace Checked()
    {
        if (y.Length == 0 || k.Length != y.Length)
        {
            throw new InputException($"A trace needs one value for each iteration; there are {k.Length} iterations and {y.Length} values.");
        }

        for (int i = 0; i < k.Length; i++)
        {
            if (!(k[i] >= 0 && double.IsFinite(k[i])) || (i > 0 && k[i] <= k[i - 1]))
            {
                throw new InputException($"Iterations must be at least zero and increase; entry {i} is {Number(k[i])}.");
            }

            if (!double.IsFinite(y[i]))
            {
                throw new InputException($"The value at k = {Number(k[i])} is {Number(y[i])}; a trace must be finite, so end it before.");
            }
        }

        return this;
    }

    /// <summary>Judges y = O, Omega or Theta of an order.</summary>
    /// <exception cref="InputException">A value is not positive: a fit works on logarithms.</exception>
    public Judgement Judge(RateOrder order)
    {
        int nonpositive = Array.FindIndex(y, v => v <= 0);
        if (nonpositive >= 0)
        {
            throw new InputException($"The value at k = {Number(k[nonpositive])} is {Number(y[nonpositive])}; an order needs positive values, so end the trace before round-off.");
        }

        OrderDecision decision = order.Decide(_fit ??= RateFitter.Fit(k, y), kind.ToOrderKind());
        return new(
            decision.Outcome switch { OrderOutcome.Supported => Verdict.Consistent, OrderOutcome.Refuted => Verdict.Refuted, _ => Verdict.Inconclusive },
            $"{decision.Reason}; the trace has {Words(_fit)}");
    }

    /// <summary>Judges every value against a bound.</summary>
    public Judgement Judge(Expression bound)
    {
        double tightest = double.NegativeInfinity, noise = Floor?.Level ?? 0;
        int compared = Floor?.Begin ?? y.Length;
        string? unbounded = null;
        for (int i = 0; i < compared; i++)
        {
            Tracked<double> b = bound.Evaluate(new Scope(k[i], Constants));
            double allowance = Error is { } error ? error + b.Error : UnconfirmedFactor * (noise + Math.Max(b.Error, ScalarMath.UnitRoundoff<double>() * Math.Abs(b.Value)));
            double excess = kind switch { RateKind.Upper => y[i] - b.Value, RateKind.Lower => b.Value - y[i], _ => Math.Abs(y[i] - b.Value) };
            if (!double.IsFinite(b.Value))
            {
                unbounded ??= $"the bound is {Number(b.Value)} at k = {Number(k[i])}; it must be a finite number";
                if (excess < 0)
                {
                    // Nothing could break it here: 1/k at k = 0, say.
                    continue;
                }

                return new(Verdict.Inconclusive, unbounded);
            }

            if (!(excess <= allowance))
            {
                ComparedNumbers n = ComparedNumbers.Of(y[i], b.Value);
                return double.IsFinite(allowance)
                    ? new(Verdict.Refuted, $"{n.Measured} at k = {Number(k[i])} is {Side} {n.Bound} by more than the allowance {Number(allowance)}")
                    : new(Verdict.Inconclusive, $"{n.Measured} at k = {Number(k[i])} is {Side} {n.Bound}, but the round-off of the bound is unknown there");
            }

            tightest = Math.Max(tightest, kind == RateKind.Lower ? b.Value / y[i] : y[i] / b.Value);
        }

        return double.IsNegativeInfinity(tightest) ? new(Verdict.Inconclusive, (unbounded ?? "no value could be compared") + AtFloor)
            : new(Verdict.Consistent, $"the trace reaches {Number(tightest)} of the bound{AtFloor}");
    }

    /// <summary>Judges whether no value rises above the one before it.</summary>
    public Judgement JudgeMonotone()
    {
        double noise = Floor?.Level ?? 0;
        int compared = Floor?.Begin ?? y.Length;
        for (int i = 1; i < compared; i++)
        {
            double allowance = Error is { } error ? 2 * error : UnconfirmedFactor * (noise + (ScalarMath.UnitRoundoff<double>() * Math.Max(Math.Abs(y[i]), Math.Abs(y[i - 1]))));
            if (y[i] - y[i - 1] > allowance)
            {
                ComparedNumbers n = ComparedNumbers.Of(y[i - 1], y[i]);
                return new(Verdict.Refuted, $"it rises from {n.Measured} to {n.Bound} at k = {Number(k[i])}, by more than the allowance {Number(allowance)}");
            }
        }

        return new(Verdict.Consistent, $"the trace goes from {Number(y[0])} to {Number(y[^1])}{AtFloor}");
    }

    /// <summary>The same values in the opposite order.</summary>
    public TestTrace Backwards() => new(k, [.. y.Reverse()], kind) { Error = Error };

    private string AtFloor => Floor is { } floor ? $"; from k = {Number(k[floor.Begin])} on it rests at round-off ({floor.Level.ToString("G2", CultureInfo.InvariantCulture)}), which is not compared" : string.Empty;

    private string Side => kind switch { RateKind.Upper => "above", RateKind.Lower => "below", _ => "off" };

    private static string Words(RateFit fit) => fit.Model switch
    {
        RateModel.Power => $"order k^-{Number(fit.Estimate)}",
        RateModel.PowerLog => $"order k^-{Number(fit.Estimate)} log k",
        RateModel.Linear => $"order {Number(fit.Estimate)}^k",
        RateModel.Superlinear => $"superlinear order {Number(fit.Estimate)}",
        RateModel.Stalled => $"a plateau at {Number(fit.Estimate)}",
        _ => $"no law ({fit.Reason})",
    };

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private sealed class Scope(double iteration, IReadOnlyDictionary<string, double> constants) : IExpressionScope<Tracked<double>>
    {
        public Tracked<double> Value(string name) => name == "k" ? iteration
            : constants.TryGetValue(name, out double value) ? value
            : throw NearestName.Unknown("constant", name, ["k", .. constants.Keys]);

        public Tracked<double> Past(Look look, string name) => throw new InputException($"A bound on a trace cannot look back at {name}; it may use k and constants.");
    }
}

/// <summary>What a trace says about one statement.</summary>
/// <param name="Verdict">Consistent, refuted or inconclusive.</param>
/// <param name="Reason">Why.</param>
internal sealed record Judgement(Verdict Verdict, string Reason);
