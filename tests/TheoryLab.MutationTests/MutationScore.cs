using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;

namespace TheoryLab.MutationTests;

/// <summary>What became of one mutant.</summary>
/// <param name="Method">The method.</param>
/// <param name="Mutation">The change.</param>
/// <param name="Claim">The claim that refuted it, or null.</param>
/// <param name="Differs">Whether its exact trajectory differs from the method's.</param>
public sealed record Fate(IMethod Method, Mutation Mutation, string? Claim, bool Differs)
{
    /// <summary>Whether nothing tells it from the original.</summary>
    public bool Survives => Claim is null && !Differs;

    public override string ToString() => $"{Method.Name}: {Mutation}";
}

/// <summary>Makes the mutants of every method, follows their exact trajectories and asks every claim about the method.</summary>
public static class MutationScore
{
    private static readonly CheckOptions Quick = new() { Samples = 1, Jobs = 1, Shrink = false };

    /// <summary>The claims on synthetic instances.</summary>
    public static IReadOnlyList<Claim> Claims { get; } =
        [.. Catalogue.Of(typeof(CatalogueMarker).Assembly).Claims.Where(c => !c.Instances.Any(i => i.Family.Parameters.Any(p => p.Name == "data")))];

    /// <summary>Every method: those of the registry, and those with other parameters that a claim speaks of.</summary>
    public static IReadOnlyList<IMethod> Methods { get; } =
        [.. Registry.Methods.Concat(Claims.SelectMany(c => c.Methods)).DistinctBy(m => m.Name).OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>The mutants of a method, followed in exact rationals only; seconds for all methods.</summary>
    public static IReadOnlyList<Fate> Trajectories(IMethod method)
    {
        string? original = ExactTrajectories.Fingerprint(method);
        return [.. Mutation.All(Shape(method)).Select(m => new Fate(method, m, null, original != ExactTrajectories.Fingerprint(Mutant.Of(method, m))))];
    }

    /// <summary>The mutants of the methods, followed and held against every claim; minutes for all methods.</summary>
    public static IReadOnlyList<Fate> Fates(IEnumerable<IMethod> methods, CancellationToken cancellation)
    {
        Fate[] fates = [.. methods.SelectMany(Trajectories)];
        Parallel.For(
            0,
            fates.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => fates[i] = new(fates[i].Method, fates[i].Mutation, Refuting(fates[i], cancellation), fates[i].Differs));
        return fates;
    }

    /// <summary>What the steps of a method are made of, learnt where its trajectory is followed.</summary>
    public static MethodShape Shape(IMethod method)
    {
        MethodShape shape = new();
        ExactTrajectories.Watch(Mutant.Of(method, new Mutation.None(), shape));
        string? original = ExactTrajectories.Fingerprint(method);
        shape.ReadsIndex = original != ExactTrajectories.Fingerprint(Mutant.Of(method, new Mutation.IndexShift(1)));
        shape.ReadsHorizon = original != ExactTrajectories.Fingerprint(Mutant.Of(method, new Mutation.HorizonShift()));
        shape.Orders = shape.IsCoordinatewise ? [.. OracleMutation.Orders.Where(m => original != ExactTrajectories.Fingerprint(Mutant.Of(method, m)))] : [];
        return shape;
    }

    /// <summary>The first claim that refutes a mutant, or null.</summary>
    public static string? Refuting(Fate fate, CancellationToken cancellation) =>
        Claims
            .Where(c => c.Methods.Contains(fate.Method))
            .OrderBy(c => c.IsOrderClaim || c.Kind == ClaimKind.Limit)
            .FirstOrDefault(c => Refutes(c with { Methods = [Mutant.Of(fate.Method, fate.Mutation)], Twins = [] }, cancellation))?.Id;

    private static bool Refutes(Claim claim, CancellationToken cancellation)
    {
        try
        {
            return ClaimChecker.Check(claim, Quick, cancellation).Result.Verdict == Verdict.Refuted;
        }
        catch (Exception e) when (IsEndOfRun(e) || (e is AggregateException all && all.Flatten().InnerExceptions.All(IsEndOfRun)))
        {
            // A mutant that divides by zero, runs out of storage or asks what the oracle refuses has no verdict; its trajectory ends in the same way.
            return false;
        }
    }

    private static bool IsEndOfRun(Exception e) => e is ArithmeticException or IndexOutOfRangeException or ArgumentException or InputException;
}
