using TheoryLab.Claims.Fitting;

namespace TheoryLab.Claims;

/// <summary>What one checking path found, for a claim or for one of its twins; power is judged above it.</summary>
internal sealed record Evaluation
{
    public required Outcome Outcome { get; init; }

    public string Reason { get; init; } = string.Empty;

    /// <summary>What kept twins from being refuted, as the end of a sentence; empty if nothing is known of it.</summary>
    public string Handicap { get; init; } = string.Empty;

    /// <summary>Why the bound says nothing about the method, being the measure in other words; null if it may.</summary>
    public string? Tautology { get; init; }

    /// <summary>The largest ratio on the wrong-side scale: 1 at equality, above 1 violated.</summary>
    public double Tightness { get; init; } = double.NaN;

    /// <summary>Whether the tightness reached 0.95 on a named instance.</summary>
    public bool Attained { get; init; }

    /// <summary>The allowance at the tightest point.</summary>
    public double Allowance { get; init; }

    public Witness? Worst { get; init; }

    public Witness? Witness { get; init; }

    public RateFit? Rate { get; init; }

    /// <summary>The curve; made where it is asked for, since those of twins never are.</summary>
    public Func<IReadOnlyList<CurvePoint>> Curve { get; init; } = () => [];

    /// <summary>For an order: the constants of the instance that the curve shows.</summary>
    public Func<string, double>? Constant { get; init; }

    /// <summary>The runs whose values the curve shows: the tightest one, or those of its instance to each horizon.</summary>
    public IReadOnlyList<CheckCase> Drawn { get; init; } = [];

    public int Instances { get; init; }

    public int Iterations { get; init; }
}

/// <summary>Whether a statement stood.</summary>
internal enum Outcome
{
    Supported,
    Refuted,
    Inconclusive,
}

/// <summary>One point of the stored curve.</summary>
/// <param name="Iteration">k, or N where the claim is about horizons.</param>
/// <param name="Envelope">The largest ratio over all runs.</param>
/// <param name="Measured">The measure on the tightest run, from double-doubles where the verdict has repeated it.</param>
/// <param name="Bound">The bound on the tightest run.</param>
/// <param name="Twin">The bound of <see cref="ClaimResult.DrawnTwin"/> on that run; NaN if there is no such twin.</param>
/// <param name="Error">By how much the measured value may be off; NaN for an order, whose points are known to a hundredth, and in runs stored before it was.</param>
public sealed record CurvePoint(int Iteration, double Envelope, double Measured, double Bound, double Twin = double.NaN, double Error = double.NaN)
{
    /// <summary>Whether the measured value is round-off: smaller than its own error.</summary>
    public bool IsNoise => Math.Abs(Measured) < Error;
}
