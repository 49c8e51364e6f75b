namespace TheoryLab.Claims;

/// <summary>Command lines without some of their options.</summary>
internal static class CommandWords
{
    /// <summary>The words that remain.</summary>
    /// <param name="words">A command line.</param>
    /// <param name="valued">Options that go with their value, which is the next word or stands behind "=".</param>
    /// <param name="flags">Options without a value that go.</param>
    public static string[] Without(IEnumerable<string> words, IReadOnlyList<string> valued, IReadOnlyList<string> flags)
    {
        List<string> left = [.. words];
        foreach (string option in valued)
        {
            int at = left.FindIndex(w => w == option || w.StartsWith(option + "=", StringComparison.Ordinal));
            if (at >= 0)
            {
                left.RemoveRange(at, Math.Min(left[at] == option ? 2 : 1, left.Count - at));
            }
        }

        left.RemoveAll(flags.Contains);
        return [.. left];
    }
}
