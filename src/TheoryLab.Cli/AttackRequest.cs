using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>How a command line asks for attacks, whatever their claims.</summary>
/// <param name="Options">Evaluations, time, jobs; the seed is that of claims that ask for none.</param>
/// <param name="IsSeeded">Whether the seed was typed, and so comes before those of claim files.</param>
/// <param name="Budget">The time as it was typed; null for none.</param>
/// <param name="Shard">Which part of a sweep; null for all of it.</param>
/// <param name="Folder">Where results are kept; null for nowhere.</param>
/// <param name="Resume">Whether to go on with what the folder holds.</param>
/// <param name="Format">How results are printed.</param>
/// <param name="NoColor">Whether colours are left out.</param>
/// <param name="Quiet">Whether progress is kept to oneself.</param>
internal sealed record AttackRequest(
    AttackOptions Options, bool IsSeeded, string? Budget, ShardIndex? Shard, string? Folder, bool Resume, string Format, bool NoColor, bool Quiet)
{
    /// <summary>The options for one claim, which may ask for a seed.</summary>
    public AttackOptions For(Claim claim) => Options with { Seed = IsSeeded ? Options.Seed : claim.Seed ?? Options.Seed };
}
