namespace TheoryLab.Cli;

/// <summary>Exit statuses (contract, section 1).</summary>
internal static class ExitStatus
{
    /// <summary>Every claim certified or consistent, or inconclusive without --strict.</summary>
    public const int Success = 0;

    /// <summary>A claim was refuted.</summary>
    public const int Refuted = 1;

    /// <summary>Bad usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Something inconclusive under --strict.</summary>
    public const int Inconclusive = 3;

    /// <summary>Interrupted, or an external process died or ran out of its limits; what is finished is saved.</summary>
    public const int Interrupted = 4;

    /// <summary>A defect of the program.</summary>
    public const int InternalError = 5;
}
