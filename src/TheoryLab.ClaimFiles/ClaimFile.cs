using System.Security.Cryptography;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>A claim that was read from a YAML file: the record that the checks take, and where it came from.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Line">The line of its method.</param>
/// <param name="Column">The column of its method.</param>
/// <param name="Digest">The SHA-256 digest of its bytes, in hexadecimal.</param>
/// <param name="Data">Those of the data files that it names, by their paths as seen from its folder.</param>
public sealed record ClaimFile(string Path, Claim Claim, long Line, long Column, string Digest, IReadOnlyDictionary<string, string> Data)
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>Whether a word of a command line names a claim file or a folder of them, rather than a claim of the catalogue.</summary>
    /// <param name="word">The word.</param>
    public static bool IsNamedBy(string word) => Endings.Any(e => word.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || word.AsSpan().ContainsAny('/', '\\') || word is "." or ".." || File.Exists(word) || Directory.Exists(word);

    /// <summary>The claim files that a word names: the file itself, or those of a folder and its subfolders, in ordinal order of their paths.</summary>
    /// <param name="word">A file or a folder.</param>
    /// <exception cref="InputException">A folder without a claim file, or one that cannot be read.</exception>
    public static IReadOnlyList<string> Find(string word)
    {
        if (!Directory.Exists(word))
        {
            return [word];
        }

        try
        {
            EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };
            string[] files = [.. Directory.EnumerateFiles(word, "*", options).Where(f => Endings.Contains(System.IO.Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw new InputException($"The folder '{word}' holds no claim file (*.yaml, *.yml); write one with 'theorylab new claim', or name another folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{word}' cannot be read ({e.Message.TrimEnd('.')}); make it readable, or name the files.", e);
        }
    }

    /// <summary>Reads a file. Nothing in it is executed, and a command that it names is started by no one but <paramref name="programs"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="programs">What makes methods and families of external commands; null to refuse them.</param>
    /// <exception cref="InputException">The first error: "file:line:column: what; how to mend it".</exception>
    public static ClaimFile Read(string path, IExternalPrograms? programs = null) => Parse(YamlText.Bytes(path), path, programs);

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="path">The file that they stand for: messages name it, and paths are relative to it.</param>
    /// <param name="programs">What makes methods and families of external commands; null to refuse them.</param>
    /// <exception cref="InputException">The first error.</exception>
    public static ClaimFile Parse(ReadOnlySpan<byte> text, string path, IExternalPrograms? programs = null)
    {
        Node root = YamlText.Parse(text, path);
        ClaimKeys.Claim.Check(root, "a claim");
        Entries map = (Entries)root;
        ReadingContext context = new(path, programs);
        Claim claim = new ClaimReader(map, context).Read();
        Place method = map["method"]!.Place;
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return new(path, claim, method.Line, method.Column, Convert.ToHexStringLower(SHA256.HashData(text)), context.Files.ToDictionary(f => System.IO.Path.GetRelativePath(folder, f), Digested));
    }

    private static string Digested(string file)
    {
        try
        {
            using Stream stream = InputFile.Open(file, long.MaxValue);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file '{file}' cannot be read: {e.Message.TrimEnd('.')}; make it readable.", e);
        }
    }

    /// <summary>An error that came up while the claim was checked, with the place of its method before it.</summary>
    /// <param name="cause">The error.</param>
    public InputException Error(InputException cause) => new Place(Path, Line, Column).Error(cause);
}
