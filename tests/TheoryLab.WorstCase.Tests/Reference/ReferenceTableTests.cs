using System.Globalization;
using System.Text;

namespace TheoryLab.WorstCase.Tests;

/// <summary>Every worst case of the table is met; its comparison with ours is kept in reports/worst-case.md.</summary>
public sealed class ReferenceTableTests(ReferenceTable table) : IClassFixture<ReferenceTable>
{
    private const double ShownFrom = 1e-8;

    // Entries without a model, with the reason.
    private static readonly Dictionary<string, string> Missing = new()
    {
        ["gd-quadratic-class"] = "not stated: needs a second semidefinite block, which the solver does not have",
    };

    public static TheoryData<string> Labels() => [.. ReferenceTable.Rows.Where(r => !Missing.ContainsKey(r.Id)).Select(r => r.Label)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void The_value_is_that_of_the_literature(string label)
    {
        ReferenceRow row = ReferenceTable.Rows.Single(r => r.Label == label);
        WorstCaseResult<double> answer = table.Answer(row);
        Assert.True(
            Math.Abs(answer.Value - row.Value) <= row.Tolerance,
            $"{answer.Value} instead of {row.Value}, {answer.Status}, primal {answer.Attained}, uncertainty {answer.Uncertainty}");
    }

    [Fact]
    public void Every_entry_has_a_model_or_a_reason() =>
        Assert.All(ReferenceTable.Rows, r => Assert.True(ReferenceTable.Models.TryFind(r.Id) is null == Missing.ContainsKey(r.Id), r.Id));

    [Fact]
    public void A_supremum_that_is_not_attained_is_no_number()
    {
        WorstCaseResult<double> plain = ReferenceTable.Models.TryFind("halpern-without-fixed-point-plain")!.Problem<double>()
            .Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(SdpStatus.Unbounded, plain.Status);
    }

    [Fact]
    public void The_report_is_current()
    {
        StringBuilder text = new(Heading);
        int met = 0;
        foreach (ReferenceRow row in ReferenceTable.Rows)
        {
            string parameters = string.Join(", ", row.Parameters.Select(p => $"{p.Key} = {p.Value}"));
            if (Missing.TryGetValue(row.Id, out string? reason))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {parameters} | | {row.Value:g10} | | {row.Theory} | {reason} | |\n");
                continue;
            }

            WorstCaseResult<double> answer = table.Answer(row);
            double difference = (answer.Value - row.Value) / (row.Value == 0 ? 1 : Math.Abs(row.Value));
            bool agrees = Math.Abs(answer.Value - row.Value) <= row.Tolerance;
            met += agrees ? 1 : 0;
            string ours = row.Value == 0 && agrees ? "0" : answer.Value.ToString("g8", CultureInfo.InvariantCulture);
            string shown = Math.Abs(difference) < ShownFrom ? "below 1e-8" : difference.ToString("0e+0", CultureInfo.InvariantCulture);
            string status = agrees ? answer.Status.ToString().ToLowerInvariant() : $"**differs**, {answer.Status.ToString().ToLowerInvariant()}";
            text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {parameters} | {ours} | {row.Value:g10} | {shown} | {row.Theory} | {status} | {answer.Constraints.Count}/{answer.ConstraintCount} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{met} of {ReferenceTable.Rows.Count} rows agree.\n");
        string file = Path.Combine(Root(), "reports", "worst-case.md");
        if (Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    private const string Heading =
        """
        # Worst cases against the literature
        Each row is a model of `proofs-checks/TheoryLab.ProofsChecks/WorstCases` at the parameters of a published or recomputed worst case. "Ours" is the value
        that the multipliers bound, in floating point; "theory" is a formula of the literature, with how it relates to the value. Differences are relative,
        absolute where the value is zero; a row agrees within 1e-6, or within the accuracy that the reference is trusted to. A status other than "converged"
        says that the solver stopped before a relative gap of 1e-9. The last column is constraints used out of all. Made by
        `THEORYLAB_REGENERATE=1 dotnet test tests/TheoryLab.WorstCase.Tests --filter ReferenceTableTests`.

        | model | parameters | ours | reference | difference | theory | status | constraints |
        |---|---|---|---|---|---|---|---|

        """;

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TheoryLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds TheoryLab.sln.");
    }
}
