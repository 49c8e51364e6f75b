using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Compass search from one point (Kolda, Lewis and Torczon, SIAM Review 45, 2003): each share up and down by a step, the last successful move
/// again at twice its length, two random directions, two other structural seeds, the neighbouring horizons. The step is halved when nothing is
/// better; below the smallest step the climb is over. It uses no derivatives, so it does not mind ratios that jump.
/// </summary>
internal sealed class Climber(AttackSpace space, AttackPoint start, double ratio, int number, int seed)
{
    private const double FirstStep = 1.0 / 8, LeastStep = 1.0 / (1 << 20);
    private const int MostPolls = 80, SeedsPerClimb = 2 * MostPolls;

    // Less than this is round-off: a parameter that does not matter would pass for one that does, and keep the step from shrinking.
    private const double LeastGain = 1e-12;

    private readonly Random _random = Seeds.Generator(Seeds.Derive(seed, "attack", "climb", number));
    private AttackPoint _point = start;
    private double _ratio = ratio, _step = FirstStep;
    private double[]? _move;
    private int _polls, _seeds;

    /// <summary>Whether there is nothing more to try.</summary>
    public bool IsOver => _step < LeastStep || _polls >= MostPolls;

    /// <summary>The points to be tried next.</summary>
    public AttackPoint[] Poll()
    {
        _polls++;
        double[] x = _point.Shares;
        List<AttackPoint> points = [];
        for (int j = 0; j < x.Length; j++)
        {
            foreach (int sign in (ReadOnlySpan<int>)[1, -1])
            {
                double[] y = [.. x];
                y[j] = Math.Clamp(y[j] + (sign * _step), 0, 1);
                points.Add(_point with { Shares = y });
            }
        }

        if (_move is { } move)
        {
            points.Add(Moved(x, move, 2));
        }

        for (int i = 0; i < 2; i++)
        {
            double[] direction = [.. x.Select(_ => (2 * _random.NextDouble()) - 1)];
            if (x.Length > 1)
            {
                points.Add(Moved(x, direction, _step));
            }

            points.Add(_point with { SeedNumber = 1_000_000 + (number * SeedsPerClimb) + _seeds++ });
        }

        points.AddRange(space.Neighbours(_point.Arm).Select(a => _point with { Arm = a }));

        // A small step does not move an integer, and none leaves the cube.
        IReadOnlyDictionary<string, double> own = space.Drawn(_point);
        return [.. points.Where(p => p.SeedNumber != _point.SeedNumber || p.Arm != _point.Arm || space.Drawn(p).Any(d => d.Value != own[d.Key]))];
    }

    /// <summary>Moves to the best of the points if it is better than where the climb is, else halves the step.</summary>
    public void Learn(AttackPoint[] points, AttackProbe[] probes)
    {
        int best = -1;
        for (int i = 0; i < points.Length; i++)
        {
            if (probes[i].Ratio > (best < 0 ? _ratio + (LeastGain * Math.Abs(_ratio)) : probes[best].Ratio))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            _step /= 2;
            _move = null;
            return;
        }

        AttackPoint next = points[best];
        bool moved = next.Arm == _point.Arm && next.SeedNumber == _point.SeedNumber;
        _move = moved ? [.. next.Shares.Zip(_point.Shares, (to, from) => to - from)] : null;
        (_point, _ratio) = (next, probes[best].Ratio);
    }

    private AttackPoint Moved(double[] x, double[] direction, double length) =>
        _point with { Shares = [.. x.Zip(direction, (a, d) => Math.Clamp(a + (length * d), 0, 1))] };
}
