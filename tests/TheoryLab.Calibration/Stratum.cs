namespace TheoryLab.Calibration;

/// <summary>Which targets a trace is held to.</summary>
internal enum Stratum
{
    /// <summary>Long, settled and quiet enough that the law must be found.</summary>
    Decidable,

    /// <summary>Everything else: intervals must be honest, verdicts may be withheld.</summary>
    Elsewhere,
}
