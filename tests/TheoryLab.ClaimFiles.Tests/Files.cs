using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.ClaimFiles.Tests;

/// <summary>Claim files as text.</summary>
internal static class Files
{
    /// <summary>A claim that holds, every part of it on a line of its own.</summary>
    public const string Valid = """
        id: valid
        statement: Gradient descent with step 1/L.
        source: { title: T, authors: A, year: 2014, where: Theorem 1 }
        method: { name: gradient-descent }
        problem: { family: quadratic, dimension: 2..4, condition: 10 }
        measure: primal-gap
        kind: upper
        bound: L*R^2/(4*k+2)
        iterations: 20
        instances: 3
        seed: 7
        twins: [ { bound: L*R^2/(40*k+2000) } ]
        """;

    public static string Examples => Repository.At("docs/examples/claims");

    public static Claim Claim(string text, string path = "f.yaml") => ClaimFile.Parse(Encoding.UTF8.GetBytes(text), path).Claim;

    public static string Error(string text, string path = "f.yaml") => Assert.Throws<InputException>(() => Claim(text, path)).Message;

    public static ClaimResult Check(string text, string path = "f.yaml") => Check(Claim(text, path));

    public static ClaimResult Check(Claim claim) => ClaimChecker.Check(claim, new CheckOptions { Seed = claim.Seed ?? Seeds.Default, Jobs = 1 }).Result;

    /// <summary>The text with a line replaced: the one that begins with the key.</summary>
    public static string With(string text, string key, string? line)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int at = Array.FindIndex(lines, l => l.StartsWith(key + ":", StringComparison.Ordinal));
        return string.Join('\n', lines.Select((l, i) => i == at ? line : l).Where(l => l is not null).Concat(at < 0 ? [line] : []));
    }
}
