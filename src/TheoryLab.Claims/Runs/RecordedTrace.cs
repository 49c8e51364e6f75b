namespace TheoryLab.Claims;

/// <summary>What is done about values of a trace that are zero or negative, as round-off below an optimum makes them.</summary>
public enum NonpositiveValues
{
    /// <summary>The file is refused, with the line of the first of them.</summary>
    Error,

    /// <summary>Their lines are left out.</summary>
    Drop,

    /// <summary>
    /// They are replaced by the smallest positive value of the trace: the line stays, and says "at or below what could be resolved". A tail of
    /// them makes a level tail, which the fit recognises as a floor.
    /// </summary>
    Floor,
}

/// <summary>How a trace file is read.</summary>
/// <param name="X">The column of the iterations; null for the first.</param>
/// <param name="Y">The column of the values; null for the second.</param>
/// <param name="Nonpositive">What is done about values that are zero or negative.</param>
public sealed record TraceColumns(string? X = null, string? Y = null, NonpositiveValues Nonpositive = NonpositiveValues.Error);

/// <summary>Two columns of a trace file.</summary>
/// <param name="XName">The column of the iterations.</param>
/// <param name="YName">The column of the values.</param>
/// <param name="X">Iterations, at least zero and increasing.</param>
/// <param name="Y">Values, positive and finite, one for each iteration.</param>
/// <param name="Nonpositive">How many values of the file were zero or negative, and left out or replaced.</param>
public sealed record RecordedTrace(string XName, string YName, ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y, int Nonpositive)
{
    /// <summary>How the values were printed.</summary>
    internal PrintedDigits Digits { get; init; } = new();

    /// <summary>The indices of values that were replaced (<see cref="NonpositiveValues.Floor"/>): a fit may use them, but nobody measured them.</summary>
    internal IReadOnlyList<int> Replaced { get; init; } = [];

    /// <summary>What replaced them; 0 if nothing was replaced.</summary>
    internal double DeclaredFloor => Replaced.Count > 0 ? Y.Span[Replaced[0]] : 0;

    /// <summary>How far values of the file that cannot be negative fall below zero: so much round-off there is at least.</summary>
    internal double BelowZero { get; init; }
}
