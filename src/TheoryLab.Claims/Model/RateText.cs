using System.Globalization;
using System.Text.RegularExpressions;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Orders as people write them.</summary>
public static partial class RateText
{
    private const string Forms = "write k^-p, 1/k, 1/k^2, 1/sqrt(k), rho^k such as 0.9^k, exp(-c*k), quadratic, superlinear or 'order 1.5'";

    /// <summary>An order from text.</summary>
    /// <param name="text">k^-p, 1/k^p, 1/sqrt(k), rho^k, exp(-c*k), quadratic, superlinear or "order q".</param>
    /// <exception cref="InputException">The text is no order that a fit can judge.</exception>
    public static RateOrder Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (bare.Contains("log", StringComparison.Ordinal) || bare.Contains("ln(", StringComparison.Ordinal))
        {
            throw new InputException($"The rate '{text}' has a logarithm, which a fit does not judge; state the power alone, such as 1/k.");
        }

        return bare switch
        {
            "quadratic" => new SuperlinearOrder(2),
            "superlinear" => new SuperlinearRate(),
            "1/k" => new PowerOrder(1),
            "1/sqrt(k)" => new PowerOrder(0.5),
            "exp(-k)" => new LinearOrder(Math.Exp(-1)),
            _ when Value(Power().Match(bare)) is { } p => new PowerOrder(Above(p, 0, text, "the exponent")),
            _ when Value(Linear().Match(bare)) is { } rho => rho > 0 && rho < 1
                ? new LinearOrder(rho)
                : throw new InputException($"The rate '{text}' does not fall: the factor is {Shown(rho)}; it must lie between 0 and 1."),
            _ when Value(Exponential().Match(bare)) is { } c => Factor(Above(c, 0, text, "the rate per iteration"), text),
            _ when Value(Order().Match(bare)) is { } q => new SuperlinearOrder(Above(q, 1, text, "the order")),
            _ => throw new InputException($"There is no rate '{text}'; {Forms}."),
        };
    }

    private static LinearOrder Factor(double c, string text) => Math.Exp(-c) is > 0 and < 1 and double rho
        ? new(rho)
        : throw new InputException($"The rate '{text}' is out of range: exp(-{Shown(c)}) rounds to 0 or 1.");

    private static double Above(double value, double least, string text, string what) => value > least
        ? value
        : throw new InputException($"The rate '{text}' is out of range: {what} is {Shown(value)}; it must be above {Shown(least)}.");

    private static double? Value(Match match) =>
        match.Success && double.TryParse(match.Groups["v"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;

    private static string Shown(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private const string Number = @"(?<v>(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?)";

    [GeneratedRegex($@"^(k\^(-{Number}|\(-{Number}\))|1/k\^({Number}|\({Number}\)))$")]
    private static partial Regex Power();

    [GeneratedRegex($@"^({Number}|\({Number}\))\^k$")]
    private static partial Regex Linear();

    [GeneratedRegex($@"^exp\(-({Number}\*?k|k\*{Number})\)$")]
    private static partial Regex Exponential();

    [GeneratedRegex($"^order{Number}$")]
    private static partial Regex Order();
}
