using TheoryLab.ClaimFiles;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>The claims of a command line: named ones, a family, the core set or the whole catalogue; and what a folder keeps of them.</summary>
internal static class ClaimSelection
{
    /// <summary>The claims, in order.</summary>
    /// <param name="words">Ids, claim files and folders; none for the catalogue.</param>
    /// <param name="family">The family that they must be of; null for any.</param>
    /// <param name="all">Whether the whole catalogue is asked for.</param>
    /// <param name="programs">What starts external commands; null if nothing may.</param>
    /// <exception cref="InputException">An unknown name, a file with an error, or words that contradict each other.</exception>
    public static IReadOnlyList<ChosenClaim> Of(string[] words, string? family, bool all, IExternalPrograms? programs)
    {
        if (words.Length == 0)
        {
            return [.. ChosenClaim.Catalogue.OfTopic(family).Where(c => all || family is not null || c.Core).Select(c => new ChosenClaim(c, null))];
        }

        if (all)
        {
            throw new InputException("--all is the whole catalogue; leave it out, or leave out the claims that are named.");
        }

        IReadOnlyList<ChosenClaim> chosen = ChosenClaim.Of(words, programs);
        if (family is null)
        {
            return chosen;
        }

        // A family that does not exist is said before a claim that is not in it.
        _ = ChosenClaim.Catalogue.OfTopic(family);
        return chosen.FirstOrDefault(c => c.File is not null || c.Claim.Topic != family) is not { } other ? chosen
            : throw new InputException($"The claim {other.Claim.Id} is {(other.File is null ? $"of the family {other.Claim.Topic}" : "read from a file")}, not of the family {family}; leave out --family or the claim.");
    }

    /// <summary>Their ids.</summary>
    public static string[] Ids(this IEnumerable<ChosenClaim> claims) => [.. claims.Select(c => c.Claim.Id)];

    /// <summary>The digests of the files that claims were read from, by id; null if none was.</summary>
    public static Dictionary<string, string>? Files(this IReadOnlyList<ChosenClaim> claims) =>
        claims.All(c => c.File is null) ? null : claims.Where(c => c.File is not null).ToDictionary(c => c.Claim.Id, c => c.File!.Digest);

    /// <summary>The digests of the data files that they name, by id; null if there are none.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, string>>? Data(this IReadOnlyList<ChosenClaim> claims) =>
        claims.All(c => c.File is not { Data.Count: > 0 }) ? null : claims.Where(c => c.File is { Data.Count: > 0 }).ToDictionary(c => c.Claim.Id, c => c.File!.Data);
}
