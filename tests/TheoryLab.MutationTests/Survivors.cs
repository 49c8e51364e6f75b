namespace TheoryLab.MutationTests;

/// <summary>
/// Why the mutants that nothing tells from their originals satisfy every stated bound. Held exactly: no survivor without a reason, and whatever a
/// reason covers survives.
/// </summary>
public static class Survivors
{
    /// <summary>Mutants of a method, and why they survive.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Mutations">How the names of the mutations begin.</param>
    /// <param name="Reason">The reason.</param>
    public sealed record Entry(string Method, IReadOnlyList<string> Mutations, string Reason)
    {
        public bool Covers(Fate fate) =>
            fate.Method.Name == Method && Mutations.Any(m => fate.Mutation.ToString()!.StartsWith(m, StringComparison.Ordinal));
    }

    public static IReadOnlyList<Entry> All { get; } =
    [
        new(
            "pairwise-frank-wolfe",
            ["update 3, terms", "update 4, terms"],
            "Equivalent. The update is always the difference of s and a point p of the active set, and is asked only whether its square is zero: |p - s| = |s - p|."),
        new(
            "pairwise-frank-wolfe",
            ["update 3, coefficient", "update 5, terms", "update 5, coefficient 2"],
            "No claim states a bound for the method. x has moved by t (s - v) before s is looked for among the points held, so x is the same combination; "
            + "an s that is not recognised is held twice, its weight shared. Steps stay feasible, being at most the weight of v, and go in the same directions; "
            + "only one cut off at the weight of a single copy is shorter, and none is on these instances."),
        new(
            "cubic-newton",
            ["update 1, coefficient 1 times 2", "update 1, coefficients of the step before"],
            "Equivalent. The first shift only gives a lower bound from which Newton's method rises to the root of the secular equation. |(H + t I)^-1 g| falls as t grows, so a larger "
            + "shift, doubled or from a step with a larger gradient, gives a smaller bound and the same root."),
        new(
            "coordinate-descent(rule=GaussSouthwell, step=Largest)",
            ["partial derivative times"],
            "Equivalent. The rule only compares |grad_i f| between coordinates, and a common factor leaves the order; the step is the oracle's own."),
        new(
            "coordinate-descent(rule=GaussSouthwellLipschitz, step=Own)",
            ["partial derivative times"],
            "Equivalent. The rule only compares (grad_i f)^2/L_i between coordinates, and a common factor leaves the order; the step is the oracle's own."),
        new(
            "subspace-optimum",
            ["previous gradient"],
            "Equivalent. The class optimum asks for no gradient."),
        new(
            "multiple-gradient-descent",
            ["update 1, terms 1 and 3 swapped"],
            "Equivalent. The update is d + w (g_2 - g_1), and d is a copy of g_1 before it."),
        new(
            "multiple-gradient-acceleration",
            ["update 1, terms 1 and 3 swapped"],
            "Equivalent. The update is d + w (g_2 - g_1), and d is a copy of g_1 before it."),
    ];

    public static Entry? Of(Fate fate) => All.FirstOrDefault(e => e.Covers(fate));
}
