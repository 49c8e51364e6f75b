using System.Collections.Frozen;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>What is known about the values of a run that was made elsewhere, besides the values.</summary>
internal sealed record Provenance
{
    /// <summary>How far the value of a row may be from what was printed: half a unit of the last digit, and the accuracy stated.</summary>
    public Func<int, double> HalfUnit { get; init; } = _ => 0;

    /// <summary>The absolute error that each value may have, as stated: it takes the place of what the curve itself shows. Null if nothing was stated.</summary>
    public double? Accuracy { get; init; }

    /// <summary>What a fit takes for the absolute error of each value, besides digits.</summary>
    public double FitError { get; init; }

    /// <summary>How many digits the values were printed with; null if in full.</summary>
    public int? Digits { get; init; }

    /// <summary>Rows whose values were put in the place of others: nobody measured them.</summary>
    public IReadOnlySet<int> Replaced { get; init; } = FrozenSet<int>.Empty;

    /// <summary>How many values were zero or negative, and left out or replaced.</summary>
    public int Nonpositive { get; init; }

    /// <summary>Round-off that the curve itself shows, on every value: the level at which it rests, and how far it falls below zero.</summary>
    public double Noise { get; init; }

    /// <summary>The first row that rests at round-off; null if the curve has no floor.</summary>
    public int? FloorRow { get; init; }

    /// <summary>Whether the value of a row is a measurement that says something.</summary>
    public bool IsMeasured(int row) => !Replaced.Contains(row) && !(row >= FloorRow);

    /// <summary>The same, after a look for a floor in the first column; none is looked for where the accuracy is stated.</summary>
    public Provenance WithFloor<T>(Trace<Tracked<T>> trace)
        where T : struct, INumber<T>
    {
        if (Accuracy is not null)
        {
            return this;
        }

        double[] y = new double[trace.Count];
        for (int row = 0; row < y.Length; row++)
        {
            y[row] = ScalarMath.ToDouble(trace.Row(row)[0].Value);
        }

        return RoundoffFloor.Find(y) is { } floor ? this with { FloorRow = floor.Begin, Noise = Math.Max(Noise, floor.Level) } : this;
    }
}
