using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

/// <summary>Linear minimisation against brute force over all vertices, in exact rationals with many ties; on round balls against the dual norm.</summary>
public class LinearMinimizationTests
{
    [Fact]
    public void TheSimplexAnswersItsBestVertexLowestIndexFirst() => Any.Seed(300, random =>
    {
        HostVector<Rational> d = Direction(random), s = d.NewLike();
        VertexSets.MinimizeOverSimplex(d, s);
        AssertSame(First(d, Units(d.Length, Rational.One)), s);
    });

    [Fact]
    public void TheL1BallAnswersAVertexOfTheBestValueLowestIndexFirst() => Any.Seed(300, random =>
    {
        HostVector<Rational> d = Direction(random), s = d.NewLike();
        Rational radius = Rational.FromDouble(0.5);
        NormBalls.MinimizeOverL1(radius, d, s);
        AssertSame(First(d, Units(d.Length, -radius).Zip(Units(d.Length, radius), (a, b) => new[] { a, b }).SelectMany(pair => pair)), s);
    });

    [Fact]
    public void TheCubeAnswersItsBestCornerLowestFirst() => Any.Seed(300, random =>
    {
        HostVector<Rational> d = Direction(random), s = d.NewLike();
        Rational low = Rational.FromDouble(-0.5), high = Rational.FromDouble(2);
        NormBalls.MinimizeOverCube(low, high, d, s);
        IEnumerable<HostVector<Rational>> corners = Enumerable.Range(0, 1 << d.Length)
            .Select(bits => new HostVector<Rational>([.. Enumerable.Range(0, d.Length).Select(i => (bits >> i & 1) == 1 ? high : low)]));
        AssertSame(First(d, corners), s);
    });

    [Fact]
    public void AHullAnswersItsBestVertexLowestIndexFirst() => Any.Seed(300, random =>
    {
        HostVector<Rational> d = Direction(random), s = d.NewLike();
        HostVector<Rational>[] vertices = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Direction(random, d.Length))];
        VertexSets.MinimizeOverHull(vertices, d, s);
        AssertSame(First(d, vertices), s);
    });

    // min <d, s> over the unit l_p ball is -|d|_q, 1/p + 1/q = 1, and the point that attains it has norm one.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(1.5)]
    [InlineData(30)]
    public void RoundBallsAttainTheDualNorm(double p) => Any.Seed(200, random =>
    {
        int n = 1 + random.Next(8);
        HostVector<Tracked<double>> d = new([.. Enumerable.Range(0, n).Select(_ => (Tracked<double>)(random.Next(4) == 0 ? 0 : random.Signed()))]), s = d.NewLike();
        NormBalls.MinimizeOverLp(p, d, s);
        AssertAttains(d, s, p);
        if (p == 2)
        {
            NormBalls.MinimizeOverL2(d, s);
            AssertAttains(d, s, p);
        }
    });

    private static void AssertAttains(HostVector<Tracked<double>> d, HostVector<Tracked<double>> s, double p)
    {
        double q = p / (p - 1), dual = Norm(d, q), value = HostVector<Tracked<double>>.Dot(d, s).Value;

        // Powers of doubles: an error of a few units in a logarithm of size up to 20 is amplified by that size and by p or q.
        double allowed = 64 * Math.ScaleB(1, -53) * 20 * Math.Max(p, q) * s.Length;
        Assert.True(Math.Abs(value + dual) <= allowed * dual, $"{value:R} against {-dual:R}");
        Assert.True(Math.Abs(Norm(s, p) - 1) <= allowed, $"norm {Norm(s, p):R}");
    }

    private static double Norm(HostVector<Tracked<double>> x, double p)
    {
        double largest = x.Span.ToArray().Max(c => Math.Abs(c.Value));
        return largest == 0 ? 0 : largest * Math.Pow(x.Span.ToArray().Sum(c => Math.Pow(Math.Abs(c.Value) / largest, p)), 1 / p);
    }

    private static HostVector<Rational> First(HostVector<Rational> d, IEnumerable<HostVector<Rational>> vertices) =>
        vertices.Aggregate((best, v) => HostVector<Rational>.Dot(d, v) < HostVector<Rational>.Dot(d, best) ? v : best);

    private static IEnumerable<HostVector<Rational>> Units(int n, Rational size) => Enumerable.Range(0, n)
        .Select(i => new HostVector<Rational>([.. Enumerable.Range(0, n).Select(j => i == j ? size : Rational.Zero)]));

    /// <summary>Small integers, so that ties and zeros are common.</summary>
    private static HostVector<Rational> Direction(Random random, int? length = null) =>
        new([.. Enumerable.Range(0, length ?? (1 + random.Next(6))).Select(_ => Rational.FromDouble(random.Next(-2, 3)))]);

    private static void AssertSame(HostVector<Rational> expected, HostVector<Rational> actual) => Assert.Equal(expected.Span.ToArray(), actual.Span.ToArray());
}
