using TheoryLab.Claims;

namespace TheoryLab.ClaimFiles;

/// <summary>The table of keys of a claim file: the reader and the JSON Schema both follow it.</summary>
internal static class ClaimKeys
{
    // A curve of a hundred million points is beyond any memory; a claim of a million instances beyond any patience.
    private const int MostIterations = 100_000_000;
    private const int MostInstances = 1_000_000;

    /// <summary>Family names as in the catalogue, and the short one of the contract.</summary>
    public static IReadOnlyDictionary<string, string> FamilyShortNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["logistic"] = "logistic-regression" };

    private static readonly Shape Text = new TextShape(), Formula = new FormulaShape(), Number = new NumberShape();

    private static readonly Shape Command = new ListShape(Text, "a word of command");

    private static readonly Shape MethodName = new ChoiceShape("method", [.. Registry.Methods.Select(m => m.Name)], "theorylab list methods");

    private static readonly Shape FamilyName = new ChoiceShape("problem family", [.. Registry.Families.Select(f => f.Name), .. FamilyShortNames.Keys], "theorylab list problems");

    private static readonly VariantShape Method = new(
        [
            ("name", new MapShape(
                [
                    new("name", "a built-in method; 'theorylab list methods' prints them", MethodName, true),
                    new("step", "the step rule, for methods that have several: open-loop, short-step, line-search, ...", Text),
                ],
                Text)),
            ("trace", new MapShape(
            [
                new("trace", "a file with a recorded run: CSV with a header, or JSON lines", Text, true),
                new("x", "the column of the iterations; the first if not given", Text),
                new("y", "the column of the values; the second if not given", Text),
                new("nonpositive", "what becomes of values that are zero or negative", new ChoiceShape("value of nonpositive", ["error", "drop", "floor"])),
                new("accuracy", "the absolute error that each recorded value may have, such as 1e-7; nothing is known if not given", new PositiveShape()),
            ])),
            ("command", new MapShape([new("command", "an external solver, run with --allow-exec only: program and arguments", Command, true)])),
        ],
        MethodName);

    private static readonly VariantShape Problem = new(
        [
            ("matrix", new MapShape(
            [
                new("family", "quadratic: f(x) = x'Ax/2 - b'x", new ChoiceShape("family with a matrix", ["quadratic"]), true),
                new("matrix", "a CSV file with A, symmetric positive definite", Text, true),
                new("vector", "a CSV file with b; zero if not given", Text),
                new("start", "a CSV file with x_0; zero if not given", Text),
            ])),
            ("family", new MapShape([new("family", "a problem family; 'theorylab list problems' prints them", FamilyName, true)], Text)),
            ("command", new MapShape([new("command", "an external oracle, run with --allow-exec only: program and arguments", Command, true)], Text)),
        ],
        isListed: true);

    private static readonly MapShape Source = new(
    [
        new("title", "the title", Text, true),
        new("authors", "the authors", Text),
        new("year", "the year", new IntegerShape(1600, 2200)),
        new("where", "theorem, lemma or section", Text),
    ]);

    private static readonly MapShape Twin = new(
    [
        new("name", "what is changed, for readers", Text),
        new("bound", "another bound", Formula),
        new("order", "another order", Text),
        new("factor", "a factor on the bound", Formula),
        new("method", "another method", Method),
        new("problem", "another value for one parameter of the problem", new MapShape([], Text)),
    ]);

    /// <summary>A claim file.</summary>
    public static MapShape Claim { get; } = new(
    [
        new("id", "the claim's name, in kebab case: it names files and seeds the instances", new PatternShape("^[a-z0-9][a-z0-9._-]{0,99}$", "a name of small letters, digits, '.', '_' and '-', at most 100"), true),
        new("statement", "what is claimed, in words", Text),
        new("source", "where it comes from", new VariantShape([("title", Source)], Text)),
        new("assumptions", "what it assumes, in words", Text),
        new("method", "what is run, or the recording of a run", Method, true),
        new("problem", "a problem family with its parameters (numbers, words, ranges low..high, formulas in the horizon N), or a list of them", Problem),
        new("constants", "for a recorded run: the constants that the bound uses", new MapShape([], Number)),
        new("measure", "what is measured; 'theorylab list measures' prints them", new ChoiceShape("measure", [.. Registry.Measures.Select(m => m.Name)], "theorylab list measures")),
        new("quantity", "what is compared in place of the measure: a formula in measured symbols, such as prev(h)-h", Formula),
        new("kind", "the kind of statement", new ChoiceShape("kind", [.. Enum.GetNames<ClaimKind>().Select(n => n.ToLowerInvariant())]), true),
        new("bound", "a formula in k, N and the constants of the problem", Formula),
        new("order", "k^-p, 1/k, 1/sqrt(k), rho^k, exp(-c*k), exp(-k/sqrt(kappa)), quadratic, superlinear or 'order q'", Text),
        new("scale", "for a limit: what the measure is multiplied by", Formula),
        new("from", "the first iteration that the statement covers; 1 if not given", new IntegerShape(0, MostIterations)),
        new("iterations", "how many iterations are run; 1000 if not given", new IntegerShape(1, MostIterations)),
        new("horizons", "the claim is about the last iterate of a run with each of these numbers of iterations", new ListShape(new IntegerShape(1, MostIterations), "a horizon")),
        new("instances", "how many instances are drawn where the problem has a range; 50 if not given", new IntegerShape(1, MostInstances)),
        new("seed", "the seed of the instances, unless --seed says otherwise", new IntegerShape(int.MinValue, int.MaxValue)),
        new("twins", "the claim with one datum changed: false, and to be refuted; without any, exponent + 1/2 or half the constant", new ListShape(Twin, "a twin")),
    ]);
}
