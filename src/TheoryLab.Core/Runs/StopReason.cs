namespace TheoryLab.Core;

/// <summary>Why a run ended; decided in one place, the driver.</summary>
public enum StopReason
{
    /// <summary>The last point of the sample grid was reached.</summary>
    BudgetExhausted,

    /// <summary>The first measure fell to the target.</summary>
    TargetReached,

    /// <summary>The method says that no step can change the iterate.</summary>
    Stalled,

    /// <summary>The first measure is infinite or not a number.</summary>
    NonFinite,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
