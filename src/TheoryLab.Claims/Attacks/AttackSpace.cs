using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A point of the search: which arm, the shares of its ranges, and the number of its structural seed.</summary>
internal sealed record AttackPoint(int Arm, double[] Shares, int SeedNumber);

/// <summary>The discrete choices that a point makes.</summary>
internal sealed record AttackArm(int SpecIndex, InstanceSpec Spec, IMethod Method, int Horizon);

/// <summary>
/// Everything an attack may vary. An arm is a specification, a method and a horizon; within an arm there is the unit cube of the ranges, scaled as
/// the ranges are drawn, and the structural seed.
/// </summary>
internal sealed class AttackSpace
{
    private readonly Claim _claim;
    private readonly int _seed;
    private readonly int[] _sampled;

    public AttackSpace(Claim claim, AttackOptions options)
    {
        (_claim, _seed) = (claim, options.Seed);
        if (Attack.ObstacleOf(claim) is { } obstacle)
        {
            throw new InputException(obstacle == AttackObstacle.NamedInstances
                ? $"{claim.Id} has named instances only, so there is nothing to search; 'theorylab check {claim.Id}' runs them all."
                : $"{claim.Id} is a claim about {(obstacle == AttackObstacle.Order ? "an order" : "a limit")}, which no single instance comes close to breaking; attack needs a claim with a pointwise bound.");
        }

        int[] horizons = claim.Horizons.Count == 0 ? [claim.Iterations] : [.. claim.Horizons];
        Arms = [.. from s in Enumerable.Range(0, claim.Instances.Count)
                   where claim.Instances[s].IsSampled || !options.SampledOnly
                   from method in claim.Methods
                   from n in horizons
                   select new AttackArm(s, claim.Instances[s], method, n)];
        _sampled = [.. Enumerable.Range(0, Arms.Count).Where(a => Arms[a].Spec.IsSampled)];
    }

    public IReadOnlyList<AttackArm> Arms { get; }

    /// <summary>
    /// Point i of the sweep: each arm once in turn, then the sampled ones again and again. Within an arm the points are a Kronecker sequence on the
    /// powers of the generalised golden ratio (Roberts 2018), shifted by the seed, each with a structural seed of its own.
    /// </summary>
    public AttackPoint Sweep(int i)
    {
        int arm = i < Arms.Count ? i : _sampled[(i - Arms.Count) % _sampled.Length];
        int turn = i < Arms.Count ? 0 : 1 + ((i - Arms.Count) / _sampled.Length);
        int dimension = Arms[arm].Spec.Ranges.Count;
        Random shift = Seeds.Generator(Seeds.Derive(_seed, _claim.Id, "attack shift", arm));
        double ratio = GoldenRatio(dimension), step = 1;
        double[] shares = new double[dimension];
        for (int j = 0; j < dimension; j++)
        {
            step /= ratio;
            shares[j] = (shift.NextDouble() + (turn * step)) % 1;
        }

        return new(arm, shares, turn);
    }

    /// <summary>The run of a point.</summary>
    public CheckCase Case(AttackPoint point)
    {
        AttackArm arm = Arms[point.Arm];
        int seed = Seeds.Derive(_seed, _claim.Id, $"attack instance {arm.SpecIndex}", point.SeedNumber);
        return new(arm.Spec, point.SeedNumber, seed, arm.Method, arm.Horizon) { Instance = arm.SpecIndex, Drawn = Drawn(point) };
    }

    /// <summary>The values of a point's ranges.</summary>
    public IReadOnlyDictionary<string, double> Drawn(AttackPoint point) =>
        Arms[point.Arm].Spec.Ranges.Select((r, j) => (r.Parameter.Name, Value: r.At(point.Shares[j]))).ToDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal);

    /// <summary>The arms with the next smaller and the next larger horizon, all else equal.</summary>
    public IEnumerable<int> Neighbours(int arm)
    {
        AttackArm own = Arms[arm];
        int Nearest(int sign) => Enumerable.Range(0, Arms.Count)
            .Where(a => Arms[a].SpecIndex == own.SpecIndex && Equals(Arms[a].Method, own.Method) && sign * (Arms[a].Horizon - own.Horizon) > 0)
            .OrderBy(a => sign * Arms[a].Horizon).DefaultIfEmpty(-1).First();
        return new[] { Nearest(-1), Nearest(1) }.Where(a => a >= 0);
    }

    /// <summary>The root above 1 of x^(d+1) = x + 1.</summary>
    private static double GoldenRatio(int dimension)
    {
        double x = 2;
        for (int i = 0; i < 64; i++)
        {
            x = Math.Pow(1 + x, 1.0 / (dimension + 1));
        }

        return x;
    }
}
