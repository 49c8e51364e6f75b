namespace TheoryLab.Claims;

/// <summary>
/// Which points are tried, in batches. A batch depends on what the batches before it gave and on nothing else: neither on the number of
/// evaluations allowed, so a longer attack begins as a shorter one does, nor on jobs or time. The sweep has a head start and then its share of
/// every stretch of the attack; the rest are climbs, in turn from the best point left and from the best of the specification climbed least.
/// </summary>
internal sealed class AttackSearch(AttackSpace space, int seed, double sweepShare)
{
    private const int BatchSize = 16, HeadStart = 64;

    // Starts nearer than this in every share belong to one hill.
    private const double Apart = 0.02;

    private readonly List<(AttackPoint Point, double Ratio)> _swept = [];
    private readonly List<AttackPoint> _starts = [];
    private Climber? _climber;
    private int _local;

    /// <summary>Evaluations of the sweep so far.</summary>
    public int Swept => _swept.Count;

    /// <summary>The next batch.</summary>
    public (AttackPhase Phase, AttackPoint[] Points) Next()
    {
        if (Swept >= HeadStart && Swept > sweepShare * (Swept + _local))
        {
            while ((_climber = _climber is null or { IsOver: true } ? NewClimber() : _climber) is not null)
            {
                AttackPoint[] points = _climber.Poll();
                if (points.Length > 0)
                {
                    return (AttackPhase.Local, points);
                }
            }
        }

        return (AttackPhase.Sweep, [.. Enumerable.Range(Swept, BatchSize).Select(space.Sweep)]);
    }

    /// <summary>Takes what a batch gave.</summary>
    public void Learn(AttackPhase phase, AttackPoint[] points, AttackProbe[] probes)
    {
        if (phase == AttackPhase.Sweep)
        {
            _swept.AddRange(points.Zip(probes, (p, v) => (p, v.Ratio)));
        }
        else
        {
            _local += points.Length;
            _climber!.Learn(points, probes);
        }
    }

    private Climber? NewClimber()
    {
        int Climbs(AttackPoint p) => _starts.Count(s => space.Arms[s.Arm].SpecIndex == space.Arms[p.Arm].SpecIndex);
        var left = _swept.Where(s => s.Ratio > double.NegativeInfinity && space.Arms[s.Point.Arm].Spec.IsSampled && !_starts.Any(t => IsNear(s.Point, t)));
        (AttackPoint Point, double Ratio)[] best =
            [.. left.OrderBy(s => _starts.Count % 2 == 0 ? 0 : Climbs(s.Point)).ThenByDescending(s => s.Ratio).ThenBy(s => s.Point.Arm).ThenBy(s => s.Point.SeedNumber).Take(1)];
        if (best.Length == 0)
        {
            return null;
        }

        _starts.Add(best[0].Point);
        return new(space, best[0].Point, best[0].Ratio, _starts.Count, seed);
    }

    private static bool IsNear(AttackPoint a, AttackPoint b) =>
        a.Arm == b.Arm && (a.SeedNumber == b.SeedNumber || a.Shares.Zip(b.Shares, (x, y) => Math.Abs(x - y)).All(d => d < Apart));
}
