namespace TheoryLab.Core;

/// <summary>A dense matrix of doubles to be read: row-major, rows a stride apart.</summary>
public readonly ref struct ReadOnlyMatrixSpan
{
    /// <summary>A view of memory.</summary>
    /// <param name="entries">Starts at the first entry.</param>
    /// <param name="rows">Rows, possibly none.</param>
    /// <param name="columns">Columns, possibly none.</param>
    /// <param name="stride">Distance between rows, at least the columns.</param>
    /// <exception cref="ArgumentException">The matrix does not fit into the memory.</exception>
    public ReadOnlyMatrixSpan(ReadOnlySpan<double> entries, int rows, int columns, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, columns);
        if (rows > 0 && ((rows - 1L) * stride) + columns > entries.Length)
        {
            throw new ArgumentException($"{rows} rows of {columns} columns, {stride} apart, do not fit into {entries.Length} numbers.", nameof(entries));
        }

        Entries = entries;
        (Rows, Columns, Stride) = (rows, columns, stride);
    }

    /// <summary>A view without gaps between rows.</summary>
    /// <param name="entries">Starts at the first entry.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public ReadOnlyMatrixSpan(ReadOnlySpan<double> entries, int rows, int columns)
        : this(entries, rows, columns, columns)
    {
    }

    /// <summary>The memory, from the first entry on.</summary>
    public ReadOnlySpan<double> Entries { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Distance between rows.</summary>
    public int Stride { get; }

    /// <summary>One row.</summary>
    /// <param name="i">Index from zero.</param>
    public ReadOnlySpan<double> Row(int i) => Entries.Slice(i * Stride, Columns);
}

/// <summary>A dense matrix of doubles to be written: row-major, rows a stride apart.</summary>
public readonly ref struct MatrixSpan
{
    /// <summary>A view of memory.</summary>
    /// <param name="entries">Starts at the first entry.</param>
    /// <param name="rows">Rows, possibly none.</param>
    /// <param name="columns">Columns, possibly none.</param>
    /// <param name="stride">Distance between rows, at least the columns.</param>
    /// <exception cref="ArgumentException">The matrix does not fit into the memory.</exception>
    public MatrixSpan(Span<double> entries, int rows, int columns, int stride)
    {
        ReadOnlyMatrixSpan fits = new(entries, rows, columns, stride);
        Entries = entries;
        (Rows, Columns, Stride) = (fits.Rows, fits.Columns, fits.Stride);
    }

    /// <summary>A view without gaps between rows.</summary>
    /// <param name="entries">Starts at the first entry.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public MatrixSpan(Span<double> entries, int rows, int columns)
        : this(entries, rows, columns, columns)
    {
    }

    /// <summary>The memory, from the first entry on.</summary>
    public Span<double> Entries { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Distance between rows.</summary>
    public int Stride { get; }

    /// <summary>The same matrix, to be read.</summary>
    /// <param name="matrix">A matrix.</param>
    public static implicit operator ReadOnlyMatrixSpan(MatrixSpan matrix) => matrix.AsReadOnly();

    /// <summary>The same matrix, to be read.</summary>
    public ReadOnlyMatrixSpan AsReadOnly() => new(Entries, Rows, Columns, Stride);

    /// <summary>One row.</summary>
    /// <param name="i">Index from zero.</param>
    public Span<double> Row(int i) => Entries.Slice(i * Stride, Columns);
}
