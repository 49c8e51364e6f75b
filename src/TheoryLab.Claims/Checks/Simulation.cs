using System.Collections.Concurrent;
using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>One run to be made: which method on which instance, measured when and how.</summary>
/// <param name="Method">The method.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Horizon">What the method is told.</param>
/// <param name="Grid">When to measure.</param>
/// <param name="Measures">What to measure; the first is the claim's.</param>
internal sealed record RunPlan(IMethod Method, ProblemInstance Instance, int Horizon, SampleGrid Grid, IReadOnlyList<IMeasure> Measures)
{
    /// <summary>Whether TheoryLab computes only part of it, and so cannot repeat it in higher precision.</summary>
    public bool IsForeign => Method is IForeignMethod || Instance is IForeignInstance;
}

/// <summary>A run in one scalar: the trace, and the problem in tracked arithmetic, or what stands for it, from which bounds take their constants.</summary>
/// <typeparam name="T">The scalar that the method ran in.</typeparam>
/// <param name="Trace">Measured values with their errors.</param>
/// <param name="Audit">The problem, exact data, tracked arithmetic.</param>
/// <param name="Backend">The dense backend that the method's oracles used.</param>
internal sealed record Recording<T>(Trace<Tracked<T>> Trace, INamedConstants<Tracked<T>> Audit, string Backend = ManagedBackend.ManagedName)
    where T : struct, INumber<T>
{
    /// <summary>What is known of the values of a run made elsewhere; null for a run of TheoryLab's.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>What a value may be off besides its round-off, counted among the errors; none where null.</summary>
    public Func<int, double>? Open { get; init; }

    /// <summary>The same, counting what printed digits and the accuracy stated leave open.</summary>
    public Recording<T> Printed => this with { Open = Provenance?.HalfUnit };

    /// <summary>The same, counting what a fit takes for the error of each value.</summary>
    public Recording<T> Fitted => this with { Open = Provenance is { } known ? _ => known.FitError : null };

    /// <summary>A measured value; the claim's measure, the first column, carries the round-off that its curve shows.</summary>
    /// <param name="row">Which sample.</param>
    /// <param name="column">Which measure.</param>
    public Tracked<T> At(int row, int column)
    {
        Tracked<T> value = Trace.Row(row)[column];
        return column > 0 || Provenance is null ? value
            : new(value.Value, value.Error + Provenance.Noise + (Open?.Invoke(row) ?? 0));
    }
}

/// <summary>
/// Makes runs. The method runs in the scalar itself; at sampled iterations the iterate, taken as exact data, is measured in tracked arithmetic,
/// so that every measured value carries the forward error of its own evaluation. In a repetition in double-doubles, which judges violations, the
/// iterate carries one rounding of its own besides: near a corner of the set a gap is a multiple of 1 - x_1, which no double-double resolves
/// beyond that, however exactly it is measured. A foreign run cannot be repeated, so its own roundings count: the iterate of iteration k carries k
/// of them, each u max |x_i|, which is what rounding once in every step adds up to where steps do not expand distances.
/// </summary>
internal static class Simulation
{
    /// <summary>Makes a run. A backend serves runs in doubles on instances that have dense products; measuring never uses one.</summary>
    public static Recording<T> Run<T>(RunPlan plan, CancellationToken cancellation, IDenseBackend? backend = null)
        where T : struct, INumber<T>
    {
        if (plan.Method is RecordedRun recorded)
        {
            return recorded.UpTo<T>(plan);
        }

        if (plan.IsForeign && typeof(T) != typeof(double))
        {
            throw new NotSupportedException("A foreign run exists in doubles only.");
        }

        using IDisposable? opened = (plan.Instance as IForeignInstance)?.Open(cancellation);
        HostProblem<T>? handedOver = typeof(T) == typeof(double) && backend is not null ? (HostProblem<T>?)(object?)plan.Instance.On(backend) : null;
        HostProblem<T> problem = handedOver ?? plan.Instance.In<T>();
        HostProblem<Tracked<T>> audit = plan.Instance.In<Tracked<T>>();
        IIteration<HostVector<T>> iteration = plan.Method is IForeignMethod foreign
            ? (IIteration<HostVector<T>>)foreign.Start(plan.Instance, (HostProblem<double>)(object)problem, plan.Horizon, cancellation)
            : MethodStarter.Start(plan.Method, problem, plan.Horizon);
        using IDisposable? started = iteration as IDisposable;
        int[] iterations = plan.Grid.At.ToArray();
        int row = 0;
        HostVector<Tracked<T>> x = audit.InitialPoint.NewLike(), companion = x.NewLike(), scratch = x.NewLike(), scratch2 = x.NewLike();
        IMeasure[] measures = [.. plan.Measures];

        void Observe(HostVector<T> iterate, Span<Tracked<T>> values)
        {
            int roundings = plan.IsForeign ? iterations[row++] : 0;
            Track(iterate, x, roundings);
            for (int i = 0; i < measures.Length; i++)
            {
                if (measures[i] is ICompanionMeasure both)
                {
                    Track(iteration.Point(both.Companion), companion, roundings);
                    values[i] = both.EvaluateBoth<HostVector<Tracked<T>>, Tracked<T>, Tracked<T>, HostProblem<Tracked<T>>>(audit, x, companion, scratch, scratch2);
                }
                else
                {
                    values[i] = measures[i].Evaluate<HostVector<Tracked<T>>, Tracked<T>, Tracked<T>, HostProblem<Tracked<T>>>(audit, x, scratch, scratch2);
                }
            }
        }

        Trace<Tracked<T>> trace = Driver.Run<HostVector<T>, Tracked<T>>(
            iteration, plan.Grid, measures.Length, Observe, () => problem.OracleCalls, cancellation: cancellation);
        return new(trace, audit, handedOver is null ? ManagedBackend.ManagedName : backend!.Name) { Provenance = plan.IsForeign ? new Provenance().WithFloor(trace) : null };
    }

    /// <summary>tracked &lt;- a point, taken as exact data, or in double-doubles as rounded once, or in a foreign run as rounded in every step.</summary>
    private static void Track<T>(HostVector<T> point, HostVector<Tracked<T>> tracked, int foreignRoundings)
        where T : struct, INumber<T>
    {
        double roundoff = typeof(T) == typeof(DoubleDouble) ? ScalarMath.UnitRoundoff<T>() : 0;
        Span<T> from = point.Span;
        Span<Tracked<T>> to = tracked.Span;
        double foreign = foreignRoundings == 0 ? 0 : foreignRoundings * ScalarMath.UnitRoundoff<T>() * Largest(from);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = new(from[i], foreign + (roundoff == 0 ? 0 : roundoff * Math.Abs(ScalarMath.ToDouble(from[i]))));
        }
    }

    private static double Largest<T>(ReadOnlySpan<T> point)
        where T : struct, INumber<T>
    {
        double largest = 0;
        foreach (T component in point)
        {
            largest = Math.Max(largest, Math.Abs(ScalarMath.ToDouble(component)));
        }

        return largest;
    }
}

/// <summary>
/// The runs made while one claim is checked. A twin that changes only the bound compares the very same runs, so they are made once; a second
/// request while the first is under way may make a run twice, with the same result.
/// </summary>
/// <param name="backend">For runs in doubles; null for the problems' own loops.</param>
internal sealed class RunCache(IDenseBackend? backend = null)
{
    private readonly ConcurrentDictionary<(CheckCase Case, string Measures, int Samples, Type Scalar), object> _recordings = new();

    /// <summary>The backend of the runs so far: one run on another one than the managed decides.</summary>
    public string Backend { get; private set; } = ManagedBackend.ManagedName;

    public Recording<T> Run<T>(CheckCase @case, RunPlan plan, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        var key = (@case, string.Join(' ', plan.Measures.Select(m => m.Name)), plan.Grid.At.Length, typeof(T));
        if (_recordings.TryGetValue(key, out object? known))
        {
            return (Recording<T>)known;
        }

        Recording<T> recording = Made<T>(@case, plan, cancellation);
        cancellation.ThrowIfCancellationRequested();
        _recordings[key] = recording;
        Backend = recording.Backend == ManagedBackend.ManagedName ? Backend : recording.Backend;
        return recording;
    }

    private Recording<T> Made<T>(CheckCase @case, RunPlan plan, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        try
        {
            return Simulation.Run<T>(plan, cancellation, backend);
        }
        catch (ForeignRunException e)
        {
            throw e.On(@case, plan);
        }
    }
}
