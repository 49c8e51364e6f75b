using System.Numerics;
using TheoryLab.Core;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>Classes of functions by name, with default parameters, for the command line and for claims.</summary>
public static class ClassCatalogue
{
    private static readonly Dictionary<string, (string Meaning, (string Name, string Default)[] Parameters)> Known = new()
    {
        ["convex"] = ("convex functions", []),
        ["convex-lipschitz"] = ("convex functions with subgradients of norm at most M", [("M", "1")]),
        ["polyak-lojasiewicz"] = ("L-smooth functions, convex or not, with |grad f(x)|^2 >= 2 mu (f(x) - f*)", [("L", "1"), ("mu", "0.1")]),
        ["quadratic-upper-bound"] = ("convex functions with f(x) - f* <= L/2 |x - x*|^2", [("L", "1")]),
        ["restricted-secant"] = ("functions with <grad f(x), x - x*> >= mu |x - x*|^2 and |grad f(x)| <= L |x - x*|", [("L", "1"), ("mu", "0.1")]),
        ["smooth"] = ("L-smooth functions, convex or not", [("L", "1")]),
        ["smooth-convex"] = ("convex functions with an L-Lipschitz gradient", [("L", "1")]),
        ["smooth-strongly-convex"] = ("mu-strongly convex functions with an L-Lipschitz gradient", [("L", "1"), ("mu", "0.1")]),
        ["strongly-convex"] = ("mu-strongly convex functions, smooth or not", [("mu", "0.1")]),
    };

    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Parameters of a class with default values.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is no such class.</exception>
    public static IReadOnlyList<(string Name, string Default)> Parameters(string name) =>
        Of(name).Parameters;

    /// <summary>What the class holds, in words.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is no such class.</exception>
    public static string Meaning(string name) => Of(name).Meaning;

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
            "smooth-strongly-convex" => new SmoothStronglyConvex<T>(p["L"], Modulus(p)),
            "strongly-convex" => new StronglyConvex<T>(p["mu"]),
            _ => throw NearestName.Unknown("class", name, Names),
        };

    // The class in the library is that of hypoconvex functions too, for which x* need not be a minimiser.
    private static T Modulus<T>(ModelParameters<T> p)
        where T : struct, INumber<T> => p["mu"] >= T.Zero && p["mu"] < p["L"] ? p["mu"]
        : throw new InputException($"The parameter mu of the class smooth-strongly-convex is {p["mu"]} and L is {p["L"]}; mu must be at least 0 and below L: write --set mu=0.1 --set L=1.");

    private static (string Meaning, (string Name, string Default)[] Parameters) Of(string name) =>
        Known.TryGetValue(name, out (string, (string, string)[]) known) ? known : throw NearestName.Unknown("class", name, Names);
}
