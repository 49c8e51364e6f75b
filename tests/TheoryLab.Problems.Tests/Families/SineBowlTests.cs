namespace TheoryLab.Problems.Tests;

public class SineBowlTests
{
    // The declared mu rests on phi(t) = (t sin 2t - sin(t)^2)/t^2 >= -0.5868 for t in (0, 4]: a grid of step h, half a step of slope 2.62, and eight
    // roundings of numbers below 4/t. Near zero phi is above 1 - 2 t^2.
    [Fact]
    public void TheAimingConstantIsALowerBoundOnTheWholeInterval()
    {
        const double Step = 1e-4, Slope = 2.62;
        double least = double.PositiveInfinity;
        for (int i = 1000; i <= 40_000; i++)
        {
            double t = i * Step;
            least = Math.Min(least, ((t * Math.Sin(2 * t)) - (Math.Sin(t) * Math.Sin(t))) / (t * t) - (8 * Math.ScaleB(1, -53) * (1 + (4 / (t * t)))));
        }

        Assert.True(least - (Slope * Step / 2) >= SineBowl.LeastPhiTimes10000 / 10000, $"least {least}");
        Assert.True(least <= -0.5865);
    }
}
