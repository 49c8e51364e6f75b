using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>One run with every measure that its problem allows, as a table.</summary>
/// <param name="Columns">k, oracle-calls, then the measures by name.</param>
/// <param name="Rows">One row per sampled iteration.</param>
/// <param name="Stop">Why the run ended.</param>
public sealed record MeasuredRun(IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows, StopReason Stop)
{
    /// <summary>Runs a method on an instance in doubles.</summary>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="iterations">The budget.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <exception cref="InputException">The problem lacks what the method needs.</exception>
    public static MeasuredRun Make(IMethod method, ProblemInstance instance, int iterations, CancellationToken cancellation)
    {
        bool constrained = instance.In<double>() is ConstrainedProblem<double>;
        IMeasure[] measures = constrained
            ? [new PrimalGap(), new FrankWolfeGap(), new Distance()]
            : [new PrimalGap(), new GradientNorm(), new Distance()];
        RunPlan plan = new(method, instance, iterations, SampleGrid.Geometric(iterations, 10, 1.25), measures);
        Trace<Tracked<double>> trace = Simulation.Run<double>(plan, cancellation).Trace;
        List<double[]> rows = [];
        for (int i = 0; i < trace.Count; i++)
        {
            ReadOnlySpan<Tracked<double>> values = trace.Row(i);
            rows.Add([trace.Iterations[i], trace.OracleCalls[i], values[0].Value, values[1].Value, values[2].Value]);
        }

        return new(["k", "oracle-calls", .. measures.Select(m => m.Name)], rows, trace.Stop);
    }
}
