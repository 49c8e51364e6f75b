using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>The sentences of <see cref="PointwiseCheck"/>: what was found, where, and by how much.</summary>
/// <param name="claim">The claim.</param>
/// <param name="relation">Which side of the bound is right.</param>
internal sealed class PointwiseWords(Claim claim, Relation relation)
{
    private string Side => relation switch { Relation.AtLeast => "below", Relation.Equal => "against", _ => "above" };

    /// <summary>A violation: who has what on which side of what.</summary>
    public string Violation(Witness w)
    {
        ComparedNumbers n = ComparedNumbers.Of(w.Measured, w.Bound);
        return Text($"{w.Run} has {claim.Measure.Name} {n.Measured} {Side} {n.Bound} at k = {w.Iteration}");
    }

    /// <summary>Why a violation of a run that cannot be repeated does not count.</summary>
    public string Doubt(Witness w, Comparison<double> c) => double.IsFinite(c.Allowance)
        ? Text($"{Violation(w)}, which is more than the allowance {c.Allowance:G3}, less than {Drift.UnconfirmedFactor} times it, and cannot be repeated in higher precision")
        : $"{Violation(w)}, but the numbers are so large that their round-off has no bound, and the run cannot be repeated in higher precision";

    /// <summary>How a violation was confirmed where doubles stand for themselves.</summary>
    public static string Confirmation(Comparison<double> c) =>
        double.IsPositiveInfinity(c.Margin) ? "not repeatable in higher precision; the measured value has overflowed"
        : Text($"not repeatable in higher precision; exceeds the allowance {Drift.UnconfirmedFactor} times{(c.Open > 0 ? ", and what printed digits and accuracy leave open" : string.Empty)}");

    /// <summary>A place where the statement says nothing, because its bound or its measure is no finite number.</summary>
    public static string Undefined(CheckCase @case, Comparison<double> c)
    {
        bool isBound = !double.IsFinite(c.Bound.Value);
        double number = isBound ? c.Bound.Value : c.Measured.Value;
        string value = double.IsNaN(number) ? "not a number" : number.ToString(CultureInfo.InvariantCulture);
        string correct = isBound ? "; a bound must be a finite number, so correct the formula or let the claim begin where it is one" : string.Empty;
        return Text($"the {(isBound ? "bound" : "measure")} of {Run(@case)} is {value} at k = {c.Iteration}{correct}");
    }

    /// <summary>Why nothing could be compared at all.</summary>
    public static string Nothing(IReadOnlyList<CheckCase> cases, IReadOnlyList<CaseSummary> summaries)
    {
        CaseSummary? undefined = summaries.FirstOrDefault(s => s.Undefined is not null);
        return undefined is not null ? Undefined(cases[undefined.Index], undefined.Undefined!.Value)
            : $"no iteration could be compared: every value is below its {(summaries.Any(s => s.Provenance?.Accuracy is not null) ? "accuracy" : "round-off")}{LeftOut(summaries)}";
    }

    /// <summary>What supports the claim: how many runs, the allowance that was needed, and what was not compared.</summary>
    public string Support(IReadOnlyList<CheckCase> cases, IReadOnlyList<CaseSummary> summaries, int drifted, Evaluation evaluation)
    {
        string text = cases.Count == 1 ? "holds on the one run" : $"holds on all {cases.Count} runs";
        if (drifted > 0)
        {
            text += $"; {(cases.Count == 1 ? "it touches" : drifted == 1 ? "one of them touches" : $"{drifted} of them touch")} the bound within the drift of doubles, as double-doubles show";
        }

        if (evaluation is { Tightness: > 1, Worst: { } w } && double.IsFinite(w.Bound))
        {
            ComparedNumbers n = ComparedNumbers.Of(w.Measured, w.Bound);
            text += Text($"; the tightest, {n.Measured} against {n.Bound} at k = {w.Iteration}, is {(relation == Relation.Equal ? "off" : $"{Side} the bound")} by {Math.Abs(w.Measured - w.Bound):G2}, within the allowance {evaluation.Allowance:G2}");
        }

        return text + LeftOut(summaries);
    }

    /// <summary>What was not compared in runs that were made elsewhere, and how exact their values are said to be.</summary>
    public static string LeftOut(IReadOnlyList<CaseSummary> summaries)
    {
        string text = summaries.FirstOrDefault(s => s.Provenance?.Accuracy is not null)?.Provenance?.Accuracy is { } accuracy ? Text($"; each value may be off by {accuracy:G3}, as stated") : string.Empty;
        foreach (CaseSummary s in summaries.Where(s => s.Provenance is { Nonpositive: > 0 }))
        {
            int n = s.Provenance!.Nonpositive;
            text += $"; {n} {(n == 1 ? "value that is not positive is" : "values that are not positive are")} left out";
        }

        CaseSummary[] resting = [.. summaries.Where(s => s.Rests is not null)];
        if (resting.Length > 0)
        {
            text += Text($"; {(summaries.Count == 1 ? "the curve rests" : $"{resting.Length} {(resting.Length == 1 ? "curve rests" : "curves rest")}")} at round-off{(summaries.Count == 1 ? Text($" ({resting[0].Provenance!.Noise:G2})") : string.Empty)} from k = {resting.Min(s => s.Rests)} on and {(resting.Length == 1 ? "is" : "are")} compared before only");
        }

        return text;
    }

    /// <summary>Said where no twin was refuted: what kept the check from it.</summary>
    public static string Handicap(IReadOnlyList<CheckCase> cases, IReadOnlyList<CaseSummary> summaries)
    {
        CaseSummary? vacuous = summaries.FirstOrDefault(s => s.Vacuous is not null);
        int? digits = summaries.Select(s => s.Provenance?.Digits).FirstOrDefault(d => d is not null);
        return (vacuous is null ? string.Empty : Text($"; {Undefined(cases[vacuous.Index], vacuous.Vacuous!.Value)}"))
            + (digits is null ? string.Empty : Text($"; the values were printed with at most {digits} {(digits == 1 ? "digit" : "digits")}, so print 17"))
            + LeftOut(summaries);
    }

    private static string Run(CheckCase @case) =>
        Text($"{(@case.Method is RecordedRun ? @case.Method.Name : $"{@case.Method.Name} on {@case.Spec}")}{(@case.Spec.IsSampled ? $" (instance {@case.Instance}, seed {@case.Seed})" : string.Empty)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
