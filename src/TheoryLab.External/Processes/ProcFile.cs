using System.Globalization;
using System.Text;

namespace TheoryLab.External;

/// <summary>One process as Linux shows it in /proc.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of its parent; 1 for one that has lost it.</param>
/// <param name="Session">Its session.</param>
/// <param name="State">R, S, D, Z, ….</param>
/// <param name="Start">When it started, in ticks since the machine did.</param>
/// <param name="Pages">Resident pages.</param>
internal readonly record struct ProcFile(int Id, int Parent, int Session, char State, long Start, long Pages)
{
    /// <summary>Whether it is dead and only waits to be counted by its parent.</summary>
    public bool IsDead => State is 'Z' or 'X';

    /// <summary>All processes; those that end meanwhile are left out.</summary>
    public static IEnumerable<ProcFile> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && Read(id) is { } process)
            {
                yield return process;
            }
        }
    }

    /// <summary>One process, or null if it is gone.</summary>
    /// <param name="id">Its id.</param>
    public static ProcFile? Read(int id)
    {
        if (Text(id, "stat") is not { } bytes)
        {
            return null;
        }

        // "id (name) S parent group session …": the name may hold anything, so fields are counted from the last parenthesis.
        string text = Encoding.UTF8.GetString(bytes);
        string[] fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 22 ? null : new(id, Number(fields[1]), Number(fields[3]), fields[0][0], Long(fields[19]), Long(fields[21]));
    }

    /// <summary>Whether the process was started with an entry in its environment; false if that may not be read.</summary>
    /// <param name="entry">NAME=value.</param>
    public bool Carries(string entry) => Text(Id, "environ") is { } bytes && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(entry)) >= 0;

    private static byte[]? Text(int id, string file)
    {
        try
        {
            return File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static long Long(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
