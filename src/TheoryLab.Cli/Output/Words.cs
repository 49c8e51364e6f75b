using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>Words and numbers for readers.</summary>
internal static class Words
{
    public static string Of(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>How an attack ended.</summary>
    public static string Of(AttackResult result) => result.Violation is null ? "no violation" : "violated";

    /// <summary>Why a claim is not attacked.</summary>
    public static string Of(AttackObstacle obstacle) => obstacle switch
    {
        AttackObstacle.Order => "about an order",
        AttackObstacle.Limit => "about a limit",
        _ => "with named instances only",
    };

    /// <summary>Why a run ended.</summary>
    public static string Of(StopReason reason) => reason switch
    {
        StopReason.BudgetExhausted => "all iterations made",
        StopReason.TargetReached => "the target was reached",
        StopReason.Stalled => "the method stopped early, no step changes the iterate",
        StopReason.NonFinite => "stopped at a value that is infinite or not a number",
        _ => "interrupted",
    };

    /// <summary>Six significant digits; a dash where there is no number.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "-" : value.ToString(Math.Abs(value) is >= 1e5 or < 1e-4 && value != 0 ? "0.###e+0" : "0.######", CultureInfo.InvariantCulture);

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);
}
