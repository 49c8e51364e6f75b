using System.Globalization;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>
/// Instances of a family as data: each parameter is a formula in N (the horizon), a word, or a range "low..high". A specification with a range is
/// sampled, one without is a named instance; a sampled one is reproduced from its seed alone.
/// </summary>
public sealed class InstanceSpec
{
    private readonly IReadOnlyDictionary<string, string> _parameters;

    /// <summary>Describes instances; nothing is created yet.</summary>
    /// <param name="family">The family's name.</param>
    /// <param name="parameters">Parameters by name; those left out take the family's default.</param>
    /// <exception cref="InputException">An unknown family or parameter, or a range that is turned around or on a word.</exception>
    public InstanceSpec(string family, params (string Name, string Value)[] parameters)
        : this(Registry.Family(family), parameters)
    {
    }

    /// <summary>Describes instances of a family that need not be registered; nothing is created yet.</summary>
    /// <param name="family">The family.</param>
    /// <param name="parameters">Parameters by name; those left out take the family's default.</param>
    /// <exception cref="InputException">An unknown parameter, or a range that is turned around or on a word.</exception>
    public InstanceSpec(ProblemFamily family, params (string Name, string Value)[] parameters)
    {
        Family = family;
        _parameters = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        Ranges = [.. Family.Parameters.Where(p => _parameters.TryGetValue(p.Name, out string? value) && IsRange(p, value)).Select(ParseRange)];
        foreach (string name in _parameters.Keys.Where(name => Family.Parameters.All(p => p.Name != name)))
        {
            throw NearestName.Unknown($"parameter of {family.Name}", name, [.. Family.Parameters.Select(p => p.Name)]);
        }
    }

    /// <summary>The family.</summary>
    public ProblemFamily Family { get; }

    /// <summary>The parameters given as ranges.</summary>
    internal IReadOnlyList<ParameterRange> Ranges { get; }

    /// <summary>Whether members are drawn at random.</summary>
    public bool IsSampled => Ranges.Count > 0;

    /// <summary>"family (name=value, …)".</summary>
    public override string ToString() =>
        _parameters.Count == 0 ? Family.Name : $"{Family.Name} ({string.Join(", ", _parameters.Select(p => $"{p.Key}={p.Value}"))})";

    /// <summary>The instance of a seed: ranges are drawn first, in the family's order, then the family draws what is left open.</summary>
    /// <param name="horizon">N.</param>
    /// <param name="seed">The replay seed.</param>
    public ProblemInstance Create(int horizon, int seed) => Create(horizon, seed, Draw(seed));

    /// <summary>The values that a seed gives to the ranges.</summary>
    internal IReadOnlyDictionary<string, double> Draw(int seed)
    {
        Random random = Seeds.Generator(seed);
        return Ranges.ToDictionary(r => r.Parameter.Name, r => r.At(random.NextDouble()), StringComparer.Ordinal);
    }

    /// <summary>The instance of a seed with given values for the ranges, as the shrinker tries them.</summary>
    internal ProblemInstance Create(int horizon, int seed, IReadOnlyDictionary<string, double> drawn)
    {
        Dictionary<string, ParameterValue> values = new(StringComparer.Ordinal);
        foreach ((string name, string text) in _parameters)
        {
            ParameterInfo info = Family.Parameters.First(p => p.Name == name);
            values[name] = drawn.TryGetValue(name, out double value) ? value
                : info.IsText ? text
                : Expression.Parse(text).Evaluate(new HorizonScope(horizon, text));
        }

        return Family.Create(ParameterSet.Bind(Family, values), seed);
    }

    // A free word may be a path with "..".
    private static bool IsRange(ParameterInfo info, string value) => (!info.IsText || info.Choices.Count > 0) && value.Contains("..", StringComparison.Ordinal);

    private ParameterRange ParseRange(ParameterInfo info)
    {
        string[] ends = _parameters[info.Name].Split("..");
        return ends.Length == 2
            && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
            && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double high)
            && low <= high && !info.IsText
            ? new ParameterRange(info, low, high)
            : throw new InputException($"The range '{_parameters[info.Name]}' of {info.Name} must be two numbers low..high, the smaller one first.");
    }

    private sealed class HorizonScope(int horizon, string text) : IExpressionScope<double>
    {
        public double Value(string name) =>
            name == "N" ? horizon : throw new InputException($"The parameter '{text}' uses {name}; a parameter may use the horizon N only.");

        public double Past(Look look, string name) => throw new InputException($"The parameter '{text}' may use the horizon N only.");
    }
}

/// <summary>A parameter drawn from low..high: evenly, or evenly in the logarithm where the family says so.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
internal sealed record ParameterRange(ParameterInfo Parameter, double Low, double High)
{
    /// <summary>The value at a share of the range.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double At(double share)
    {
        bool logarithmic = Parameter.IsLogarithmic && Low > 0;
        double top = Parameter.IsInteger ? High + 1 : High;
        double value = logarithmic ? Low * Math.Pow(top / Low, share) : Low + (share * (top - Low));
        return Math.Clamp(Parameter.IsInteger ? Math.Floor(value) : value, Low, High);
    }
}
