using System.Numerics;
using TheoryLab.Core;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>Classes of functions by name, with default parameters, for the command line and for claims.</summary>
public static class ClassCatalogue
{
    private static readonly Dictionary<string, (string Name, string Default)[]> Known = new()
    {
        ["convex"] = [],
        ["convex-lipschitz"] = [("M", "1")],
        ["polyak-lojasiewicz"] = [("L", "1"), ("mu", "0.1")],
        ["quadratic-upper-bound"] = [("L", "1")],
        ["restricted-secant"] = [("L", "1"), ("mu", "0.1")],
        ["smooth"] = [("L", "1")],
        ["smooth-convex"] = [("L", "1")],
        ["smooth-strongly-convex"] = [("L", "1"), ("mu", "0.1")],
        ["strongly-convex"] = [("mu", "0.1")],
    };

    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Parameters of a class with default values.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is no such class.</exception>
    public static IReadOnlyList<(string Name, string Default)> Parameters(string name) =>
        Known.TryGetValue(name, out (string, string)[]? parameters) ? parameters : throw NearestName.Unknown("class", name, Names);

    /// <summary>The class with given parameters.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="p">Values of its parameters.</param>
    /// <exception cref="InputException">There is no such class, or a parameter is out of range.</exception>
    public static InterpolationClass<T> Create<T>(string name, ModelParameters<T> p)
        where T : struct, INumber<T> => name switch
        {
            "convex" => new Convex<T>(),
            "convex-lipschitz" => new ConvexLipschitz<T>(p["M"]),
            "polyak-lojasiewicz" => new PolyakLojasiewicz<T>(p["mu"], p["L"]),
            "quadratic-upper-bound" => new QuadraticUpperBound<T>(p["L"]),
            "restricted-secant" => new RestrictedSecant<T>(p["mu"], p["L"]),
            "smooth" => new SmoothStronglyConvex<T>(p["L"], -p["L"]),
            "smooth-convex" => new SmoothStronglyConvex<T>(p["L"], T.Zero),
            "smooth-strongly-convex" => new SmoothStronglyConvex<T>(p["L"], p["mu"]),
            "strongly-convex" => new StronglyConvex<T>(p["mu"]),
            _ => throw NearestName.Unknown("class", name, Names),
        };
}
