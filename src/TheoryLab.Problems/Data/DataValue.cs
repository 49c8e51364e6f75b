using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Numbers in data files.</summary>
internal static class DataValue
{
    public static bool IsNumber(ReadOnlySpan<char> text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public static double Parse(ReadOnlySpan<char> text, string name, long line, string where) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? throw new InputException(text.IsEmpty
                ? $"{name}, line {line}: no value in {where}; write a number or remove the line."
                : $"{name}, line {line}: '{text}' in {where} is not a number; write a number or remove the line.")
        : !double.IsFinite(value)
            ? throw new InputException($"{name}, line {line}: '{text}' in {where} is not a finite number; write a finite one or remove the line.")
        : value;

    public static string Count(int values) => values == 1 ? "1 value" : $"{values} values";
}
