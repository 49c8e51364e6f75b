using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

/// <summary>The gap against enumeration of all faces in double-doubles: within the bound that tracked arithmetic computes for it.</summary>
public sealed class ParetoGapTests
{
    // Gram matrices of integers up to 8 in at most 6 dimensions: nonzero pivots are quotients of determinants below (6 * 64)^8 < 2^69, and those of
    // dependent faces vanish up to the rounding 2^-100 of a number below 2^12.
    private static readonly double Singular = Math.ScaleB(1, -80);

    [Fact]
    public void AgreesWithEnumerationOnTenThousandSimplices()
    {
        Random random = Seeds.Generator(17);
        double loosest = 0;
        for (int test = 0; test < 10_000; test++)
        {
            int m = random.Next(2, 9), n = random.Next(1, 7);
            double[][] g = Vectors(random, m, n);
            Tracked<double> gap = new Linear<Tracked<double>>([.. g.Select(v => Array.ConvertAll(v, c => (Tracked<double>)c))]).ParetoGap(new(new Tracked<double>[n]));
            double plain = new Linear<double>(g).ParetoGap(new(new double[n])), exact = ByEnumeration(g);
            Assert.True(Math.Abs(gap.Value - exact) <= gap.Error, $"test {test}, m = {m}: {gap}, by enumeration {exact:R}");
            Assert.True(Math.Abs(plain - exact) <= gap.Error, $"test {test}, m = {m}: {plain:R}, by enumeration {exact:R}");
            loosest = Math.Max(loosest, gap.Error);
        }

        // The bound is at most |p|, and at most the error of |p|^2 - min <p, g_i> over |p|; hence at most the root of that error: some 64 roundings
        // of numbers up to |g|^2, which is at most 6 * 64.
        Assert.True(loosest <= Math.Sqrt(64 * ScalarMath.UnitRoundoff<double>() * 6 * 64), $"the loosest bound is {loosest}");
    }

    [Fact]
    public void ParallelGradientsOfOneDirectionHaveTheShorterOneAsGap() => Assert.Equal(1, new Linear<double>([[1, 0], [2, 0]]).ParetoGap(new(new double[2])));

    private static double[][] Vectors(Random random, int m, int n)
    {
        double[][] g = [.. Enumerable.Range(0, m).Select(_ => Enumerable.Range(0, n).Select(_ => (double)random.Next(-3, 5)).ToArray())];
        for (int i = 1; i < m; i++)
        {
            int other = random.Next(i);
            g[i] = random.Next(6) switch { 0 => g[other], 1 => [.. g[other].Select(v => 2 * v / (Math.Abs(v) > 4 ? 2 : 1))], _ => g[i] };
        }

        return g;
    }

    /// <summary>The shortest affine minimiser with convex weights over all faces; every face has one of affinely independent vertices.</summary>
    private static double ByEnumeration(double[][] g)
    {
        int m = g.Length;
        DoubleDouble best = 1e300;
        for (int face = 1; face < 1 << m; face++)
        {
            int[] s = [.. Enumerable.Range(0, m).Where(i => (face >> i & 1) != 0)];
            if (Affine(g, s) is { } w && w.All(v => v >= DoubleDouble.Zero))
            {
                DoubleDouble norm = DoubleDouble.Zero;
                for (int c = 0; c < g[0].Length; c++)
                {
                    DoubleDouble p = DoubleDouble.Zero;
                    for (int a = 0; a < s.Length; a++)
                    {
                        p += w[a] * (DoubleDouble)g[s[a]][c];
                    }

                    norm += p * p;
                }

                best = norm < best ? norm : best;
            }
        }

        return Math.Sqrt(Math.Max(0, best.High));
    }

    /// <summary>(Q + 1 1') v = 1 divided by its sum; null for an affinely dependent face.</summary>
    private static DoubleDouble[]? Affine(double[][] g, int[] s)
    {
        int n = s.Length;
        DoubleDouble[,] a = new DoubleDouble[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = g[s[i]].Zip(g[s[j]], (x, y) => x * y).Sum() + 1;
            }

            a[i, n] = DoubleDouble.One;
        }

        for (int k = 0; k < n; k++)
        {
            if (a[k, k].High <= Singular)
            {
                return null;
            }

            for (int i = 0; i < n; i++)
            {
                DoubleDouble factor = a[i, k] / a[k, k];
                for (int j = k; i != k && j <= n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }

        DoubleDouble[] v = [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
        DoubleDouble sum = v.Aggregate((x, y) => x + y);
        return Array.ConvertAll(v, x => x / sum);
    }

    /// <summary>Linear objectives: gradients that do not depend on x.</summary>
    private sealed class Linear<T>(T[][] g) : MultiobjectiveProblem<T>(g.Length)
        where T : struct, System.Numerics.INumber<T>
    {
        public override HostVector<T> InitialPoint => new(new T[g[0].Length]);

        public override bool HasMinimizer => false;

        public override HostVector<T> Minimizer => throw NoMinimum();

        // The fixed scalarisation is the first objective.
        public override T Value(HostVector<T> x) => Reductions.Dot<T>(g[0], x.Span);

        public override T PrimalGap(HostVector<T> x) => throw NoMinimum();

        public override T Merit(HostVector<T> x) => throw NoMinimum();

        protected override void ComputeGradients(HostVector<T> x, HostVector<T>[] gradients)
        {
            for (int i = 0; i < g.Length; i++)
            {
                gradients[i].CopyFrom(new(g[i]));
            }
        }

        protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient) => gradient.CopyFrom(new(g[0]));

        protected override void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result) => result.Span.Clear();

        private static InvalidOperationException NoMinimum() => new("Linear functions have no minimum.");

        protected override T? FamilyConstant(string name) => null;
    }
}
