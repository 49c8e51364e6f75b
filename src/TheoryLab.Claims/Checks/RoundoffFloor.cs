using TheoryLab.Claims.Fitting;

namespace TheoryLab.Claims;

/// <summary>Where a curve comes to rest at its own round-off, found as a fit finds it: a tail below 1e-12 of the largest value that has stopped falling.</summary>
/// <param name="Begin">The index from which all values are within 20 times the floor, and say nothing.</param>
/// <param name="Level">The largest value of the second half of that tail: so much round-off every value of the curve may carry.</param>
public readonly record struct RoundoffFloor(int Begin, double Level)
{
    // Fewer points show no tail.
    private const int LeastPoints = 4;

    /// <summary>Looks for a floor; null if there is none.</summary>
    /// <param name="y">The curve; values that are not positive and finite are passed over.</param>
    public static RoundoffFloor? Find(ReadOnlySpan<double> y)
    {
        List<int> index = [];
        List<double> logs = [];
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] > 0 && double.IsFinite(y[i]))
            {
                index.Add(i);
                logs.Add(Math.Log(y[i]));
            }
        }

        if (logs.Count < LeastPoints || FloorDetection.Find(logs.ToArray()).LogLevel is not { } floor)
        {
            return null;
        }

        // A fit cuts at the first value so low; here no later value may be hidden that rises again.
        int begin = logs.FindLastIndex(z => z > floor + FloorDetection.LogContaminated) + 1;
        if (begin == logs.Count)
        {
            return null;
        }

        double level = 0;
        for (int i = (begin + logs.Count) / 2; i < logs.Count; i++)
        {
            level = Math.Max(level, y[index[i]]);
        }

        return new(index[begin], level);
    }
}
