using System.Text.Json.Serialization;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>The part of an attack that found something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttackPhase>))]
public enum AttackPhase
{
    /// <summary>The quasi-random sweep.</summary>
    [JsonStringEnumMemberName("sweep")]
    Sweep,

    /// <summary>The local search from the best points of the sweep.</summary>
    [JsonStringEnumMemberName("local")]
    Local,
}

/// <summary>One instance, run by one method to one horizon, at its tightest iteration.</summary>
/// <param name="Family">The problem family.</param>
/// <param name="Parameters">Every parameter of the family.</param>
/// <param name="Seed">The structural seed: with the parameters it gives the instance again.</param>
/// <param name="Method">The method.</param>
/// <param name="Horizon">How many iterations.</param>
/// <param name="Iteration">k.</param>
/// <param name="Measured">The measured value.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Ratio">1 at equality, above 1 on the wrong side.</param>
/// <param name="Confirmation">How a violation was confirmed; null where nothing is violated.</param>
/// <param name="Replay">A command that makes the run again; null where the method has parameters that no command can set.</param>
public sealed record AttackInstance(
    string Family,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    int Seed,
    string Method,
    int Horizon,
    int Iteration,
    double Measured,
    double Bound,
    double Ratio,
    string? Confirmation,
    string? Replay);

/// <summary>What an attack found, as printed and stored in attack.json.</summary>
public sealed record AttackResult
{
    /// <summary>The format of this object.</summary>
    public string Schema { get; init; } = "theorylab-attack/1";

    /// <summary>The claim's id.</summary>
    public required string Claim { get; init; }

    /// <summary>The false twin that was attacked in its place, or null.</summary>
    public string? Twin { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>How many runs were made.</summary>
    public required int Evaluations { get; init; }

    /// <summary>How many of them belong to the sweep.</summary>
    public required int Sweep { get; init; }

    /// <summary>Which evaluation found the instance, from 1.</summary>
    public required int FoundAt { get; init; }

    /// <summary>Which phase found it.</summary>
    public required AttackPhase Phase { get; init; }

    /// <summary>The instance that comes closest to breaking the claim; for a violation, as it was found.</summary>
    public required AttackInstance Best { get; init; }

    /// <summary>The confirmed violation, shrunk; null if none was found.</summary>
    public AttackInstance? Violation { get; init; }

    /// <summary>A command that repeats the attack exactly.</summary>
    public required string Reproduce { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }
}
