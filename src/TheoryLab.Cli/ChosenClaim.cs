using TheoryLab.ClaimFiles;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Cli;

/// <summary>A claim that a command line names: by its id in the catalogue, or by its file.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="File">Its file; null for the catalogue.</param>
internal sealed record ChosenClaim(Claim Claim, ClaimFile? File)
{
    /// <summary>The catalogue.</summary>
    public static Catalogue Catalogue => Catalogue.Of(typeof(CatalogueMarker).Assembly);

    /// <summary>The claims of some words, in their order; each word is an id, a claim file or a folder of claim files.</summary>
    /// <param name="words">The words; one that occurs twice counts once.</param>
    /// <param name="programs">What starts external commands; null if nothing may.</param>
    /// <exception cref="InputException">An unknown id, a file with an error, or two claims of one id.</exception>
    public static IReadOnlyList<ChosenClaim> Of(IEnumerable<string> words, IExternalPrograms? programs)
    {
        Catalogue catalogue = Catalogue;
        List<ChosenClaim> chosen = [];
        foreach (string word in words.Distinct())
        {
            // An id stays one, whatever folder of that name a run has made.
            if (catalogue.TryFind(word) is { } claim)
            {
                chosen.Add(new(claim, null));
            }
            else if (ClaimFile.IsNamedBy(word))
            {
                chosen.AddRange(ClaimFile.Find(word).Where(f => chosen.All(c => c.File?.Path != f)).Select(f => Read(f, programs)));
            }
            else
            {
                chosen.Add(new(catalogue.Find(word), null));
            }
        }

        return chosen.GroupBy(c => c.Claim.Id).FirstOrDefault(g => g.Count() > 1)?.ToArray() is not { } twins ? chosen
            : throw new InputException($"Two claims have the id {twins[0].Claim.Id}: {Place(twins[0])} and {Place(twins[1])}; give one of them another id, or leave one out.");
    }

    /// <summary>The claim of one word.</summary>
    /// <param name="word">An id or a claim file.</param>
    /// <param name="programs">What starts external commands; null if nothing may.</param>
    /// <exception cref="InputException">An unknown id, a file with an error, or a folder of several claims.</exception>
    public static ChosenClaim One(string word, IExternalPrograms? programs) => Of([word], programs) is [var one] ? one : throw new InputException($"The folder '{word}' holds several claims; name one of its files.");

    /// <summary>Runs something on the claim; an input error then names the claim's file, a failure of an external program the claim.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="run">What to run.</param>
    public T Placed<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (InputException e) when (File is not null)
        {
            throw File.Error(e);
        }
        catch (ForeignRunException e)
        {
            throw e.Of(Claim.Id);
        }
    }

    private static ChosenClaim Read(string file, IExternalPrograms? programs)
    {
        ClaimFile read = ClaimFile.Read(file, programs);
        return new(read.Claim, read);
    }

    private static string Place(ChosenClaim chosen) => chosen.File?.Path ?? "the catalogue";
}
