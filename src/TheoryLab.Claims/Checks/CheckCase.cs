using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>One run that a claim asks for: a method on one instance, to one horizon.</summary>
/// <param name="Spec">Where the instance comes from.</param>
/// <param name="Sample">Which sample of it, from zero.</param>
/// <param name="Seed">The replay seed of that sample.</param>
/// <param name="Method">The method.</param>
/// <param name="Horizon">How many iterations.</param>
internal sealed record CheckCase(InstanceSpec Spec, int Sample, int Seed, IMethod Method, int Horizon)
{
    /// <summary>The index of the instance among the claim's.</summary>
    public int Instance { get; init; }

    /// <summary>Values tried by the shrinker in place of the drawn ones.</summary>
    public IReadOnlyDictionary<string, double>? Drawn { get; init; }

    /// <summary>Creates the instance and says how it is to be run and measured.</summary>
    public RunPlan Plan(Claim claim)
    {
        ProblemInstance instance = Drawn is { } drawn ? Spec.Create(Horizon, Seed, drawn) : Spec.Create(Horizon, Seed);
        return new(Method, instance, Horizon, Grid(claim, Horizon), Measures(claim));
    }

    /// <summary>The cases of a claim in their fixed order: specification, sample, method, horizon.</summary>
    public static IReadOnlyList<CheckCase> Of(Claim claim, CheckOptions options)
    {
        int iterations = claim.OneStep ? 1 : options.Iterations ?? claim.Iterations;
        int[] horizons = claim.Horizons.Count == 0 ? [iterations] : [.. claim.Horizons.Where(n => options.Iterations is null || n <= iterations)];
        if (horizons.Length == 0)
        {
            throw new InputException($"--iterations {iterations} leaves no horizon of {claim.Id}, whose smallest is {claim.Horizons.Min()}.");
        }

        List<CheckCase> cases = [];
        int instance = 0;
        for (int s = 0; s < claim.Instances.Count; s++)
        {
            InstanceSpec spec = claim.Instances[s];
            (int first, int count) = spec.IsSampled ? (options.FirstSample, options.Samples ?? claim.Samples) : (0, 1);
            for (int i = first; i < first + count; i++)
            {
                int seed = Seeds.Derive(options.Seed, claim.Id, $"instance {s}", i);
                cases.AddRange(from method in claim.Methods from n in horizons select new CheckCase(spec, i, seed, method, n) { Instance = instance });
                instance++;
            }
        }

        return cases;
    }

    /// <summary>Formulas that look one iteration back need every iteration; claims about horizons only the last one.</summary>
    private static SampleGrid Grid(Claim claim, int last) =>
        Formulas(claim).Any(f => f.PastNames.Count > 0) ? SampleGrid.Every(last)
        : claim.Horizons.Count > 0 ? SampleGrid.Ends(last)
        : SampleGrid.Geometric(last);

    private static IReadOnlyList<IMeasure> Measures(Claim claim) =>
        [claim.Measure, .. Formulas(claim).SelectMany(f => f.Names).Distinct().Select(Registry.MeasureOfSymbol).OfType<IMeasure>().Where(m => m.Symbol != claim.Measure.Symbol)];

    private static IEnumerable<Expression> Formulas(Claim claim) => new[] { claim.Quantity, claim.Bound, claim.Scale }.OfType<Expression>();
}
