using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Claims;

/// <summary>The functions that formulas may call.</summary>
public static class ExpressionFunctions
{
    private static readonly IReadOnlyDictionary<string, int> Arities = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["sqrt"] = 1,
        ["exp"] = 1,
        ["log"] = 1,
        ["abs"] = 1,
        ["min"] = 2,
        ["max"] = 2,
        ["harmonic"] = 1,
        ["theta"] = 1,
    };

    /// <summary>Names and meanings, for listings.</summary>
    public static IReadOnlyDictionary<string, string> Summaries { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sqrt(x)"] = "square root",
        ["exp(x)"] = "exponential",
        ["log(x)"] = "natural logarithm",
        ["abs(x)"] = "absolute value",
        ["min(x, y)"] = "the smaller one",
        ["max(x, y)"] = "the larger one",
        ["harmonic(n)"] = "1 + 1/2 + ... + 1/n",
        ["theta(n)"] = "the last theta of the optimized gradient method with n steps",
        ["prev(h)"] = "the measure with symbol h at the iteration before",
        ["best(h)"] = "its smallest value over the iterations covered so far",
        ["largest(h)"] = "its largest value over iterations 0 to k-1",
        ["total(h)"] = "its sum over iterations 0 to k-1",
    };

    /// <summary>The number of arguments of a function; null if there is no such function.</summary>
    /// <param name="name">A name.</param>
    internal static int? Arity(string name) => Arities.TryGetValue(name, out int arity) ? arity : null;

    /// <summary>The names of all functions.</summary>
    internal static IReadOnlyCollection<string> Names => [.. Arities.Keys, "prev", "best", "largest", "total"];

    internal static Look? LookOf(string name) => name switch
    {
        "prev" => Look.Previous,
        "best" => Look.Best,
        "largest" => Look.Largest,
        "total" => Look.Total,
        _ => null,
    };

    /// <summary>x^y: repeated squaring for an integer y, a square root more for half an integer, exp(y log x) otherwise.</summary>
    internal static T Power<T>(T x, T y)
        where T : struct, INumber<T>
    {
        T twice = y + y;
        if (!T.IsInteger(twice) || T.Abs(twice) > ScalarMath.From<T>(1e8))
        {
            return ScalarMath.Exp(y * ScalarMath.Log(x));
        }

        int halves = (int)ScalarMath.ToDouble(twice);
        return int.IsEvenInteger(halves) ? ScalarMath.Power(x, halves / 2) : ScalarMath.Power(ScalarMath.Sqrt(x), halves);
    }

    internal static T Apply<T>(string function, T[] x)
        where T : struct, INumber<T> => function switch
        {
            "sqrt" => ScalarMath.Sqrt(x[0]),
            "exp" => ScalarMath.Exp(x[0]),
            "log" => ScalarMath.Log(x[0]),
            "abs" => T.Abs(x[0]),
            "min" => T.Min(x[0], x[1]),
            "max" => T.Max(x[0], x[1]),
            "harmonic" => Harmonic<T>(Count(x[0], function)),
            "theta" => Momentum.FinalTheta<T>(Count(x[0], function)),
            _ => throw new InvalidOperationException($"The parser let the unknown function '{function}' pass."),
        };

    private static T Harmonic<T>(int n)
        where T : struct, INumber<T>
    {
        T sum = T.Zero;
        for (int i = n; i >= 1; i--)
        {
            sum += T.One / ScalarMath.From<T>(i);
        }

        return sum;
    }

    private static int Count<T>(T x, string function)
        where T : struct, INumber<T>
    {
        double value = ScalarMath.ToDouble(x);
        return double.IsInteger(value) && value is >= 0 and <= 1e7
            ? (int)value
            : throw new InputException($"{function}({value}) is not defined: its argument must be an integer from 0 to 10000000.");
    }
}
