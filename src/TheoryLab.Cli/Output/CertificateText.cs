using System.Globalization;
using TheoryLab.Core;
using TheoryLab.Verifier;

namespace TheoryLab.Cli;

/// <summary>A certificate as a theorem for readers: what is assumed, the run point by point, what is proved and by what. Nothing of it is taken from words in the file.</summary>
internal static class CertificateText
{
    // A screen has room for them beside the rest.
    private const int ShortRun = 12;

    // Longer fractions, as roundings of roots are, are shown as decimals with a sign that says so.
    private const int ShortNumber = 24;

    /// <summary>The lines.</summary>
    /// <param name="c">The certificate.</param>
    /// <param name="allPoints">Whether long runs are printed to their end.</param>
    public static IEnumerable<string> Of(Certificate c, bool allPoints)
    {
        foreach ((string name, CertificateClass @class) in c.Functions)
        {
            string parameters = string.Concat(@class.Parameters.Select(p => $", {p.Key} = {p.Value}"));
            yield return $"  assumed  {name} is {(@class.Name == "none" ? "a list of points of which nothing is known" : $"any member of the class {@class.Name}{parameters}")}, in any dimension";
        }

        foreach (ProofTerm assumption in c.Assumptions)
        {
            yield return $"  assumed  {assumption.Words}";
        }

        yield return $"  run      {c.Points.Count} points over {c.GramBasis.Count} base vectors{(c.GramBasis.Count <= ShortRun ? $": {string.Join(", ", c.GramBasis)}" : string.Empty)}";
        int shown = allPoints || c.Points.Count <= ShortRun ? c.Points.Count : ShortRun;
        foreach (CertificatePoint point in c.Points.Take(shown))
        {
            yield return $"  point    {Point(point, c)}";
        }

        if (shown < c.Points.Count)
        {
            yield return $"  point    and {c.Points.Count - shown} more, which --points prints";
        }

        yield return $"  proved   {c.Objective.Words} <= {c.Bound}";
        yield return $"  by       {c.Interpolation.Count} inequalities of the classes, {c.Assumptions.Count} assumption{(c.Assumptions.Count == 1 ? string.Empty : "s")}, and one matrix that is positive semidefinite";
    }

    private static string Point(CertificatePoint p, Certificate c)
    {
        CertificateClass known = c.Functions[p.Function];
        string at = $"{p.Function}: {p.Id} at {Text(p.X, c.GramBasis)}", g = Text(p.G, c.GramBasis);
        return known.Name switch
        {
            "none" => at,
            "convex-indicator" => $"{at}, normal vector {g}",
            _ when p.F is null => $"{at}, image {g}",
            _ => $"{at}, gradient {g}, value {Text(p.F, c.ValueBasis)}",
        };
    }

    private static string Text(Combination combination, IReadOnlyList<string> names)
    {
        string text = string.Empty;
        foreach ((int i, Fraction a) in combination.Terms.Where(t => t.Value.Sign != 0).OrderBy(t => t.Key))
        {
            string sign = text.Length == 0 ? (a.Sign < 0 ? "-" : string.Empty) : a.Sign < 0 ? " - " : " + ";
            Fraction size = a.Sign < 0 ? -a : a;
            text += $"{sign}{(size == 1 ? string.Empty : $"{Number(size)} ")}{names[i]}";
        }

        return text.Length == 0 ? "0" : text;
    }

    private static string Number(Fraction a) => a.ToString() is { Length: <= ShortNumber } exact ? exact
        : $"~{Rational.ToDouble(new Rational(a.Numerator, a.Denominator)).ToString("G6", CultureInfo.InvariantCulture)}";
}
