namespace TheoryLab.Claims;

/// <summary>What is done about values of a trace that are zero or negative, as round-off below an optimum makes them.</summary>
public enum NonpositiveValues
{
    /// <summary>The file is refused, with the line of the first of them.</summary>
    Error,

    /// <summary>Their lines are left out.</summary>
    Drop,

    /// <summary>
    /// They are replaced by the smallest positive value of the trace: the line stays, and says "at or below what could be resolved". That value is then
    /// taken for the accuracy of the trace, unless one is stated.
    /// </summary>
    Floor,
}

/// <summary>How a trace file is read.</summary>
/// <param name="X">The column of the iterations; null for the first.</param>
/// <param name="Y">The column of the values; null for the second.</param>
/// <param name="Nonpositive">What is done about values that are zero or negative.</param>
/// <param name="Accuracy">
/// The absolute error that each value may have, positive; null if nothing is known. Values that are not positive, but within it, are left out even where
/// <paramref name="Nonpositive"/> refuses them; one further below zero contradicts it and is refused.
/// </param>
public sealed record TraceColumns(string? X = null, string? Y = null, NonpositiveValues Nonpositive = NonpositiveValues.Error, double? Accuracy = null);

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

    /// <summary>The absolute error that each value may have, as stated; null if nothing was.</summary>
    public double? Accuracy { get; init; }

    /// <summary>What a fit takes for the error of each value: what was stated, else what replaced values and values below zero show of it; 0 if nothing does.</summary>
    internal double FitError => Accuracy ?? Math.Max(DeclaredFloor, BelowZero);
}
