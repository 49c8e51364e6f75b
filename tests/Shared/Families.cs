using TheoryLab.Problems;

namespace TheoryLab.Tests;

/// <summary>The families of the library, and instances of them.</summary>
internal static class Families
{
    /// <summary>All but those that must be given files or processes, which have tests of their own.</summary>
    public static IReadOnlyList<ProblemFamily> All { get; } = OneOfEach.Of<ProblemFamily>(typeof(ProblemFamily).Assembly, f => f.Name);

    public static ProblemFamily Named(string name) => All.Single(f => f.Name == name);

    /// <summary>An instance with the given parameters, and the defaults of the others.</summary>
    public static ProblemInstance Create(this ProblemFamily family, int seed, params IEnumerable<(string Name, ParameterValue Value)> given) =>
        family.Create(ParameterSet.Bind(family, given.ToDictionary(p => p.Name, p => p.Value)), seed);

    /// <summary>The same with parameters as text: "dimension=5 basis=coordinates".</summary>
    public static ProblemInstance Create(string family, string parameters, int seed) => Named(family).Create(
        seed,
        from word in parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let pair = word.Split('=')
        select (pair[0], ParameterValue.Parse(pair[1])));
}
