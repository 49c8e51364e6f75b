namespace TheoryLab.Solvers.Tests;

public sealed class HeavyBallTests
{
    [Fact]
    public void It_runs_into_the_cycle_of_Lessard_Recht_and_Packard()
    {
        // The published points have six decimals.
        double[][] x = Catalogue.Trajectory(new HeavyBall(), Catalogue.Instance("heavy-ball-cycle", 1).In<double>(), 3003);
        Assert.Equal([-1.802449, 0.646531, 2.115918], x[3001..].Select(v => Math.Round(v[0], 6)).Order());
        double[] cycle = [0.646531, -1.802449, 2.115918];
        int at = Array.FindIndex(cycle, c => Math.Abs(c - x[3001][0]) < 1e-5);
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(cycle[(at + i) % 3], x[3001 + i][0], 5e-7));
    }
}
