using static TheoryLab.Verifier.Expression;
using static TheoryLab.Verifier.StrictObject;

namespace TheoryLab.Verifier;

/// <summary>A class of functions or operators with its parameters, and the inequalities that it forces on pairs of points.</summary>
public sealed class CertificateClass
{
    private readonly Dictionary<string, Fraction> _parameters;

    private CertificateClass(string name, Dictionary<string, Fraction> parameters) => (Name, _parameters) = (name, parameters);

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>Parameters.</summary>
    public IReadOnlyDictionary<string, Fraction> Parameters => _parameters;

    /// <summary>Whether points have images and no values.</summary>
    public bool IsOperator => Name is "monotone" or "strongly-monotone" or "cocoercive" or "nonexpansive" or "lipschitz-operator";

    /// <summary>Whether values must be zero, or nothing is known of them.</summary>
    public bool HasZeroValue => Name is "none" or "convex-indicator";

    internal static CertificateClass Read(StrictObject o, string function)
    {
        string name = o.Text("class");
        string[] keys = name switch
        {
            "none" or "convex" or "monotone" or "nonexpansive" => [],
            "strongly-convex" or "strongly-monotone" => ["mu"],
            "smooth-strongly-convex" => ["L", "mu"],
            "smooth" or "lipschitz-operator" => ["L"],
            "convex-lipschitz" => ["M"],
            "convex-indicator" => o.Has("D") ? ["D"] : [],
            "cocoercive" => ["beta"],
            _ => throw new CertificateException($"The class '{name}' of {function} is unknown."),
        };
        Dictionary<string, Fraction> parameters = keys.ToDictionary(k => k, o.Number);
        o.End();
        bool convexity = name == "smooth-strongly-convex";
        foreach ((string key, Fraction value) in parameters)
        {
            Require(convexity && key == "mu" ? value.Sign >= 0 : value.Sign > 0, $"The parameter {key} of {function} is {value}");
        }

        Require(!convexity || (parameters["L"] - parameters["mu"]).Sign > 0, $"mu is not below L for {function}");
        return new(name, parameters);
    }

    /// <summary>The inequality that the class forces on an ordered pair of points, to be read "at most zero".</summary>
    internal Phrase Inequality(CertificatePoint i, CertificatePoint j, string? kind)
    {
        string words = $"{Name}({i.Id}, {j.Id}) of {i.Function}";
        Require(kind is null || (kind == "diameter" && _parameters.ContainsKey("D")), $"The row {words} has the kind '{kind}', which its class has not");
        Combination dx = i.X - j.X, dg = i.G - j.G;
        Expression Linear() => Value(j.F! - i.F!) + Product(j.G, dx);
        Fraction P(string key) => _parameters[key];
        Fraction half = new(1, 2);
        if (i == j)
        {
            Require(Name == "convex-lipschitz", $"The row {words} compares a point with itself");
            return new(Product(i.G, i.G) - (P("M") * P("M")), $"|g({i.Id})|^2 - {P("M") * P("M")}");
        }

        Expression expression = Name switch
        {
            "convex" or "convex-lipschitz" => Linear(),
            "strongly-convex" => Linear() + (half * P("mu") * Product(dx, dx)),
            "smooth-strongly-convex" => Linear() + (half / (P("L") - P("mu")) * (Product(dg, dg) + (P("L") * P("mu") * Product(dx, dx)) - (2 * P("mu") * Product(dg, dx)))),
            "smooth" => Value(j.F! - i.F!) - (P("L") / 4 * Product(dx, dx)) + (half * (Product(i.G, dx) + Product(j.G, dx))) + (new Fraction(1, 4) / P("L") * Product(dg, dg)),
            "convex-indicator" when kind is null => Product(j.G, dx),
            "convex-indicator" => Product(dx, dx) - (P("D") * P("D")),
            "monotone" => -1 * Product(dg, dx),
            "strongly-monotone" => (P("mu") * Product(dx, dx)) - Product(dg, dx),
            "cocoercive" => (P("beta") * Product(dg, dg)) - Product(dg, dx),
            "nonexpansive" => Product(dg, dg) - Product(dx, dx),
            "lipschitz-operator" => Product(dg, dg) - (P("L") * P("L") * Product(dx, dx)),
            _ => throw new CertificateException($"The row {words} speaks of a function about which nothing is known."),
        };
        return new(expression, words);
    }
}
