using TheoryLab.WorstCase;

namespace TheoryLab.Claims.Tests;

/// <summary>Which ends of a solve count: the exit status of the command rests on it.</summary>
public sealed class WorstCaseAnswerTests
{
    [Theory]
    [InlineData(SdpStatus.Converged, 1e-9, 1, "converged", true)]
    [InlineData(SdpStatus.Converged, 1e-9, 0, "converged", true)]
    [InlineData(SdpStatus.Breakdown, 1e-7, 1, "breakdown", true)]
    [InlineData(SdpStatus.Stalled, 1e-7, -1, "stalled", true)]
    [InlineData(SdpStatus.IterationLimit, 1e-7, 1, "iterationlimit", true)]
    [InlineData(SdpStatus.Breakdown, 1e-7, 0.01, "breakdown", false)]
    [InlineData(SdpStatus.Stalled, 0.5, 1, "stalled", false)]
    [InlineData(SdpStatus.IterationLimit, 1e-5, 1, "iterationlimit", false)]
    [InlineData(SdpStatus.Breakdown, 2, 1, "unbounded", false)]
    [InlineData(SdpStatus.Breakdown, double.NaN, 1, "unbounded", false)]
    [InlineData(SdpStatus.IterationLimit, double.PositiveInfinity, 1, "unbounded", false)]
    [InlineData(SdpStatus.Unbounded, 1e-12, 1, "unbounded", false)]
    public void A_value_counts_if_the_solve_converged_or_left_six_digits(SdpStatus status, double uncertainty, double value, string shown, bool isReliable) =>
        Assert.Equal((shown, isReliable), WorstCaseAnswer.Judge(status, uncertainty, value));
}
