using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.WorstCase.Tests;

/// <summary>The worst cases whose proofs are kept with the catalogue.</summary>
internal static class CertificateSet
{
    public static IReadOnlyList<(string File, WorstCaseModel Model, IReadOnlyDictionary<string, string> Values)> All { get; } =
    [
        .. Method("gradient-descent", "smooth-convex", 1, 20),
        .. Method("gradient-descent", "smooth-convex", 40, 40),
        .. Method("gradient-descent", "smooth-strongly-convex", 1, 8),
        .. Method("gradient-descent", "smooth-convex", 1, 5, "squared-gradient-norm"),
        .. Method("nesterov-three", "smooth-convex", 1, 20),
        .. Method("nesterov", "smooth-convex", 1, 5),
        .. Method("nesterov-strongly-convex", "smooth-strongly-convex", 1, 5, settings: ("mu", "1/4")),
        .. Method("optimized-gradient", "smooth-convex", 1, 6),
        .. Method("heavy-ball", "smooth-strongly-convex", 1, 3, settings: ("mu", "1/4")),
        .. Model("ppm-function-value", 1, 20, ("gamma", "1")),
        .. Model("ppm-function-value", 40, 40, ("gamma", "1")),
        .. Model("gd-nonconvex", 1, 6),
        .. Model("triple-momentum", 2, 3, ("mu", "1/4")),
        .. Model("halpern-fixed-point", 1, 6),
        .. Model("krasnoselskii-mann-constant", 1, 5, ("gamma", "3/4")),
        .. Model("ppm-monotone", 2, 6, ("alpha", "2")),
        .. Model("proximal-gradient-distance", 1, 5, ("gamma", "1")),
        .. Model("fista-simple-momentum", 1, 5),
        .. Model("subgradient-fixed-step", 3, 3),
        .. Model("subgradient-fixed-step", 8, 8),
        .. Model("alternate-projections", 1, 5),
        .. Model("averaged-projections", 1, 3),
    ];

    private static IEnumerable<(string, WorstCaseModel, IReadOnlyDictionary<string, string>)> Method(
        string method, string className, int first, int last, string measure = "primal-gap", params (string Name, string Value)[] settings)
    {
        for (int n = first; n <= last; n++)
        {
            string suffix = measure == "primal-gap" ? string.Empty : $"-{measure}";
            yield return ($"{method}-{className}{suffix}-{n:D2}.json", new MethodModel(Registry.Method(method), className, Registry.Measure(measure)), Values(n, settings));
        }
    }

    private static IEnumerable<(string, WorstCaseModel, IReadOnlyDictionary<string, string>)> Model(string id, int first, int last, params (string Name, string Value)[] settings)
    {
        WorstCaseModel model = ModelCatalogue.Of(typeof(CatalogueMarker).Assembly).TryFind(id) ?? throw new InvalidOperationException($"There is no model {id}.");
        for (int n = first; n <= last; n++)
        {
            yield return ($"{id}-{n:D2}.json", model, Values(n, settings));
        }
    }

    private static Dictionary<string, string> Values(int n, (string Name, string Value)[] settings) =>
        new(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))) { ["n"] = n.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
