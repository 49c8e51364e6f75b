using System.Globalization;
using TheoryLab.Calibration;
using TheoryLab.Core;

try
{
    if (Options.Parse(args) is not { } asked)
    {
        Console.Error.WriteLine(Options.Usage);
        return 2;
    }

    (Options options, TraceOutcome[] outcomes) = asked.Merge.Count > 0 ? OutcomeFile.Merge(asked.Merge) : (asked, TraceOutcome.Of(asked));
    if (options.Shard is not null)
    {
        OutcomeFile.Write(options.File!, options, outcomes);
    }
    else
    {
        Say(Table(options, asked.File, outcomes), asked.File);
    }

    foreach (string failure in asked.Failures ? outcomes.Select(o => o.Failure).OfType<string>() : [])
    {
        Console.Error.WriteLine(failure);
    }

    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static string Table(Options options, string? file, TraceOutcome[] outcomes)
{
    string command = string.Create(
        CultureInfo.InvariantCulture,
        $"dotnet run -c Release --project tests/TheoryLab.Calibration -- --seeds {options.Set} --traces {options.Traces}{(file is null ? string.Empty : $" {file}")}");
    Row[] rows = options.Rows;
    return Report.Write(command, options.Set, options.Traces, [.. rows.Select((row, r) => (row, outcomes.Where((_, unit) => unit % rows.Length == r).ToArray()))]);
}

static void Say(string table, string? file)
{
    if (file is null)
    {
        Console.Out.Write(table);
    }
    else
    {
        File.WriteAllText(file, table);
    }
}
