using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Bounds;

/// <summary>Names with fixed values; a name that starts with "p_" is the value one iteration before.</summary>
internal sealed class Names<T>(params (string Name, T Value)[] values) : IExpressionScope<T>
{
    public T Value(string name) => values.First(v => v.Name == name).Value;

    public T Past(Look look, string name) => Value((look == Look.Previous ? "p_" : look + "_") + name);
}

/// <summary>Formulas evaluated in the scalars that tests compare.</summary>
internal static class Formula
{
    public static double InDoubles(string text, params (string Name, double Value)[] values) => Expression.Parse(text).Evaluate(new Names<double>(values));

    public static Rational Exactly(string text, params (string Name, Rational Value)[] values) => Expression.Parse(text).Evaluate(new Names<Rational>(values));

    public static string ErrorOf(string text) => Assert.Throws<InputException>(() => Expression.Parse(text)).Message;
}
