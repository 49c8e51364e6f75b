using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.ClaimFiles;

/// <summary>Problems of a claim file: the families, their parameters as text, and where each was given.</summary>
/// <param name="options">Where files are, and what starts an oracle.</param>
internal sealed class ProblemReader(ReadingContext options)
{
    /// <summary>The problems of a node: one or a list.</summary>
    public IReadOnlyList<ProblemText> Read(Node node) => node is Items list ? [.. list.All.Select(item => One((Entries)item))] : [One((Entries)node)];

    /// <summary>The same problem with one parameter changed; null if it has no such parameter.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="change">The parameter and its value.</param>
    public ProblemText? With(ProblemText problem, Entry change)
    {
        if (problem.Family.Parameters.All(p => p.Name != change.Key.Text))
        {
            return null;
        }

        (string, string) changed = (change.Key.Text, Value(problem.Family, change));
        return problem with { Parameters = [.. problem.Parameters.Where(p => p.Name != change.Key.Text), changed] };
    }

    private ProblemText One(Entries map)
    {
        if (map["command"] is Items command)
        {
            Entry[] given = [.. map.All.Where(e => e.Key.Text != "command")];
            ProblemFamily oracle = options.Oracle(command, [.. given.Select(e => e.Key.Text)]);
            return new(oracle, [.. given.Select(e => (e.Key.Text, Value(oracle, e)))]);
        }

        Scalar name = map.Scalar("family")!;
        if (map["matrix"] is not null)
        {
            return new(Matrix(map), []);
        }

        ProblemFamily family = Registry.Family(ClaimKeys.FamilyShortNames.GetValueOrDefault(name.Text, name.Text));
        return new(family, [.. map.All.Where(e => e.Key.Text != "family").Select(e => (e.Key.Text, Value(family, e)))]);
    }

    private MatrixQuadratic Matrix(Entries map)
    {
        string? File(string key) => map.Scalar(key) is { } scalar ? options.Existing(scalar) : null;
        try
        {
            return new(File("matrix")!, File("vector"), File("start"));
        }
        catch (InputException e) when (!e.Message.StartsWith(map.Place.File + ":", StringComparison.Ordinal))
        {
            throw map.Scalar("matrix")!.Place.Error(e);
        }
    }

    /// <summary>The value of a parameter as an <see cref="InstanceSpec"/> takes it, checked as far as it can be before there is an instance.</summary>
    private string Value(ProblemFamily family, Entry entry)
    {
        ParameterInfo info = family.Parameters.FirstOrDefault(p => p.Name == entry.Key.Text)
            ?? throw entry.Key.Place.Error(NearestName.Unknown($"parameter of {family.Name}", Shown.Of(entry.Key.Text), [.. family.Parameters.Select(p => p.Name)]));
        Scalar scalar = (Scalar)entry.Value;
        string text = scalar.Text.Trim();
        try
        {
            if (info.IsText)
            {
                text = info.Checked(Word(info, scalar, text), family.Name).ToString();
                return info.Name == "data" && !DataSets.Names.Contains(text) ? Data(scalar) : text;
            }

            if (text.Contains("..", StringComparison.Ordinal))
            {
                CheckRange(info, family, scalar, text);
            }
            else if (FormulaReader.Parse(scalar) is var formula && formula.Names.FirstOrDefault(n => n != "N") is { } unknown)
            {
                throw scalar.Error($"{info.Name} is '{Shown.Of(text)}', which uses {unknown}; a parameter is a number, a range low..high, or a formula in the horizon N.");
            }
            else if (formula.Names.Count == 0)
            {
                info.Checked(formula.Evaluate(new FormulaReader.Trial(1)), family.Name);
            }

            return text;
        }
        catch (InputException e) when (!e.Message.StartsWith(scalar.Place.File + ":", StringComparison.Ordinal))
        {
            throw scalar.Place.Error(e);
        }
    }

    // YAML's booleans stand for the words yes and no.
    private static ParameterValue Word(ParameterInfo info, Scalar scalar, string text) =>
        info.Choices.Contains("yes") && !scalar.IsQuoted ? text switch { "true" or "True" => "yes", "false" or "False" => "no", _ => text } : text;

    private static void CheckRange(ParameterInfo info, ProblemFamily family, Scalar scalar, string text)
    {
        string[] ends = text.Split("..");
        if (ends.Length != 2 || !Number(ends[0], out double low) || !Number(ends[1], out double high))
        {
            throw scalar.Error($"the range '{Shown.Of(text)}' of {info.Name} must be two numbers low..high, such as 1..100.");
        }

        if (low > high)
        {
            throw scalar.Error($"the range '{Shown.Of(text)}' of {info.Name} is turned around; write {ends[1].Trim()}..{ends[0].Trim()}.");
        }

        info.Checked(low, family.Name);
        info.Checked(high, family.Name);
    }

    private static bool Number(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private string Data(Scalar scalar) => scalar.Text.AsSpan().ContainsAny('/', '\\', '.') ? options.Existing(scalar)
        : File.Exists(options.Resolve(scalar.Text)) ? options.Noted(options.Resolve(scalar.Text))
        : throw scalar.Place.Error(NearestName.Unknown("data set or file", Shown.Of(scalar.Text), [.. DataSets.Names]));
}

/// <summary>A family with parameters as text.</summary>
/// <param name="Family">The family.</param>
/// <param name="Parameters">Parameters that differ from their defaults.</param>
internal sealed record ProblemText(ProblemFamily Family, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>The specification of its instances.</summary>
    public InstanceSpec Spec => new(Family, [.. Parameters]);
}
