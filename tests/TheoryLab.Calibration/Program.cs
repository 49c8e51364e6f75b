using System.Globalization;
using TheoryLab.Calibration;

// [--seeds development|evaluation] [--traces N] [--jobs J] [--rows TEXT] [--failures] [FILE]
const string Usage = "Usage: [--seeds development|evaluation] [--traces N] [--jobs J] [--rows TEXT] [--failures] [FILE]";
string set = "development";
int traces = 20, jobs = Environment.ProcessorCount;
bool failures = false;
string? file = null;
string part = string.Empty;
for (int i = 0; i < args.Length; i++)
{
    string value = i + 1 < args.Length ? args[i + 1] : string.Empty;
    bool known;
    switch (args[i])
    {
        case "--seeds":
            (set, known, i) = (value, SeedSets.Find(value) is not null, i + 1);
            break;
        case "--traces":
            known = int.TryParse(value, CultureInfo.InvariantCulture, out traces) && traces > 0;
            i++;
            break;
        case "--jobs":
            known = int.TryParse(value, CultureInfo.InvariantCulture, out jobs) && jobs > 0;
            i++;
            break;
        case "--rows":
            (part, known, i) = (value, TraceCatalogue.Rows.Any(r => r.Name.Contains(value, StringComparison.Ordinal)), i + 1);
            break;
        case "--failures":
            failures = known = true;
            break;
        default:
            known = file is null && !args[i].StartsWith('-');
            file = args[i];
            break;
    }

    if (!known)
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}

int seed = SeedSets.Find(set)!.Value;
Row[] rows = [.. TraceCatalogue.Rows.Where(r => r.Name.Contains(part, StringComparison.Ordinal))];
TraceOutcome[][] outcomes = [.. rows.Select(_ => new TraceOutcome[traces])];

// One trace is one unit of work with its own seed, so that neither order nor number of jobs matters.
Parallel.For(0, rows.Length * traces, new ParallelOptions { MaxDegreeOfParallelism = jobs }, unit =>
    outcomes[unit % rows.Length][unit / rows.Length] = TraceOutcome.Of(rows[unit % rows.Length], seed, unit / rows.Length, CancellationToken.None));

string command = string.Create(
    CultureInfo.InvariantCulture,
    $"dotnet run -c Release --project tests/TheoryLab.Calibration -- --seeds {set} --traces {traces}{(file is null ? string.Empty : $" {file}")}");
string table = Report.Write(command, set, traces, [.. rows.Zip(outcomes)]);
if (file is null)
{
    Console.Out.Write(table);
}
else
{
    File.WriteAllText(file, table);
}

if (failures)
{
    foreach (string failure in outcomes.SelectMany(o => o).Select(o => o.Failure).OfType<string>())
    {
        Console.Error.WriteLine(failure);
    }
}

return 0;
