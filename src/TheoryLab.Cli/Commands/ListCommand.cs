using System.CommandLine;
using Spectre.Console;
using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Cli;

/// <summary>theorylab list: what there is, one line each.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        Argument<string> what = new("WHAT") { Description = "claims, problems, methods, measures, classes or worst-cases", DefaultValueFactory = _ => "claims" };
        string[] listings = ["claims", "problems", "methods", "measures", "classes", "worst-cases"];
        what.Validators.Add(result => CommonOptions.Refuse(result, "listing", listings));
        what.CompletionSources.Add(listings);
        Option<string?> family = new("--family") { Description = "Only claims of this family" };
        Option<bool> source = new("--source") { Description = "Print where each comes from" };
        Command command = new("list", "List what there is. Example: theorylab list methods --source") { what, family, source };
        command.SetAction(result =>
        {
            bool sources = result.GetValue(source);
            (string Name, string Text, string Source)[] rows = Rows(result.GetValue(what)!, result.GetValue(family));
            Table table = Tables.Plain(sources ? ["name", "what", "source"] : ["name", "what"]);
            foreach ((string name, string text, string from) in rows)
            {
                string[] cells = sources ? [name, text, from] : [name, text];
                table.AddRow([.. cells.Select(Markup.Escape)]);
            }

            Tables.Console(noColor: true).Write(table);
            return ExitStatus.Success;
        });
        return command;
    }

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
