using System.Numerics;

namespace TheoryLab.Core;

/// <summary>Measures an iterate: fills one value per column.</summary>
/// <typeparam name="TVector">Vectors.</typeparam>
/// <typeparam name="TReal">A measured value.</typeparam>
/// <param name="x">The iterate.</param>
/// <param name="values">One slot per measure.</param>
public delegate void Observer<TVector, TReal>(TVector x, Span<TReal> values);

/// <summary>The only loop of the library: it samples, counts, and decides why a run ends. Sampling never changes the run.</summary>
public static class Driver
{
    /// <summary>
    /// Runs a method over a sample grid. The first column decides on target and finiteness. Allocates the trace and nothing per step.
    /// </summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TReal">A measured value.</typeparam>
    /// <param name="iteration">The bound method, at its initial point.</param>
    /// <param name="grid">When to measure; its last entry is the budget.</param>
    /// <param name="columns">Number of measures.</param>
    /// <param name="observe">Measures an iterate.</param>
    /// <param name="oracleCalls">The number of oracle calls made so far.</param>
    /// <param name="target">Stop when the first measure is at most this; null for never.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <returns>The trace; on cancellation, what was recorded until then.</returns>
    public static Trace<TReal> Run<TVector, TReal>(
        IIteration<TVector> iteration,
        SampleGrid grid,
        int columns,
        Observer<TVector, TReal> observe,
        Func<long> oracleCalls,
        double? target = null,
        CancellationToken cancellation = default)
        where TReal : struct, INumberBase<TReal>
    {
        Trace<TReal> trace = new(grid, columns);
        bool finished = false;
        for (int k = 0; ; k++)
        {
            finished = finished || iteration.IsFinished;
            if (k == trace.Next)
            {
                Span<TReal> row = trace.Append(oracleCalls());
                observe(iteration.Iterate, row);
                if (StopAfter(row[0], trace.Next, target) is { } reason)
                {
                    trace.Stop = finished && reason == StopReason.BudgetExhausted ? StopReason.Stalled : reason;
                    return trace;
                }
            }

            if (cancellation.IsCancellationRequested)
            {
                trace.Stop = StopReason.Cancelled;
                return trace;
            }

            // A finished method stays where it is: later samples repeat its iterate, so that every curve reaches the budget.
            if (!finished)
            {
                iteration.Step(k);
            }
        }
    }

    private static StopReason? StopAfter<TReal>(TReal value, int next, double? target)
        where TReal : struct, INumberBase<TReal> =>
        !TReal.IsFinite(value) ? StopReason.NonFinite
        : ScalarMath.ToDouble(value) <= target ? StopReason.TargetReached
        : next == int.MaxValue ? StopReason.BudgetExhausted
        : null;
}
