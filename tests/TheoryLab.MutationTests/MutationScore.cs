using System.Globalization;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;

namespace TheoryLab.MutationTests;

/// <summary>What became of one mutant.</summary>
/// <param name="Method">The method.</param>
/// <param name="Mutation">The change.</param>
/// <param name="Claim">The claim that refuted it, or null.</param>
/// <param name="Trajectory">Whether its exact trajectory differs from the method's.</param>
public sealed record Fate(string Method, Mutation Mutation, string? Claim, bool Trajectory);

/// <summary>
/// Makes the mutants of every method that the catalogue speaks of and asks every claim about that method. A mutant with the exact trajectory of
/// its original and no claim against it is the same method (an index shifted where no index is used) and is left out.
/// </summary>
public static class MutationScore
{
    private static readonly CheckOptions Quick = new() { Samples = 1, Jobs = 1, Shrink = false };

    /// <summary>The fates of the mutants of the chosen methods.</summary>
    public static IReadOnlyList<Fate> Fates(Func<IMethod, bool> chosen, CancellationToken cancellation)
    {
        IReadOnlyList<Claim> claims = Catalogue.Of(typeof(CatalogueMarker).Assembly).Claims;
        IMethod[] methods = [.. claims.SelectMany(c => c.Methods).Distinct().Where(MutantMethods.Supports).Where(chosen).OrderBy(m => m.Name, StringComparer.Ordinal)];
        (IMethod Method, Mutation Mutation)[] mutants = [.. methods.SelectMany(m => Mutations(m, claims).Select(x => (m, x)))];
        Fate?[] fates = new Fate?[mutants.Length];
        Parallel.For(
            0,
            mutants.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => fates[i] = Judge(mutants[i].Method, mutants[i].Mutation, claims, cancellation));
        return [.. fates.OfType<Fate>()];
    }

    /// <summary>The table of kills, a row per method, and the survivors.</summary>
    public static string Table(IReadOnlyList<Fate> fates)
    {
        StringBuilder text = new("| method | mutants | refuted by a claim | by its exact trajectory only | survivors |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, Fate> g in fates.GroupBy(f => f.Method).Append(new Total(fates)))
        {
            int claim = g.Count(f => f.Claim is not null), trajectory = g.Count(f => f.Claim is null && f.Trajectory);
            text.Append(CultureInfo.InvariantCulture, $"| {g.Key} | {g.Count()} | {claim} ({100.0 * claim / g.Count():F0} %) | {trajectory} | {g.Count() - claim - trajectory} |\n");
        }

        text.Append("\nNot refuted by any claim (they satisfy every stated bound on every instance tried; their exact trajectory tells them apart):\n\n");
        foreach (Fate f in fates.Where(f => f.Claim is null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {f.Method}: {f.Mutation}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Mutation> Mutations(IMethod method, IReadOnlyList<Claim> claims)
    {
        IReadOnlyList<int> terms = Shape(method, claims);
        for (int update = 0; update < terms.Count; update++)
        {
            for (int term = 0; term < terms[update]; term++)
            {
                foreach (double factor in new[] { 0.5, 2, -1 })
                {
                    yield return new Mutation.Coefficient(update, term, factor);
                }

                for (int other = term + 1; other < terms[update]; other++)
                {
                    yield return new Mutation.Swap(update, term, other);
                }
            }
        }

        yield return new Mutation.Index(1);
        yield return new Mutation.Index(-1);
        yield return new Mutation.PreviousGradient();
    }

    /// <summary>How many updates a step makes and how many terms each has, learnt from a few steps.</summary>
    private static IReadOnlyList<int> Shape(IMethod method, IReadOnlyList<Claim> claims)
    {
        Mutator? seen = null;
        IMethod observed = MutantMethods.Of(method, null, m => seen = m);
        InstanceSpec spec = claims.First(c => c.Methods.Contains(method)).Instances[0];
        IIteration<HostVector<double>> iteration = MethodStarter.Start(observed, spec.Create(5, 1).In<double>(), 5);
        for (int k = 0; k < 5; k++)
        {
            iteration.Step(k);
        }

        return seen!.Terms;
    }

    private static Fate? Judge(IMethod method, Mutation mutation, IReadOnlyList<Claim> claims, CancellationToken cancellation)
    {
        IMethod mutant = MutantMethods.Of(method, mutation);
        bool differs = ExactTrajectories.Fingerprint(method) is { } original && original != ExactTrajectories.Fingerprint(mutant);
        string? refuting = claims
            .Where(c => c.Methods.Contains(method) && c.Instances.All(i => i.Family.Name is not ("logistic-regression" or "least-squares")))
            .OrderBy(c => c.IsOrderClaim || c.Kind == ClaimKind.Limit)
            .FirstOrDefault(c => ClaimChecker.Check(c with { Methods = [mutant], Twins = [] }, Quick, cancellation).Result.Verdict == Verdict.Refuted)?.Id;
        return differs || refuting is not null ? new(method.Name, mutation, refuting, differs) : null;
    }

    private sealed class Total(IReadOnlyList<Fate> fates) : IGrouping<string, Fate>
    {
        public string Key => "all";

        public IEnumerator<Fate> GetEnumerator() => fates.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
