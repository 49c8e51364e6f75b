using TheoryLab.Core;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Checks;

public sealed class SimulationTests
{
    [Fact]
    public void A_repetition_in_double_doubles_takes_its_iterates_as_rounded_once()
    {
        RunPlan plan = new(new GradientDescent(), Families.Named("huber").Create(1), 3, SampleGrid.Every(3), [new SquaredDistance()]);
        Tracked<double> rough = Simulation.Run<double>(plan, TestContext.Current.CancellationToken).Trace.Row(3)[0];
        Tracked<DoubleDouble> precise = Simulation.Run<DoubleDouble>(plan, TestContext.Current.CancellationToken).Trace.Row(3)[0];

        // In units of round-off both runs make the same errors, but for the rounding of x, which counts twice in |x|^2.
        double square = rough.Value, own = rough.Error / ScalarMath.UnitRoundoff<double>(), repeated = precise.Error / ScalarMath.UnitRoundoff<DoubleDouble>();
        Assert.InRange(repeated - own, 1.99 * square, 2.5 * square);
    }
}
