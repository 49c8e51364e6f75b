namespace TheoryLab.Claims.Tests.Checks;

public sealed class RoundoffFloorTests
{
    private static readonly double[] Resting = [.. Enumerable.Range(0, 200).Select(k => Math.Max(Math.Pow(0.7, k), 1e-16 * (1 + (0.3 * (7 * k % 5)))))];

    [Fact]
    public void A_tail_at_round_off_begins_far_below_the_start_and_takes_what_is_near_to_it()
    {
        RoundoffFloor floor = RoundoffFloor.Find(Resting)!.Value;
        Assert.Equal(2.2e-16, floor.Level, 1e-20);
        Assert.All(Resting[..floor.Begin], y => Assert.True(y > 20 * floor.Level));
        Assert.All(Resting[floor.Begin..], y => Assert.True(y <= 1e-12 * Resting[0]));
    }

    [Fact]
    public void A_curve_that_rises_from_the_bottom_has_no_floor() => Assert.Null(RoundoffFloor.Find([.. Resting.Reverse()]));

    [Fact]
    public void A_curve_that_leaves_the_bottom_again_is_not_resting_before()
    {
        double[] y = [.. Resting];
        y[150] = 0.5;
        Assert.True(RoundoffFloor.Find(y) is not { } floor || floor.Begin > 150);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0)]
    public void A_level_that_is_no_round_off_and_a_curve_that_goes_on_falling_have_none(double level) =>
        Assert.Null(RoundoffFloor.Find([.. Enumerable.Range(0, 200).Select(k => Math.Max(Math.Pow(0.7, k), level))]));

    [Fact]
    public void Zeros_are_passed_over_and_few_values_show_nothing()
    {
        Assert.Equal(RoundoffFloor.Find(Resting)!.Value.Begin + 1, RoundoffFloor.Find([0, .. Resting])!.Value.Begin);
        Assert.Null(RoundoffFloor.Find([1, 1e-17, 1e-17]));
        Assert.Null(RoundoffFloor.Find([]));
    }
}
