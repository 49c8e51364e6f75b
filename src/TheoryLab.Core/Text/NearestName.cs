namespace TheoryLab.Core;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>An input error about an unknown name, with the nearest known one where it is near.</summary>
    /// <param name="what">What was named: "claim", "method", ….</param>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The known names.</param>
    /// <param name="listing">Where the known names are listed, "theorylab list claims" say; null if they are few and worth listing here.</param>
    public static InputException Unknown(string what, string name, IReadOnlyCollection<string> known, string? listing = null)
    {
        string? nearest = Find(name, known);
        string hint = nearest is not null ? $" Did you mean '{nearest}'?"
            : listing is not null ? $" '{listing}' prints the known ones."
            : $" Known: {string.Join(", ", known)}.";
        return new InputException($"There is no {what} '{name}'.{hint}");
    }

    /// <summary>The known name with the fewest edits, if they are at most a third of its length; else one that contains the name.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="known">Candidates.</param>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string[] candidates = [.. known];
        string? nearest = candidates.MinBy(k => Distance(name, k));
        return nearest is not null && Distance(name, nearest) * 3 <= Math.Max(nearest.Length, 3)
            ? nearest
            : candidates.FirstOrDefault(k => name.Length >= 3 && k.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Levenshtein's edit distance, one row at a time; case is ignored.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
