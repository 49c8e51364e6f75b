namespace TheoryLab.Problems;

/// <summary>Why a family does not run in exact rationals.</summary>
internal static class ExactRationals
{
    /// <summary>The exception to throw.</summary>
    /// <param name="family">The name of the family.</param>
    /// <param name="what">What it needs.</param>
    public static NotSupportedException Lack(string family, string what) =>
        new($"{family} needs {what}, which exact rationals lack; run it in doubles or double-doubles.");
}
