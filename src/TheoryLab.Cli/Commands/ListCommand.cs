using System.CommandLine;
using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Cli;

/// <summary>theorylab list: what there is, one line each.</summary>
internal static class ListCommand
{
    // On a terminal of no width to speak of.
    private const int LeastText = 20;

    public static Command Create()
    {
        Argument<string> what = new("WHAT") { Description = "claims, problems, methods, measures, classes or worst-cases", DefaultValueFactory = _ => "claims" };
        string[] listings = ["claims", "problems", "methods", "measures", "classes", "worst-cases"];
        what.Validators.Add(result => CommonOptions.Refuse(result, "listing", listings));
        what.CompletionSources.Add(listings);
        Option<string?> family = new("--family") { HelpName = "name", Description = "Only claims of this family" };
        Option<bool> source = new("--source") { Description = "Print where each comes from" };
        Option<string> format = CommonOptions.Format(Sheet.Markdown);
        Command command = new("list", "List what there is. Example: theorylab list methods --source") { what, family, source, format };
        command.SetAction(result =>
        {
            string listing = result.GetValue(what)!;
            (string Name, string Text, string Source)[] rows = Rows(listing, result.GetValue(family));
            if (result.GetValue(format) == "json")
            {
                Console.Out.WriteLine(ListJson.Write(listing, rows));
            }
            else
            {
                Print(rows, result.GetValue(source), result.GetValue(format)!, CommonOptions.NoColor(result), isCut: listing is "claims");
            }

            return ExitStatus.Success;
        });
        return command;
    }

    // A claim takes one line, since there are many and 'show' has the rest.
    private static void Print((string Name, string Text, string Source)[] rows, bool hasSource, string format, bool noColor, bool isCut)
    {
        Sheet table = new(hasSource ? ["name", "what", "source"] : ["name", "what"]);
        int columns = hasSource ? 2 : 1;
        int room = format == Sheet.Markdown || !isCut ? int.MaxValue
            : Math.Max(LeastText, (Tables.Width(Sheet.Narrow) - rows.Select(r => r.Name.Length).DefaultIfEmpty(0).Max() - Tables.Margin - (columns * Tables.Gap)) / columns);
        bool wasCut = false;
        foreach ((string name, string text, string from) in rows)
        {
            wasCut |= text.Length > room || (hasSource && from.Length > room);
            Cell[] cells = hasSource ? [name, Cut(text, room), Cut(from, room)] : [name, Cut(text, room)];
            table.Add(cells);
        }

        table.Print(format, noColor, Sheet.Narrow);
        if (wasCut)
        {
            Console.Out.WriteLine("Lines that end in … are cut: 'theorylab show ID' has a claim in full, --format json all of them.");
        }
    }

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..(room - 1)].TrimEnd() + "…";

    private static (string, string, string)[] Rows(string what, string? family) => what switch
    {
        "problems" => [.. Registry.Families.Select(f => (f.Name, f.Summary, string.Join("; ", f.Parameters.Select(p => $"{p.Name}={p.Default}"))))],
        "methods" => [.. Registry.Methods.Select(m => (m.Name, m.UpdateRule, m.Source))],
        "measures" => [.. Registry.Measures.Select(m => (m.Name, $"{m.Symbol} = {m.Summary}", string.Empty))],
        "classes" => [.. ClassCatalogue.Names.Select(c => (c, Meaning(c), string.Empty))],
        "worst-cases" => [.. ModelCatalogue.Of(typeof(CatalogueMarker).Assembly).Models.Select(m => (m.Id, m.Statement, m.Source))],
        _ => [.. Catalogue.Of(typeof(CatalogueMarker).Assembly).OfTopic(family)
            .Select(c => (c.Id, c.Statement, $"{c.Source.Citation}, {c.Source.Where}"))],
    };

    private static string Meaning(string name)
    {
        string parameters = string.Join(", ", ClassCatalogue.Parameters(name).Select(p => $"{p.Name} = {p.Default}"));
        return parameters.Length == 0 ? ClassCatalogue.Meaning(name) : $"{ClassCatalogue.Meaning(name)} ({parameters})";
    }
}
