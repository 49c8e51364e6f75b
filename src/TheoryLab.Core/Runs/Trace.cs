namespace TheoryLab.Core;

/// <summary>What a run recorded: one row per sampled iteration, one column per measure, and why it ended.</summary>
/// <typeparam name="TReal">A measured value.</typeparam>
public sealed class Trace<TReal>
{
    private readonly SampleGrid _grid;
    private readonly TReal[] _values;
    private readonly long[] _oracleCalls;

    internal Trace(SampleGrid grid, int columns)
    {
        _grid = grid;
        Columns = columns;
        _values = new TReal[grid.At.Length * columns];
        _oracleCalls = new long[grid.At.Length];
    }

    /// <summary>A curve that was recorded elsewhere, as a trace of one measure without oracle calls.</summary>
    /// <param name="grid">The iterations.</param>
    /// <param name="values">A value for each.</param>
    /// <exception cref="ArgumentException">There are more values than iterations, or fewer.</exception>
    public static Trace<TReal> Of(SampleGrid grid, ReadOnlySpan<TReal> values)
    {
        if (values.Length != grid.At.Length)
        {
            throw new ArgumentException($"{values.Length} values are not one for each of {grid.At.Length} iterations.", nameof(values));
        }

        Trace<TReal> trace = new(grid, 1) { Stop = StopReason.BudgetExhausted };
        foreach (TReal value in values)
        {
            trace.Append(0)[0] = value;
        }

        return trace;
    }

    /// <summary>Number of measures.</summary>
    public int Columns { get; }

    /// <summary>Number of recorded rows.</summary>
    public int Count { get; private set; }

    /// <summary>Why the run ended.</summary>
    public StopReason Stop { get; internal set; }

    /// <summary>The sampled iterations.</summary>
    public ReadOnlySpan<int> Iterations => _grid.At[..Count];

    /// <summary>Oracle calls made before each sample, all oracles together.</summary>
    public ReadOnlySpan<long> OracleCalls => _oracleCalls.AsSpan(0, Count);

    internal int Next => Count < _grid.At.Length ? _grid.At[Count] : int.MaxValue;

    /// <summary>The values of one row, a column per measure.</summary>
    /// <param name="row">Index of the sample.</param>
    public ReadOnlySpan<TReal> Row(int row) => _values.AsSpan(row * Columns, Columns);

    internal Span<TReal> Append(long oracleCalls)
    {
        _oracleCalls[Count] = oracleCalls;
        return _values.AsSpan(Count++ * Columns, Columns);
    }
}
