using System.Collections;
using TheoryLab.Core;

namespace TheoryLab.WorstCase.Tests;

public sealed class InteriorPointTests
{
    private const int Dimension = 30;

    [Fact]
    public void A_solve_that_is_cancelled_stops_within_an_iteration()
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        SdpRow[] rows = Rows();

        // Fewer than twenty passes over the rows come before the first Schur complement, which reads them m/2 times.
        CountedRows counted = new(rows, 20 * rows.Length, source);
        SemidefiniteProgram program = new(Identity(), Dimension, 0, counted, new SdpRow("objective", [new(0, 1, 1)], [], 0, false));
        Assert.ThrowsAny<OperationCanceledException>(() => InteriorPoint.Solve(program, new(), source.Token));

        // No more is read than the rest of that Schur complement, with two reads to start each of its columns.
        Assert.InRange(counted.Reads, 20 * rows.Length, (20 * rows.Length) + (rows.Length * (rows.Length + 3) / 2));
    }

    [Fact]
    public void The_parts_of_an_iteration_that_take_long_do_not_start_after_a_cancellation()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        SdpRow[] rows = Rows();
        CountedRows counted = new(rows, int.MaxValue, source);
        SchurComplement schur = new(new(Identity(), Dimension, 0, counted, rows[0]));
        int before = counted.Reads;
        Assert.Throws<OperationCanceledException>(() => schur.Fill(Identity(), Identity(), new double[rows.Length * rows.Length], rows.Length, source.Token));
        Assert.Equal(before, counted.Reads);
        Assert.Throws<OperationCanceledException>(() => LowerFactor.TryFactor(Identity(), Dimension, Dimension, 0, source.Token));
    }

    [Fact]
    public void The_same_solve_ends_if_nobody_cancels_it()
    {
        using CancellationTokenSource source = new();
        SemidefiniteProgram program = new(Identity(), Dimension, 0, Rows(), new SdpRow("objective", [new(0, 1, 1)], [], 0, false));

        // G_ii + G_jj <= 1 and G psd: the largest G_01 is 1/2.
        SdpSolution solution = InteriorPoint.Solve(program, new(), source.Token);
        Assert.Equal(SdpStatus.Converged, solution.Status);
        Assert.Equal(0.5, solution.Dual, 1e-8);
    }

    private static double[] Identity()
    {
        double[] v = new double[Dimension * Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            v[(i * Dimension) + i] = 1;
        }

        return v;
    }

    private static SdpRow[] Rows() =>
        [.. from i in Enumerable.Range(0, Dimension) from j in Enumerable.Range(0, i) select new SdpRow($"{i}, {j}", [new(i, i, 1), new(j, j, 1)], [], -1, false)];

    /// <summary>Counts how often a row is read, and cancels at a given count.</summary>
    private sealed class CountedRows(SdpRow[] rows, int limit, CancellationTokenSource source) : IReadOnlyList<SdpRow>
    {
        private int _reads;

        public int Reads => _reads;

        public int Count => rows.Length;

        public SdpRow this[int index]
        {
            get
            {
                if (Interlocked.Increment(ref _reads) == limit)
                {
                    source.Cancel();
                }

                return rows[index];
            }
        }

        public IEnumerator<SdpRow> GetEnumerator() => rows.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
