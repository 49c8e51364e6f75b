using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>A worst-case problem with parameters: classes, start, method, measure. Models are found by type; a new one is a new file.</summary>
public abstract class WorstCaseModel
{
    /// <summary>The name in files and options, in kebab case.</summary>
    public abstract string Id { get; }

    /// <summary>Class, start, method and measure in one or two sentences.</summary>
    public abstract string Statement { get; }

    /// <summary>Authors, title, year.</summary>
    public abstract string Source { get; }

    /// <summary>Parameters with their default values, as text: decimals or fractions.</summary>
    public abstract IReadOnlyList<(string Name, string Default)> Parameters { get; }

    /// <summary>States the problem: declares functions and vectors, runs the method, says what is assumed and measured.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <param name="problem">An empty problem.</param>
    /// <param name="p">Values of the parameters.</param>
    public abstract void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
        where T : struct, INumber<T>;

    /// <summary>The problem for given parameters.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <param name="values">Parameters that differ from their defaults.</param>
    /// <exception cref="InputException">A parameter is unknown, not a number, or out of range.</exception>
    public WorstCaseProblem<T> Problem<T>(IReadOnlyDictionary<string, string>? values = null)
        where T : struct, INumber<T>
    {
        WorstCaseProblem<T> problem = new();
        State(problem, new(this, values ?? new Dictionary<string, string>()));
        return problem;
    }
}

/// <summary>The parameters of a model in one scalar.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public sealed class ModelParameters<T>
    where T : struct, INumber<T>
{
    // A decimal of up to 28 digits is read in two halves, each of which is a double.
    private const decimal Half = 1e14m;
    private const decimal LargestScale = 1e28m;
    private const int LargestDigits = 28;

    // The cost grows with the cube of the number of steps: minutes and gigabytes beyond this.
    private const int LargestCount = 400;

    private readonly string _model;
    private readonly Dictionary<string, string> _values;

    internal ModelParameters(WorstCaseModel model, IReadOnlyDictionary<string, string> values)
    {
        _model = model.Id;
        _values = model.Parameters.ToDictionary(p => p.Name, p => p.Default);
        foreach ((string name, string value) in values)
        {
            _values[name] = _values.ContainsKey(name) ? value
                : throw new InputException($"The model {_model} has no parameter '{name}'; it has {string.Join(", ", _values.Keys)}.");
        }
    }

    /// <summary>The value of a parameter, exactly as written: a decimal or a fraction.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">It is not a number.</exception>
    public T this[string name] => Parse(_values[name]) ??
        throw new InputException($"The parameter {name} of the model {_model} is '{_values[name]}', which is not a number of at most 28 digits; write a decimal such as 0.1 or 1e-3, or a fraction such as 1/3.");

    /// <summary>The value of a parameter that counts something.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">It is not an integer from 1 to the largest that a program is solved for.</exception>
    public int Count(string name) => int.TryParse(_values[name], NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is > 0 and <= LargestCount ? n
        : throw new InputException($"The parameter {name} of the model {_model} is '{_values[name]}'; it must be an integer from 1 to {LargestCount}{(name == "n" ? ": write --steps 10" : string.Empty)}.");

    /// <summary>The value of a parameter that may be "inf"; null if it is.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">It is neither.</exception>
    public T? Finite(string name) => _values[name] == "inf" ? null : this[name];

    /// <summary>The values of a parameter that lists numbers, separated by blanks.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">One of them is not a number.</exception>
    public IReadOnlyList<T> List(string name) => Array.ConvertAll(
        _values[name].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        text => Parse(text) ?? throw new InputException($"The parameter {name} of the model {_model} is '{_values[name]}'; it must be numbers separated by blanks."));

    /// <summary>A number in the scalar.</summary>
    /// <param name="value">The number.</param>
    public static T Number(int value) => ScalarMath.From<T>(value);

    private static T? Parse(string text)
    {
        int slash = text.IndexOf('/');
        return slash < 0 ? Decimal(text) : Decimal(text[(slash + 1)..]) is { } divisor && !T.IsZero(divisor) ? Decimal(text[..slash]) / divisor : null;
    }

    // A decimal is a quotient of two integers.
    private static T? Decimal(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value))
        {
            return null;
        }

        // What a decimal cannot hold (its digits go down to 1e-28) is refused, not rounded; a rounding that keeps all 28 digits is below a double's own.
        double rounded = double.Parse(text, CultureInfo.InvariantCulture);
        if (Math.Abs(rounded - (double)value) > Math.ScaleB(Math.Abs(rounded), -51) || text.Count(char.IsAsciiDigit) > LargestDigits)
        {
            return null;
        }

        // Doubles are rounded once, rationals not at all.
        if (typeof(T) == typeof(double))
        {
            return ScalarMath.From<T>(rounded);
        }

        decimal scale = 1;
        while (value != decimal.Truncate(value) && scale < LargestScale)
        {
            (value, scale) = (value * 10, scale * 10);
        }

        return value == decimal.Truncate(value) ? Integer(value) / Integer(scale) : null;
    }

    private static T Integer(decimal value)
    {
        decimal high = decimal.Truncate(value / Half);
        return high == 0 ? ScalarMath.From<T>((double)value) : (ScalarMath.From<T>((double)high) * ScalarMath.From<T>((double)Half)) + ScalarMath.From<T>((double)(value - (high * Half)));
    }
}
