using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A parameter of a family: a number in a range, or a word.</summary>
public sealed record ParameterInfo
{
    private ParameterInfo(string name, string summary, ParameterValue standard) => (Name, Summary, Default) = (name, summary, standard);

    /// <summary>The name in files and options.</summary>
    public string Name { get; }

    /// <summary>What it means, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The value used when none is given.</summary>
    public ParameterValue Default { get; }

    /// <summary>Smallest number allowed.</summary>
    public double Minimum { get; private init; } = double.NegativeInfinity;

    /// <summary>Largest number allowed.</summary>
    public double Maximum { get; private init; } = double.PositiveInfinity;

    /// <summary>Whether the number must be an integer.</summary>
    public bool IsInteger { get; private init; }

    /// <summary>Whether ranges of it are sampled evenly in the logarithm.</summary>
    public bool IsLogarithmic { get; private init; }

    /// <summary>The words allowed; empty if any word is.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>Whether it is a word.</summary>
    public bool IsText => Default.Text is not null;

    /// <summary>A real parameter.</summary>
    /// <param name="name">Name.</param>
    /// <param name="summary">Meaning.</param>
    /// <param name="standard">Default.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="logarithmic">Sample ranges evenly in the logarithm.</param>
    public static ParameterInfo Real(string name, string summary, double standard, double minimum, double maximum = double.PositiveInfinity, bool logarithmic = false) =>
        new(name, summary, standard) { Minimum = minimum, Maximum = maximum, IsLogarithmic = logarithmic };

    /// <summary>An integer parameter.</summary>
    /// <param name="name">Name.</param>
    /// <param name="summary">Meaning.</param>
    /// <param name="standard">Default.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    public static ParameterInfo Integer(string name, string summary, int standard, int minimum, int maximum = 1_000_000) =>
        new(name, summary, standard) { Minimum = minimum, Maximum = maximum, IsInteger = true, IsLogarithmic = true };

    /// <summary>A word among choices, the first of them the default.</summary>
    /// <param name="name">Name.</param>
    /// <param name="summary">Meaning.</param>
    /// <param name="choices">The words allowed.</param>
    public static ParameterInfo Choice(string name, string summary, params string[] choices) => new(name, summary, choices[0]) { Choices = choices };

    /// <summary>Any text, such as the name of a data set or a file.</summary>
    /// <param name="name">Name.</param>
    /// <param name="summary">Meaning.</param>
    /// <param name="standard">Default.</param>
    public static ParameterInfo Word(string name, string summary, string standard) => new(name, summary, standard);

    /// <summary>The value itself if it is allowed.</summary>
    /// <param name="value">A candidate.</param>
    /// <param name="owner">Who has the parameter, for the message.</param>
    /// <exception cref="InputException">A word for a number, a value out of range, an unknown choice.</exception>
    public ParameterValue Checked(ParameterValue value, string owner)
    {
        if (IsText)
        {
            string text = value.ToString();
            return Choices.Count == 0 || Choices.Contains(text) ? text : throw NearestName.Unknown($"{Name} of {owner}", text, Choices.ToArray());
        }

        if (value.Text is not null)
        {
            throw new InputException($"{Name} of {owner} is '{value.Text}'; it must be a number{Range()}.");
        }

        bool allowed = value.Number >= Minimum && value.Number <= Maximum && (!IsInteger || double.IsInteger(value.Number));
        return allowed ? value : throw new InputException($"{Name} of {owner} is {value}; it must be {(IsInteger ? "an integer" : "a number")}{Range()}.");
    }

    private string Range()
    {
        string from = Minimum.ToString(CultureInfo.InvariantCulture), to = Maximum.ToString(CultureInfo.InvariantCulture);
        return double.IsInfinity(Maximum) ? double.IsInfinity(Minimum) ? string.Empty : $" of at least {from}" : $" from {from} to {to}";
    }
}

/// <summary>A number or a word.</summary>
/// <param name="Number">The number; NaN for a word.</param>
/// <param name="Text">The word; null for a number.</param>
public readonly record struct ParameterValue(double Number, string? Text)
{
    /// <summary>A number.</summary>
    public static implicit operator ParameterValue(double number) => new(number, null);

    /// <summary>A word.</summary>
    public static implicit operator ParameterValue(string text) => new(double.NaN, text);

    /// <summary>A number if the text is one, or a quotient of two such as 1/3, else a word.</summary>
    /// <param name="text">What was typed.</param>
    public static ParameterValue Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Read(text[..slash]) is { } p && Read(text[(slash + 1)..]) is { } q && q != 0 ? p / q
            : Read(text) is { } number ? number
            : text;
    }

    /// <summary>The word, or the number in round-trip form.</summary>
    public override string ToString() => Text ?? Number.ToString("R", CultureInfo.InvariantCulture);

    private static double? Read(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}

/// <summary>The parameters of one instance, every one of the family's, in the family's order.</summary>
public sealed class ParameterSet
{
    private readonly IReadOnlyList<KeyValuePair<string, ParameterValue>> _values;

    private ParameterSet(IReadOnlyList<KeyValuePair<string, ParameterValue>> values) => _values = values;

    /// <summary>Names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> All => _values;

    /// <summary>Checks given values against a family and fills in the defaults.</summary>
    /// <param name="family">The family.</param>
    /// <param name="given">Values by name.</param>
    /// <exception cref="InputException">An unknown name or a value that is not allowed.</exception>
    public static ParameterSet Bind(ProblemFamily family, IReadOnlyDictionary<string, ParameterValue> given)
    {
        foreach (string name in given.Keys)
        {
            if (family.Parameters.All(p => p.Name != name))
            {
                throw NearestName.Unknown($"parameter of {family.Name}", name, [.. family.Parameters.Select(p => p.Name)]);
            }
        }

        return new([.. family.Parameters.Select(p => KeyValuePair.Create(
            p.Name, p.Checked(given.TryGetValue(p.Name, out ParameterValue value) ? value : p.Default, family.Name)))]);
    }

    /// <summary>A real parameter.</summary>
    /// <param name="name">A name that the family declares.</param>
    public double Real(string name) => Find(name).Number;

    /// <summary>A number, exactly, in a scalar.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="name">A name that the family declares.</param>
    public T Real<T>(string name)
        where T : struct, INumberBase<T> => ScalarMath.From<T>(Real(name));

    /// <summary>An integer parameter.</summary>
    /// <param name="name">A name that the family declares.</param>
    public int Integer(string name) => (int)Find(name).Number;

    /// <summary>A word.</summary>
    /// <param name="name">A name that the family declares.</param>
    public string Text(string name) => Find(name).ToString();

    /// <summary>"name=value, …".</summary>
    public override string ToString() => string.Join(", ", _values.Select(v => $"{v.Key}={v.Value}"));

    private ParameterValue Find(string name) => _values.First(v => v.Key == name).Value;
}
