using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>
/// What may stand at a place of a claim file. One table of shapes is all there is: the reader checks a file against it, and the JSON Schema for editors
/// is written from it.
/// </summary>
internal abstract class Shape
{
    /// <summary>Throws if a node has another shape.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is called: "iterations", "a twin".</param>
    /// <exception cref="InputException">The first error, with its place.</exception>
    public abstract void Check(Node node, string what);

    /// <summary>The same as JSON Schema.</summary>
    public abstract JsonObject Schema();

    /// <summary>The node as a scalar with something in it.</summary>
    protected static Scalar Text(Node node, string what, string wanted) =>
        node is not Scalar scalar ? throw node.Error($"{what} must be {wanted}, not a {(node is Items ? "list" : "mapping")}.")
        : scalar.IsNothing ? throw scalar.Error($"{what} has no value; it must be {wanted}.")
        : scalar;
}

/// <summary>Any text.</summary>
internal sealed class TextShape : Shape
{
    public override void Check(Node node, string what) => Text(node, what, "a text");

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean") };
}

/// <summary>A word that a pattern admits.</summary>
/// <param name="pattern">The whole word.</param>
/// <param name="wanted">What it is, for messages.</param>
internal sealed class PatternShape(string pattern, string wanted) : Shape
{
    private readonly Regex _pattern = new(pattern, RegexOptions.CultureInvariant);

    public override void Check(Node node, string what)
    {
        Scalar scalar = Text(node, what, wanted);
        if (!_pattern.IsMatch(scalar.Text))
        {
            throw scalar.Error($"{what} is '{Shown.Of(scalar.Text)}'; it must be {wanted}.");
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = pattern };
}

/// <summary>One of the known words.</summary>
/// <param name="what">What they are.</param>
/// <param name="words">The words.</param>
/// <param name="listing">The command that lists them; null where they are few.</param>
internal sealed class ChoiceShape(string what, IReadOnlyList<string> words, string? listing = null) : Shape
{
    public override void Check(Node node, string whatHere)
    {
        Scalar scalar = Text(node, whatHere, listing is null ? $"one of {string.Join(", ", words)}" : $"the name of a {what}");
        if (!words.Contains(scalar.Text))
        {
            throw scalar.Place.Error(NearestName.Unknown(what, Shown.Of(scalar.Text), words, listing));
        }
    }

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };
}

/// <summary>A formula, or a number.</summary>
internal sealed class FormulaShape : Shape
{
    // A formula that a reader can read; some functions cost up to 10^7 operations a call.
    private const int Longest = 1000;

    public override void Check(Node node, string what)
    {
        Scalar scalar = Text(node, what, "a formula or a number");
        if (scalar.Text.Length > Longest)
        {
            throw scalar.Error($"{what} has {scalar.Text.Length} characters; a formula has at most {Longest}.");
        }
    }

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number") };
}

/// <summary>An integer in a range.</summary>
/// <param name="least">Smallest.</param>
/// <param name="most">Largest.</param>
internal sealed class IntegerShape(int least, int most) : Shape
{
    public override void Check(Node node, string what)
    {
        string wanted = string.Create(CultureInfo.InvariantCulture, $"an integer from {least} to {most}");
        Scalar scalar = Text(node, what, wanted);
        if (scalar.IsQuoted || !int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
        {
            throw scalar.Error($"{what} is '{Shown.Of(scalar.Text)}'; it must be {wanted}.");
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
}

/// <summary>A finite number.</summary>
internal sealed class NumberShape : Shape
{
    public override void Check(Node node, string what)
    {
        Scalar scalar = Text(node, what, "a number");
        if (scalar.IsQuoted || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            throw scalar.Error($"{what} is '{Shown.Of(scalar.Text)}'; it must be a finite number.");
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "number" };
}

/// <summary>A finite number above zero.</summary>
internal sealed class PositiveShape : Shape
{
    private readonly NumberShape _number = new();

    public override void Check(Node node, string what)
    {
        _number.Check(node, what);
        if (!(double.Parse(((Scalar)node).Text, NumberStyles.Float, CultureInfo.InvariantCulture) > 0))
        {
            throw node.Error($"{what} is '{Shown.Of(((Scalar)node).Text)}'; it must be a number above zero.");
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "number", ["exclusiveMinimum"] = 0 };
}

/// <summary>A list of at least one item.</summary>
/// <param name="item">Every item.</param>
/// <param name="name">What an item is called.</param>
internal sealed class ListShape(Shape item, string name) : Shape
{
    public override void Check(Node node, string what)
    {
        Items list = node as Items ?? throw node.Error($"{what} must be a list, such as [ ... ].");
        if (list.All.Count == 0)
        {
            throw node.Error($"{what} is an empty list; write at least one item or leave it out.");
        }

        foreach (Node one in list.All)
        {
            item.Check(one, name);
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = item.Schema() };
}

/// <summary>A mapping with known keys.</summary>
/// <param name="keys">The keys.</param>
/// <param name="others">What stands under other keys; null if there may be none.</param>
internal sealed class MapShape(IReadOnlyList<Key> keys, Shape? others = null) : Shape
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<Key> Keys => keys;

    public override void Check(Node node, string what)
    {
        Entries map = node as Entries ?? throw node.Error($"{what} must be a mapping of keys such as {(keys.Count > 0 ? keys[0].Name : "name")}: ..., not {(node is Items ? "a list" : "a single value")}.");
        foreach (Entry entry in map.All)
        {
            if (keys.FirstOrDefault(k => k.Name == entry.Key.Text) is { } key)
            {
                key.Shape.Check(entry.Value, key.Name);
            }
            else if (others is not null)
            {
                others.Check(entry.Value, entry.Key.Text);
            }
            else
            {
                throw entry.Key.Place.Error(NearestName.Unknown($"key of {what}", Shown.Of(entry.Key.Text), [.. keys.Select(k => k.Name)]));
            }
        }

        if (keys.FirstOrDefault(k => k.IsRequired && map[k.Name] is null) is { } missing)
        {
            throw node.Error($"{what} has no {missing.Name}; add {missing.Name}: {missing.Summary}.");
        }
    }

    public override JsonObject Schema()
    {
        JsonObject properties = [], schema = new() { ["type"] = "object" };
        foreach (Key key in keys)
        {
            JsonObject property = key.Shape.Schema();
            property["description"] = key.Summary;
            properties[key.Name] = property;
        }

        schema["properties"] = properties;
        if (keys.Any(k => k.IsRequired))
        {
            schema["required"] = new JsonArray([.. keys.Where(k => k.IsRequired).Select(k => (JsonNode)k.Name)]);
        }

        schema["additionalProperties"] = others is null ? false : others.Schema();
        return schema;
    }
}

/// <summary>A mapping of one of several shapes, told apart by a key that each requires; or a list of them, or a single word.</summary>
/// <param name="maps">The shapes, each with the key that tells it.</param>
/// <param name="word">What a single word may be; null if it may not.</param>
/// <param name="isListed">Whether there may be several, in a list.</param>
internal sealed class VariantShape(IReadOnlyList<(string Key, MapShape Map)> maps, Shape? word = null, bool isListed = false) : Shape
{
    public override void Check(Node node, string what)
    {
        if (node is Scalar && word is not null)
        {
            word.Check(node, what);
            return;
        }

        if (node is Items items && isListed)
        {
            new ListShape(this, what).Check(items, what);
            return;
        }

        Entries map = node as Entries ?? throw node.Error($"{what} must be a mapping with {Told}.");
        (_, MapShape? shape) = maps.FirstOrDefault(m => map[m.Key] is not null);
        if (shape is null)
        {
            // The nearest key of all of them, if one was misspelt.
            string? near = map.All.Select(e => NearestName.Find(e.Key.Text, maps.Select(m => m.Key))).FirstOrDefault(n => n is not null);
            throw node.Error($"{what} must say one of {Told}.{(near is null ? string.Empty : $" Did you mean '{near}'?")}");
        }

        shape.Check(map, what);
    }

    public override JsonObject Schema()
    {
        JsonArray Alternatives() => [.. maps.Select(m => m.Map.Schema()).Concat(word is null ? [] : [word.Schema()])];
        JsonArray all = Alternatives();
        if (isListed)
        {
            all.Add(new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = Alternatives() } });
        }

        return new() { ["anyOf"] = all };
    }

    private string Told => string.Join(", ", maps.Select(m => m.Key).Distinct());
}

/// <summary>A key of a mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it says, for editors and messages.</param>
/// <param name="Shape">What stands under it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record Key(string Name, string Summary, Shape Shape, bool IsRequired = false);

/// <summary>Texts of files in messages.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>The text on one line, shortened.</summary>
    public static string Of(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }
}
