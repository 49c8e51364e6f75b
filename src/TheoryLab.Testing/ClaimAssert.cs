using System.Globalization;
using TheoryLab.ClaimFiles;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Testing;

/// <summary>Assertions that a claim of TheoryLab's catalogue, or one of your own, stands.</summary>
public static class ClaimAssert
{
    /// <summary>A named claim is certified or consistent.</summary>
    /// <param name="name">A claim of <c>theorylab list claims</c>, or a claim file; a relative path begins at the folder of the test's program.</param>
    /// <param name="options">Seed, samples, iterations; null for the claim's own.</param>
    /// <param name="allowInconclusive">Whether an inconclusive check passes.</param>
    /// <exception cref="RateException">The claim is refuted, or the check is inconclusive.</exception>
    /// <exception cref="InputException">There is no such claim, or its file has an error; a file may not start commands.</exception>
    public static void Holds(string name, CheckOptions? options = null, bool allowInconclusive = false) => Holds(Named(name), options, allowInconclusive);

    /// <summary>A claim is certified or consistent.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="options">Seed, samples, iterations; null for the claim's own.</param>
    /// <param name="allowInconclusive">Whether an inconclusive check passes.</param>
    /// <exception cref="RateException">The claim is refuted, or the check is inconclusive.</exception>
    public static void Holds(Claim claim, CheckOptions? options = null, bool allowInconclusive = false)
    {
        ClaimResult result = ClaimChecker.Check(claim, options ?? new CheckOptions { Seed = claim.Seed ?? Seeds.Default }).Result;
        if (result.Verdict == Verdict.Refuted || (result.Verdict == Verdict.Inconclusive && !allowInconclusive))
        {
            throw new RateException(result.Verdict, Message(result));
        }
    }

    /// <summary>A claim of the catalogue, or that of a file.</summary>
    internal static Claim Named(string name)
    {
        Catalogue catalogue = Catalogue.Of(typeof(CatalogueMarker).Assembly);
        return catalogue.TryFind(name)
            ?? (ClaimFile.IsNamedBy(name) ? ClaimFile.Read(Path.GetFullPath(name, AppContext.BaseDirectory)).Claim : catalogue.Find(name));
    }

    private static string Message(ClaimResult result)
    {
        string text = $"{result.Claim}: {result.Verdict.ToString().ToLowerInvariant()}: {result.Reason}.";
        if (result.Witness is { } w)
        {
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.NewLine}witness: {w.FullRun}, {result.Found(w)}; {w.Confirmation}");
        }

        return $"{text}{Environment.NewLine}repeat: {result.Reproduce}";
    }
}
