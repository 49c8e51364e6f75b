using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>A place in a file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Place(string File, long Line, long Column)
{
    /// <summary>An error here.</summary>
    /// <param name="message">What is wrong and how to mend it.</param>
    /// <param name="cause">What brought it up.</param>
    public InputException Error(string message, Exception? cause = null)
    {
        string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {message}");
        return cause is null ? new(text) : new(text, cause);
    }

    /// <summary>The error of something that was read here, with this place before it.</summary>
    public InputException Error(InputException cause) => Error(cause.Message, cause);
}

/// <summary>A node of a YAML document, with its place.</summary>
/// <param name="place">Where it begins.</param>
internal abstract class Node(Place place)
{
    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;

    /// <summary>An error here.</summary>
    public InputException Error(string message) => Place.Error(message);
}

/// <summary>A scalar.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">Its text.</param>
/// <param name="isQuoted">Whether it stands in quotation marks or in a block.</param>
/// <param name="lead">How many characters come before its text; null if the text is not in the file as it is, because of escapes or line breaks.</param>
internal sealed class Scalar(Place place, string text, bool isQuoted, int? lead) : Node(place)
{
    /// <summary>Its text.</summary>
    public string Text => text;

    /// <summary>Whether it stands in quotation marks or in a block: then it is text, whatever it looks like.</summary>
    public bool IsQuoted => isQuoted;

    /// <summary>Whether nothing is there, as in "key:" or "key: null".</summary>
    public bool IsNothing => !isQuoted && text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The place of a character of the text.</summary>
    /// <param name="column">From 1.</param>
    public Place At(int column) => lead is { } before ? Place with { Column = Place.Column + before + column - 1 } : Place;
}

/// <summary>A list.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="items">Its items.</param>
internal sealed class Items(Place place, IReadOnlyList<Node> items) : Node(place)
{
    /// <summary>Its items.</summary>
    public IReadOnlyList<Node> All => items;
}

/// <summary>A mapping; no key occurs twice.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="entries">Its entries.</param>
internal sealed class Entries(Place place, IReadOnlyList<Entry> entries) : Node(place)
{
    /// <summary>Its entries in their order.</summary>
    public IReadOnlyList<Entry> All => entries;

    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key] => entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

    /// <summary>The value of a key that the keys' table says is a scalar, or null.</summary>
    public Scalar? Scalar(string key) => (Scalar?)this[key];
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record Entry(Scalar Key, Node Value);
