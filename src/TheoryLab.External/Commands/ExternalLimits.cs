namespace TheoryLab.External;

/// <summary>What one run of an external process may use; a process that outlives its limits is ended with all that it started.</summary>
public sealed record ExternalLimits
{
    /// <summary>How long TheoryLab waits for the process, over one whole run; its own computing does not count. 60 s (<c>--limit-seconds</c>).</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Resident memory of the process and all that it started, in bytes. 2 GiB (<c>--limit-memory</c>).</summary>
    public long Memory { get; init; } = 2L << 30;
}
