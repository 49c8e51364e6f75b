using System.Text.Json;
using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.WorstCase.Tests;

/// <summary>One worst case from the literature: a model, its parameters, the value with the accuracy that it is trusted to.</summary>
public sealed record ReferenceRow(string Id, IReadOnlyDictionary<string, string> Parameters, double Value, double Trust, string Theory)
{
    // The sheet's values of homogeneous problems are trusted to this, and ours are in the same units.
    private const double Absolute = 1e-7;
    private const double Relative = 1e-6;

    public string Label => $"{Id}: {string.Join(", ", Parameters.Select(p => $"{p.Key} = {p.Value}"))}";

    public double Tolerance => Value == 0 ? Absolute : Math.Max(Relative, Trust) * Math.Abs(Value);
}

/// <summary>The reference values, and our answers to them; each is computed once.</summary>
public sealed class ReferenceTable
{
    // Parameters that follow from others, or that our models do not have since the method fixes them.
    private static readonly (string Id, string Parameter)[] Derived =
        [("gd-silver-steps-convex", "k"), ("heavy-ball", "beta"), ("subgradient-fixed-step", "gamma")];

    private readonly Dictionary<string, WorstCaseResult<double>> _answers = [];

    public static IReadOnlyList<ReferenceRow> Rows { get; } = Read();

    public static ModelCatalogue Models { get; } = ModelCatalogue.Of(typeof(CatalogueMarker).Assembly);

    public WorstCaseResult<double> Answer(ReferenceRow row)
    {
        if (!_answers.TryGetValue(row.Label, out WorstCaseResult<double>? answer))
        {
            WorstCaseModel model = Models.TryFind(row.Id)!;
            var values = row.Parameters.Where(p => !Derived.Contains((row.Id, p.Key))).ToDictionary(p => p.Key, p => p.Value);
            _answers[row.Label] = answer = model.Problem<double>(values).Solve(cancellation: TestContext.Current.CancellationToken);
        }

        return answer;
    }

    private static ReferenceRow[] Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "worst-case-values.json")));
        return
        [
            .. from row in document.RootElement.GetProperty("rows").EnumerateArray()
               select new ReferenceRow(
                   row.GetProperty("id").GetString()!,
                   row.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => Text(p.Value)),
                   row.GetProperty("value").GetDouble(),
                   row.GetProperty("relative_tolerance").GetDouble(),
                   Theory(row)),
        ];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string Theory(JsonElement row)
    {
        string relation = row.GetProperty("theory_relation").GetString()!;
        return relation == "none" ? "none" : FormattableString.Invariant($"{row.GetProperty("theory_value").GetDouble():g9} ({relation})");
    }
}
