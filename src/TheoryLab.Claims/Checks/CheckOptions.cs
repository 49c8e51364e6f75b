using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>How a check is run; results depend on seed, samples and iterations only, never on the number of jobs.</summary>
public sealed record CheckOptions
{
    /// <summary>The run's seed.</summary>
    public int Seed { get; init; } = Seeds.Default;

    /// <summary>Members drawn from each sampled specification, in place of the claim's own number.</summary>
    public int? Samples { get; init; }

    /// <summary>The index of the first sample; sample i is the same instance however many are drawn before it.</summary>
    public int FirstSample { get; init; }

    /// <summary>Iterations in place of the claim's own; horizons beyond it are left out, and a claim about one step keeps one and says so.</summary>
    public int? Iterations { get; init; }

    /// <summary>Whether a witness is shrunk; callers that need the verdict only save the time.</summary>
    public bool Shrink { get; init; } = true;

    /// <summary>Whether a claim that stands must have a refuted twin; without one it is inconclusive. False only where somebody has said that they do without.</summary>
    public bool NeedsPower { get; init; } = true;

    /// <summary>Certificates that may prove a claim.</summary>
    public CertificateBook Certificates { get; init; } = CertificateBook.Empty;

    /// <summary>Who makes the dense products of runs in doubles; null for the problems' own loops. Repetitions and errors of measurement never use it.</summary>
    public IDenseBackend? Backend { get; init; }

    /// <summary>How many runs may go on at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
