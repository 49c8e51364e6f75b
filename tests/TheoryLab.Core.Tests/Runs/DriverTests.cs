using FsCheck.Fluent;
using Vector = TheoryLab.Core.HostVector<double>;

namespace TheoryLab.Core.Tests;

public sealed class DriverTests
{
    [Fact]
    public void A_run_that_reaches_its_budget_records_every_sample()
    {
        Shrinking run = new();
        Trace<double> trace = Run(run, SampleGrid.Every(10));
        Assert.Equal(StopReason.BudgetExhausted, trace.Stop);
        Assert.Equal(Enumerable.Range(0, 11), trace.Iterations.ToArray());
        Assert.Equal(Enumerable.Range(0, 11).Select(k => 2L * k), trace.OracleCalls.ToArray());
        Assert.All(Enumerable.Range(0, 11), k => Assert.Equal(Math.ScaleB(1, -k), trace.Row(k)[0]));
        Assert.Equal(10, run.Steps);
    }

    [Fact]
    public void Steps_are_numbered_from_zero_in_order()
    {
        Shrinking run = new();
        Run(run, SampleGrid.Geometric(50, 3, 1.5));
        Assert.Equal(Enumerable.Range(0, 50), run.Asked);
    }

    [Fact]
    public void No_iterations_measure_the_initial_point()
    {
        Shrinking run = new();
        Trace<double> trace = Run(run, SampleGrid.Every(0));
        Assert.Equal((StopReason.BudgetExhausted, 1, 0), (trace.Stop, trace.Count, run.Steps));
        Assert.Equal(1, trace.Row(0)[0]);
    }

    [Fact]
    public void A_target_stops_at_the_first_sample_that_meets_it()
    {
        Trace<double> trace = Run(new Shrinking(), SampleGrid.Every(100), target: 0.125);
        Assert.Equal((StopReason.TargetReached, 4), (trace.Stop, trace.Count));
        Assert.Equal(1, Run(new Shrinking(), SampleGrid.Every(100), target: 1).Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_stops_and_is_recorded(double value)
    {
        Trace<double> trace = Run(new Shrinking { BreaksAt = 3, Broken = value }, SampleGrid.Every(100), target: -1);
        Assert.Equal((StopReason.NonFinite, 4), (trace.Stop, trace.Count));
        Assert.Equal(value, trace.Row(3)[0]);
    }

    [Fact]
    public void A_finished_method_is_stepped_no_further_and_repeats_its_iterate()
    {
        Shrinking run = new() { FinishesAt = 4 };
        Trace<double> trace = Run(run, SampleGrid.Every(10));
        Assert.Equal((StopReason.Stalled, 11, 4), (trace.Stop, trace.Count, run.Steps));
        Assert.Equal(trace.Row(4)[0], trace.Row(10)[0]);
        Assert.Equal(8, trace.OracleCalls[10]);
        Assert.Equal(StopReason.Stalled, Run(new Shrinking { FinishesAt = 10 }, SampleGrid.Every(10)).Stop);
        Assert.Equal(StopReason.TargetReached, Run(new Shrinking { FinishesAt = 4 }, SampleGrid.Every(10), target: 0.0625).Stop);
    }

    [Fact]
    public void Cancellation_keeps_what_was_recorded()
    {
        using CancellationTokenSource source = new();
        Shrinking run = new() { At = (5, source.Cancel) };
        Trace<double> trace = Run(run, SampleGrid.Every(100), source: source);
        Assert.Equal((StopReason.Cancelled, 6, 5), (trace.Stop, trace.Count, run.Steps));
        Trace<double> none = Run(new Shrinking(), SampleGrid.Every(100), source: source);
        Assert.Equal((StopReason.Cancelled, 1), (none.Stop, none.Count));
    }

    [Fact]
    public void Sampling_does_not_change_the_run() => Draw.Check(
        from last in Gen.Choose(0, 300) from dense in Gen.Choose(0, 20) from ratio in Gen.Choose(1, 100) select SampleGrid.Geometric(last, dense, 1 + (ratio / 50.0)),
        grid =>
        {
            Trace<double> every = Run(new Shrinking(), SampleGrid.Every(grid.Last)), some = Run(new Shrinking(), grid);
            for (int i = 0; i < some.Count; i++)
            {
                int k = some.Iterations[i];
                Assert.Equal(every.Row(k).ToArray(), some.Row(i).ToArray());
                Assert.Equal(every.OracleCalls[k], some.OracleCalls[i]);
            }
        },
        100);

    [Fact]
    public void Columns_are_kept_apart()
    {
        Trace<double> trace = Driver.Run<Vector, double>(new Shrinking(), SampleGrid.Every(3), 2, (x, row) => (row[0], row[1]) = (x[0], -x[0]), () => 0, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([0.25, -0.25], trace.Row(2).ToArray());
        Assert.Equal(2, trace.Columns);
    }

    [Fact]
    public void What_a_run_allocates_does_not_depend_on_the_number_of_steps()
    {
        long Bytes(int steps)
        {
            Shrinking run = new() { Remembers = false };
            SampleGrid grid = SampleGrid.Ends(steps);
            Observer<Vector, double> observer = static (x, row) => row[0] = x[0];
            Func<long> calls = static () => 0;
            long before = GC.GetAllocatedBytesForCurrentThread();
            Driver.Run(run, grid, 1, observer, calls, null, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes(100_000);
        Assert.Equal(Bytes(10), Bytes(100_000));
    }

    private static Trace<double> Run(Shrinking run, SampleGrid grid, double? target = null, CancellationTokenSource? source = null) =>
        Driver.Run<Vector, double>(run, grid, 1, static (x, row) => row[0] = x[0], () => run.OracleCalls, target, source?.Token ?? TestContext.Current.CancellationToken);

    /// <summary>Halves its one component at each step, two oracle calls each; it can finish, break or call back at a given step.</summary>
    private sealed class Shrinking : IIteration<Vector>
    {
        public Vector Iterate { get; } = new([1]);

        public bool IsFinished => Steps == FinishesAt;

        public int Steps { get; private set; }

        public long OracleCalls => 2 * Steps;

        public List<int> Asked { get; } = [];

        public bool Remembers { get; init; } = true;

        public int FinishesAt { get; init; } = -1;

        public int BreaksAt { get; init; } = -1;

        public double Broken { get; init; }

        public (int Step, Action Action) At { get; init; }

        public void Step(int k)
        {
            if (Remembers)
            {
                Asked.Add(k);
            }

            Iterate[0] = ++Steps == BreaksAt ? Broken : Iterate[0] / 2;
            if (Steps == At.Step)
            {
                At.Action();
            }
        }
    }
}
