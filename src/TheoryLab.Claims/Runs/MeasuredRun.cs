using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>One run with every measure that its problem allows, as a table.</summary>
/// <param name="Columns">k, the measures by name, then oracle-calls.</param>
/// <param name="Rows">One row per sampled iteration.</param>
/// <param name="Stop">Why the run ended.</param>
/// <param name="Backend">The dense backend that the method's oracles used.</param>
public sealed record MeasuredRun(IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows, StopReason Stop, string Backend)
{
    /// <summary>Runs a method on an instance in doubles.</summary>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="iterations">The budget.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <param name="backend">Who makes dense products; null for the problem's own loops.</param>
    /// <exception cref="InputException">The problem lacks what the method needs.</exception>
    public static MeasuredRun Make(IMethod method, ProblemInstance instance, int iterations, CancellationToken cancellation, IDenseBackend? backend = null)
    {
        HostProblem<double> problem = instance.In<double>();
        IMeasure stationarity = problem switch { ConstrainedProblem<double> => new FrankWolfeGap(), CompositeProblem<double> => new GradientMappingNorm(), _ => new GradientNorm() };
        IMeasure[] measures = problem.HasMinimizer ? [new PrimalGap(), stationarity, new Distance()] : [new ObjectiveValue(), stationarity];
        RunPlan plan = new(method, instance, iterations, SampleGrid.Geometric(iterations, 10, 1.25), measures);
        Recording<double> recording = Simulation.Run<double>(plan, cancellation, backend);
        Trace<Tracked<double>> trace = recording.Trace;
        List<double[]> rows = [];
        for (int i = 0; i < trace.Count; i++)
        {
            ReadOnlySpan<Tracked<double>> values = trace.Row(i);
            rows.Add([trace.Iterations[i], .. values.ToArray().Select(v => v.Value), trace.OracleCalls[i]]);
        }

        return new(["k", .. measures.Select(m => m.Name), "oracle-calls"], rows, trace.Stop, recording.Backend);
    }
}
