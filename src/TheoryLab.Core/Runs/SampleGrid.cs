namespace TheoryLab.Core;

/// <summary>The iterations at which a run is measured, fixed before it starts: strictly increasing, x_0 included.</summary>
public sealed class SampleGrid
{
    private readonly int[] _at;

    private SampleGrid(int[] at) => _at = at;

    /// <summary>The iterations, increasing, the first of them 0.</summary>
    public ReadOnlySpan<int> At => _at;

    /// <summary>The last iteration, which is the budget.</summary>
    public int Last => _at[^1];

    /// <summary>Every iteration from 0 to last.</summary>
    /// <param name="last">The budget.</param>
    public static SampleGrid Every(int last) => Geometric(last, last, 2);

    /// <summary>Only 0 and last: for claims about the final iterate of a run.</summary>
    /// <param name="last">The budget.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative budget.</exception>
    public static SampleGrid Ends(int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(last);
        return new(last == 0 ? [0] : [0, last]);
    }

    /// <summary>Any iterations, for a curve that was recorded elsewhere; x_0 need not be among them.</summary>
    /// <param name="iterations">At least one, not negative, strictly increasing; copied.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static SampleGrid Of(ReadOnlySpan<int> iterations)
    {
        int last = -1;
        foreach (int k in iterations)
        {
            last = k > last ? k : throw new ArgumentException($"{k} follows {last}: iterations must increase from 0 or more.", nameof(iterations));
        }

        return last >= 0 ? new(iterations.ToArray()) : throw new ArgumentException("A curve has at least one iteration.", nameof(iterations));
    }

    /// <summary>Every iteration up to <paramref name="dense"/>, then ratios of <paramref name="ratio"/>, and the last one.</summary>
    /// <param name="last">The budget, at least zero.</param>
    /// <param name="dense">Up to where every iteration is sampled.</param>
    /// <param name="ratio">Growth of the later ones, above one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative budget, or a ratio of one or less.</exception>
    public static SampleGrid Geometric(int last, int dense = 64, double ratio = 1.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(last);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ratio, 1);
        List<int> at = [0];
        double next = 1;
        while (at[^1] < last)
        {
            int k = at[^1] < dense ? at[^1] + 1 : Math.Max(at[^1] + 1, (int)Math.Min(next, last));
            at.Add(k);

            // The later entries follow the real sequence, so that rounding does not add up; the dense part starts it.
            next = (k <= dense ? k : Math.Max(next, k)) * ratio;
        }

        return new([.. at]);
    }
}
