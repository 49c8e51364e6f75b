using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

/// <summary>Assertions on numbers that carry the error of their own evaluation.</summary>
internal static class Computed
{
    /// <summary>The number is zero up to its error.</summary>
    public static void AssertZero(Tracked<double> value, string what) =>
        Assert.True(Math.Abs(value.Value) <= value.Error && double.IsFinite(value.Error), $"{what} is {value}");

    /// <summary>The number is not certainly positive.</summary>
    public static void AssertNotPositive(Tracked<double> value, string what) =>
        Assert.True(value.Value <= value.Error && double.IsFinite(value.Error), $"{what} is {value}");
}
