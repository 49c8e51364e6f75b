using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>What a verdict means and what it does not, in the words of docs/verdicts.md.</summary>
internal static class VerdictWords
{
    /// <summary>The verdict as a word.</summary>
    public static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>What it means.</summary>
    public static string Means(Verdict verdict) => verdict switch
    {
        Verdict.Certified => "exact arithmetic covers the claim exactly as stated",
        Verdict.Consistent => "every sampled instance obeys the statement, and at least one false twin was refuted by the same check",
        Verdict.Refuted => "one witness breaks the statement by more than the arithmetic's own error",
        _ => "the check cannot tell, and says why",
    };

    /// <summary>What it does not mean.</summary>
    public static string DoesNotMean(Verdict verdict) => verdict switch
    {
        Verdict.Certified => "anything about other parameters or horizons",
        Verdict.Consistent => "proved",
        Verdict.Refuted => "that the idea behind it is wrong: look at the witness",
        _ => "that the claim is false",
    };

    /// <summary>What the power of the check was.</summary>
    public static string Power(string power) => power switch
    {
        "constant" => "a twin with another constant was refuted",
        "order" => "only twins with another order, method or instance were refuted",
        _ => "no twin was refuted",
    };

    /// <summary>Whether the claim is about the end of a curve, an order or a limit, and not about its points.</summary>
    public static bool IsTail(ClaimResult result) => result.Rate is not null || result.Kind == "limit";

    /// <summary>What <see cref="ClaimResult.Worst"/> is.</summary>
    public static string Tightest(ClaimResult result) => result.Rate is not null ? "tightest fit" : "tightest point";

    /// <summary>Place in a report: what needs attention first.</summary>
    public static int Rank(Verdict verdict) => verdict switch { Verdict.Refuted => 0, Verdict.Inconclusive => 1, Verdict.Consistent => 2, _ => 3 };

    /// <summary>Results as reports list them: refuted and inconclusive ones first, then by tightness, the tightest first.</summary>
    public static IReadOnlyList<CheckedClaim> Sorted(IEnumerable<CheckedClaim> claims) =>
        [.. claims.OrderBy(c => Rank(c.Result.Verdict)).ThenByDescending(c => double.IsNaN(c.Result.Tightness) ? double.NegativeInfinity : c.Result.Tightness).ThenBy(c => c.Result.Claim, StringComparer.Ordinal)];
}
