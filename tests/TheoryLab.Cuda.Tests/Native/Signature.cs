using System.Text.RegularExpressions;

namespace TheoryLab.Cuda.Tests;

/// <summary>One line of signatures.txt.</summary>
/// <param name="Library">Which of the five.</param>
/// <param name="Result">The C type of the result.</param>
/// <param name="Name">The function.</param>
/// <param name="Parameters">The C types of the parameters.</param>
/// <param name="Prototype">The text.</param>
internal sealed partial record Signature(string Library, string Result, string Name, IReadOnlyList<string> Parameters, string Prototype)
{
    public static IReadOnlyList<Signature> Table { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "StandIn", "signatures.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(Parse)];

    /// <summary>The C header of all functions.</summary>
    public static string Header() =>
        $"#ifndef STANDIN_SIGNATURES_H\n#define STANDIN_SIGNATURES_H\n#include \"types.h\"\n{string.Concat(Table.Select(s => s.Prototype + ";\n"))}#endif\n";

    private static Signature Parse(string line)
    {
        Match m = Line().Match(line);
        Assert.True(m.Success, line);
        string parameters = m.Groups["parameters"].Value;
        return new(
            m.Groups["library"].Value,
            m.Groups["result"].Value.Trim(),
            m.Groups["name"].Value,
            parameters == "void" ? [] : [.. parameters.Split(", ").Select(p => LastWord().Replace(p, string.Empty))],
            line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    [GeneratedRegex(@"^(?<library>\w+) (?<result>(?:const )?\w+\*? ?)(?<name>\w+)\((?<parameters>.*)\)$")]
    private static partial Regex Line();

    [GeneratedRegex(@" \w+$")]
    private static partial Regex LastWord();
}
