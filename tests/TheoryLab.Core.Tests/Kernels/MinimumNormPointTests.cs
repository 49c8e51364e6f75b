using System.Numerics;

namespace TheoryLab.Core.Tests.Kernels;

/// <summary>The point of least norm of a hull, in exact rationals: its optimality is a finite list of inequalities, which are checked exactly.</summary>
public sealed class MinimumNormPointTests
{
    [Fact]
    public void In_rationals_the_weights_are_convex_and_no_vector_has_a_smaller_inner_product_with_the_point()
    {
        Random random = Seeds.Generator(11);
        for (int test = 0; test < 10_000; test++)
        {
            int m = random.Next(2, 9), n = random.Next(1, 8);
            Rational[][] g = Vectors(random, m, n);
            MinimumNormPoint<Rational> nearest = new(m);
            Fill(nearest.Gram, g);
            Rational[] lam = nearest.Solve().ToArray();
            Assert.All(lam, l => Assert.True(l >= Rational.Zero));
            Assert.Equal(Rational.One, lam.Aggregate((a, b) => a + b));

            // |p|^2 = min <p, g_i>: p is the nearest point, and the only one.
            Rational[] p = [.. Enumerable.Range(0, n).Select(c => Enumerable.Range(0, m).Select(i => lam[i] * g[i][c]).Aggregate((a, b) => a + b))];
            Assert.Equal(Dot(p, p), g.Min(v => Dot(p, v)));
        }
    }

    [Fact]
    public void Weights_are_clipped_where_two_vectors_point_the_same_way()
    {
        MinimumNormPoint<double> nearest = new(2);
        new double[] { 1, 2, 2, 4 }.CopyTo(nearest.Gram, 0);
        Assert.Equal([1.0, 0.0], nearest.Solve().ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Nothing_is_allocated(int m)
    {
        MinimumNormPoint<double> nearest = new(m);
        Random random = Seeds.Generator(3);
        double[][] g = [.. Enumerable.Range(0, m).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextDouble() - 0.5).ToArray())];
        Fill(nearest.Gram, g);
        nearest.Solve();
        long before = GC.GetAllocatedBytesForCurrentThread();
        nearest.Solve();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Small integers; copies, multiples and zeros among them, so that hulls are flat as often as not.</summary>
    private static Rational[][] Vectors(Random random, int m, int n)
    {
        Rational[][] g = [.. Enumerable.Range(0, m).Select(_ => Enumerable.Range(0, n).Select(_ => (Rational)random.Next(-3, 5)).ToArray())];
        for (int i = 1; i < m; i++)
        {
            int other = random.Next(i);
            g[i] = random.Next(6) switch
            {
                0 => [.. g[other]],
                1 => [.. g[other].Select(v => 2 * v)],
                2 => [.. g[other].Select(v => -v)],
                _ => g[i],
            };
        }

        return g;
    }

    private static void Fill<T>(T[] gram, T[][] g)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < g.Length; i++)
        {
            for (int j = 0; j < g.Length; j++)
            {
                gram[(i * g.Length) + j] = Dot(g[i], g[j]);
            }
        }
    }

    private static T Dot<T>(T[] a, T[] b)
        where T : struct, INumber<T> => a.Zip(b, (x, y) => x * y).Aggregate(T.Zero, (x, y) => x + y);
}
