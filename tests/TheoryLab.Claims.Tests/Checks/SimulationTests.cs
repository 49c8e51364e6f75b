using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Claims.Tests.Checks;

public sealed class SimulationTests
{
    [Fact]
    public void A_repetition_in_double_doubles_takes_its_iterates_as_rounded_once()
    {
        ProblemFamily family = Registry.Family("huber");
        RunPlan plan = new(new GradientDescent(), family.Create(ParameterSet.Bind(family, new Dictionary<string, ParameterValue>()), 1), 3, SampleGrid.Every(3), [new SquaredDistance()]);
        Tracked<double> rough = Simulation.Run<double>(plan, TestContext.Current.CancellationToken).Trace.Row(3)[0];
        Tracked<DoubleDouble> precise = Simulation.Run<DoubleDouble>(plan, TestContext.Current.CancellationToken).Trace.Row(3)[0];

        // In units of round-off both runs make the same errors, but for the rounding of x, which counts twice in |x|^2.
        double square = rough.Value, own = rough.Error / ScalarMath.UnitRoundoff<double>(), repeated = precise.Error / ScalarMath.UnitRoundoff<DoubleDouble>();
        Assert.InRange(repeated - own, 1.99 * square, 2.5 * square);
    }
}
