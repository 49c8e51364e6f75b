using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>How an attack is run; what it finds depends on seed and evaluations only, never on the number of jobs.</summary>
public sealed record AttackOptions
{
    /// <summary>The seed of the sweep and of all structural seeds.</summary>
    public int Seed { get; init; } = Seeds.Default;

    /// <summary>How many runs may be made.</summary>
    public int Evaluations { get; init; } = 2000;

    /// <summary>If set, the attack ends with the first batch that is finished after this time, or when the evaluations are used.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>How many runs may go on at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether named instances are left out, as when the power of the search itself is measured.</summary>
    public bool SampledOnly { get; init; }

    /// <summary>The name of the twin that is attacked, for the records; the claim that is handed over is the twin already.</summary>
    public string? Twin { get; init; }

    /// <summary>The share of evaluations that go to the sweep.</summary>
    internal double SweepShare { get; init; } = 0.4;
}
