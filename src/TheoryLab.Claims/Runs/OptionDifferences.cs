namespace TheoryLab.Claims;

/// <summary>How the options of two runs differ, in words.</summary>
internal static class OptionDifferences
{
    /// <summary>A clause for each option whose values differ.</summary>
    /// <param name="options">Name, value before and value now; null for one that was not given.</param>
    public static IEnumerable<string> Of(params IEnumerable<(string What, object? Before, object? Now)> options) =>
        options.Where(o => !Equals(o.Before, o.Now)).Select(o => FormattableString.Invariant($"{o.What} was {o.Before ?? "not given"}, now it is {o.Now ?? "not given"}"));
}
