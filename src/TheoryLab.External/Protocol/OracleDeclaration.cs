using System.Text.Json;

namespace TheoryLab.External;

/// <summary>The first line of an oracle: what it is an oracle of.</summary>
internal sealed record OracleDeclaration
{
    /// <summary>The longest first line: a dimension of a million, more than once.</summary>
    public const int Longest = 1 << 26;

    private const string Known = "dimension, x0, oracles, constants, xstar, accuracy";

    private static readonly string[] Questions = ["gradient", "value", "hessian-product", "lmo"];

    /// <summary>n.</summary>
    public required int Dimension { get; init; }

    /// <summary>Where methods start.</summary>
    public required double[] InitialPoint { get; init; }

    /// <summary>What it answers.</summary>
    public required IReadOnlyList<string> Oracles { get; init; }

    /// <summary>L, mu, D, fstar and others, as far as it knows them.</summary>
    public required IReadOnlyDictionary<string, double> Constants { get; init; }

    /// <summary>A minimiser, if it knows one.</summary>
    public required double[]? Minimizer { get; init; }

    /// <summary>The relative error of its answers: n 2^-52 unless declared, which a sum of n rounded products keeps to (Higham 2002, section 3.1).</summary>
    public required double Accuracy { get; init; }

    /// <summary>Reads the line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <exception cref="ProtocolException">It breaks the protocol.</exception>
    public static OracleDeclaration Read(ReadOnlySpan<byte> line)
    {
        double? dimension = null, accuracy = null;
        double[]? x0 = null, minimizer = null;
        List<string>? oracles = null;
        Dictionary<string, double> constants = new(StringComparer.Ordinal);

        bool Field(string key, ref Utf8JsonReader json)
        {
            switch (key)
            {
                case "dimension":
                    dimension = LineReader.Finite(key, ref json);
                    return true;
                case "accuracy":
                    accuracy = LineReader.Finite(key, ref json);
                    return true;
                case "x0":
                    x0 = LineReader.Vector(key, ref json);
                    return true;
                case "xstar":
                    minimizer = LineReader.Vector(key, ref json);
                    return true;
                case "oracles":
                    oracles = Words(key, ref json);
                    return true;
                case "constants":
                    Numbers(key, ref json, constants);
                    return true;
                default:
                    return false;
            }
        }

        LineReader.Read(line, Field, Known);
        if (dimension is not { } n || n < 1 || !double.IsInteger(n) || x0?.Length != n || (minimizer ?? x0).Length != n)
        {
            throw new ProtocolException("declared no dimension that fits its x0 and xstar", "its first line is {\"dimension\":n,\"x0\":[..],\"oracles\":[..],\"constants\":{..}}");
        }

        if (oracles is null || oracles.FirstOrDefault(o => !Questions.Contains(o)) is not null)
        {
            throw new ProtocolException("declared oracles that are not known", $"\"oracles\" lists some of {string.Join(", ", Questions)}");
        }

        return new()
        {
            Dimension = (int)n,
            InitialPoint = x0,
            Oracles = oracles,
            Constants = constants,
            Minimizer = minimizer,
            Accuracy = accuracy is null or >= 0 ? accuracy ?? n * (1.0 / (1L << 52)) : throw new ProtocolException("declared a negative accuracy", "it is a relative error"),
        };
    }

    private static List<string> Words(string key, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new ProtocolException($"wrote no list after \"{key}\"", "write a list of words there");
        }

        List<string> words = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            words.Add(LineReader.Text(key, ref json));
        }

        return words;
    }

    private static void Numbers(string key, ref Utf8JsonReader json, Dictionary<string, double> into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new ProtocolException($"wrote no object after \"{key}\"", "write {\"L\":1.0} there, say");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            into[name] = LineReader.Finite(LineReader.Short(name), ref json);
        }
    }
}
