using System.Globalization;
using System.Text;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>reports/mutation.md: a heading, a row per method, what no claim refutes, the survivors with their reasons, the rules without object.</summary>
public static class MutationTable
{
    private const string Heading =
        """
        # Mutation score
        Mutants by fixed rules: in every update of a step each coefficient halved, doubled and negated, each two vectors exchanged, and, where they
        change with k, the coefficients of the step before; each constant that the method is told halved, doubled and negated; the index k shifted
        by one either way and the horizon N by one up, where they occur; the previous gradient used. A step size, or a shift of a Hessian that is not
        zero, handed to an oracle counts as an update of one term. Scalar recursions inside a method (t_k, weights of an active set) are reached through the
        coefficients they lead to.

        Methods on coordinates and blocks move through an oracle and are mutated there. Every answer is halved, doubled, negated, taken of the next coordinate or
        block, taken of the point before the last move; partial derivatives and L_i, which rules compare, are also inverted, so that the largest becomes the smallest; a
        matrix loses all but its diagonal; a minimiser is replaced by a gradient step. Steps, and the product A M that a recursion of second moments moves by, are also
        multiplied by 0.9 and 1.1; every third one is left out, or made without the knowledge of the kept residuals. Coordinates, or blocks, are counted from the second
        one, which shifts the bounds of blocks, and backwards. A rule that changes no answer of a method on the small instances makes no mutant of it.

        A mutant is refuted by a claim of the catalogue (one sample per specification, real data left out) or by the exact trajectory test: its
        iterates in exact rationals differ from those stored for the method; in 1,024 bits, rounded to doubles, where steps contain roots that rationals
        refuse. Made by `THEORYLAB_REGENERATE=1 dotnet test tests/TheoryLab.MutationTests`.

        | method | mutants | refuted by a claim | by its exact trajectory only | survivors |
        |---|---|---|---|---|

        """;

    /// <summary>The whole table.</summary>
    public static string Of(IReadOnlyList<Fate> fates)
    {
        StringBuilder text = new(Heading);
        IGrouping<string, Fate>[] methods = [.. fates.GroupBy(f => f.Method.Name)];
        foreach (IGrouping<string, Fate> m in methods)
        {
            text.Append(Row(m.Key, m));
        }

        text.Append(Row("all", fates));
        text.Append("\n## Not refuted by any claim\nThey satisfy every stated bound on every instance tried; their exact trajectory tells them apart, but for the survivors below.\n\n");
        foreach (IGrouping<string, Fate> m in methods.Where(m => m.Any(f => f.Claim is null)))
        {
            text.Append(Unclaimed(m.Key, m));
        }

        text.Append("\n## Survivors\n");
        foreach (IGrouping<Survivors.Entry?, Fate> s in fates.Where(f => f.Survives).GroupBy(Survivors.Of))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {s.First().Method.Name}: {string.Join("; ", s.Select(f => f.Mutation))}.\n  {s.Key?.Reason ?? "No reason is known."}\n");
        }

        return text.Append(WithoutIndex(fates)).ToString();
    }

    /// <summary>The row of one method.</summary>
    public static string Row(string name, IEnumerable<Fate> fates)
    {
        Fate[] all = [.. fates];
        int claim = all.Count(f => f.Claim is not null), survivors = all.Count(f => f.Survives), trajectory = all.Length - claim - survivors;
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {all.Length} | {claim} ({100.0 * claim / all.Length:F0} %) | {trajectory} | {survivors} |\n");
    }

    /// <summary>The line of what no claim refutes for one method.</summary>
    public static string Unclaimed(string name, IEnumerable<Fate> fates)
    {
        string mutations = string.Join("; ", fates.Where(f => f.Claim is null).Select(f => f.Mutation));
        bool spoken = MutationScore.Claims.Any(c => c.Methods.Any(m => m.Name == name));
        return $"- {name}{(spoken ? "" : " (no claim on synthetic instances speaks of it)")}: {mutations}\n";
    }

    private static string WithoutIndex(IReadOnlyList<Fate> fates)
    {
        string Without<TShift>(Func<IMethod, bool>? of = null) => string.Join(
            ", ", fates.Where(f => of?.Invoke(f.Method) != false).GroupBy(f => f.Method.Name).Where(m => !m.Any(f => f.Mutation is TShift)).Select(m => m.Key));
        return $"""

            ## Without an index to shift
            Told k + 1, or N + 1, these methods have the same exact trajectories on all instances: their coefficients are constants, come from inner
            products, or from a recursion that they carry along, and the horizon is read for storage at most. Methods on coordinates whose order does not
            matter take all of them, or the best.

            - without k: {Without<Mutation.IndexShift>()}
            - without N: {Without<Mutation.HorizonShift>()}
            - without an order of coordinates: {Without<OracleMutation.OrderShift>(ExactTrajectories.IsCoordinatewise)}

            """;
    }
}
