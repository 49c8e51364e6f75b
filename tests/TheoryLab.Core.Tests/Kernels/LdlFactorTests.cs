namespace TheoryLab.Core.Tests.Kernels;

public sealed class LdlFactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(20)]
    public void Solving_is_exact_in_rationals(int n)
    {
        // B'B + I with small integers in B, and a shift.
        Random random = new(n);
        Rational[] b = [.. Enumerable.Range(0, n * n).Select(_ => (Rational)random.Next(-3, 4))], x = [.. Enumerable.Range(0, n).Select(_ => (Rational)random.Next(-9, 10))];
        Rational[] a = Gram(b, n), right = new Rational[n];
        Rational shift = new(1, 3);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                right[i] += (a[(i * n) + j] + (i == j ? shift : 0)) * x[j];
            }
        }

        LdlFactor<Rational> factor = new(n);
        a.CopyTo(factor.Matrix);
        factor.Factor(shift);
        factor.Solve(right);
        Assert.Equal(x, right);
        Assert.All(factor.Pivots.ToArray(), d => Assert.True(d > Rational.Zero));
    }

    [Fact]
    public void Only_the_lower_triangle_is_read()
    {
        double[] right = [1, 2, 3], same = [1, 2, 3];
        LdlFactor<double> full = new(3), lower = new(3);
        new double[] { 4, 1, 2, 1, 5, 3, 2, 3, 6 }.CopyTo(full.Matrix);
        new double[] { 4, 99, 98, 1, 5, 97, 2, 3, 6 }.CopyTo(lower.Matrix);
        full.Factor(0);
        lower.Factor(0);
        full.Solve(right);
        lower.Solve(same);
        Assert.Equal(right, same);
    }

    // Running error analysis of the same code bounds the distance of the doubles from exact rationals.
    [Fact]
    public void Doubles_are_within_their_tracked_error()
    {
        const int N = 12;
        Random random = new(3);
        Rational[] b = [.. Enumerable.Range(0, N * N).Select(_ => (Rational)random.Next(-3, 4))], a = Gram(b, N);
        Rational[] exact = [.. Enumerable.Range(0, N).Select(i => (Rational)i)];
        Tracked<double>[] tracked = [.. Enumerable.Range(0, N).Select(i => Tracked<double>.FromDouble(i))];
        LdlFactor<Rational> exactFactor = new(N);
        LdlFactor<Tracked<double>> factor = new(N);
        a.CopyTo(exactFactor.Matrix);
        a.Select(v => Tracked<double>.FromDouble(Rational.ToDouble(v))).ToArray().CopyTo(factor.Matrix);
        exactFactor.Factor(Rational.Zero);
        factor.Factor(Tracked<double>.Zero);
        exactFactor.Solve(exact);
        factor.Solve(tracked);
        for (int i = 0; i < N; i++)
        {
            double distance = Math.Abs(Rational.ToDouble(exact[i] - Rational.FromDouble(tracked[i].Value)));
            Assert.True(distance <= tracked[i].Error && tracked[i].Error < 1e-3, $"{tracked[i]} off by {distance}");
        }
    }

    // Beyond order 64 doubles are factored in blocks. With integers in L and powers of two in D nothing is rounded, whatever the order of operations.
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(68)]
    [InlineData(128)]
    [InlineData(131)]
    [InlineData(200)]
    public void Blocks_factor_and_solve_exactly_what_has_an_exact_factor(int n)
    {
        Random random = new(n);
        double[] l = new double[n * n], d = [.. Enumerable.Range(0, n).Select(i => (double)(1 << (i % 3)))], x = [.. Enumerable.Range(0, n).Select(i => (double)((i % 7) - 3))];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                l[(i * n) + j] = random.Next(-1, 2);
            }

            l[(i * n) + i] = 1;
        }

        const double Shift = 5;
        LdlFactor<double> factor = new(n);
        double[] right = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double entry = Enumerable.Range(0, Math.Min(i, j) + 1).Sum(k => l[(i * n) + k] * d[k] * l[(j * n) + k]);
                right[i] += entry * x[j];
                factor.Matrix[(i * n) + j] = j > i ? double.NaN : entry - (i == j ? Shift : 0);
            }
        }

        factor.Factor(Shift);
        Assert.Equal(d, factor.Pivots.ToArray());
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(l[(i * n)..((i * n) + i)], factor.Matrix.Slice(i * n, i).ToArray());
        }

        factor.Solve(right);
        Assert.Equal(x, right);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(130)]
    public void Factoring_and_solving_allocate_nothing(int n)
    {
        LdlFactor<double> factor = new(n);
        double[] x = new double[n];
        Assert.Equal(0, Allocation.Of(() =>
        {
            factor.Matrix.Clear();
            factor.Factor(2);
            factor.Solve(x);
        }));
    }

    private static Rational[] Gram(Rational[] b, int n)
    {
        Rational[] a = new Rational[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[(i * n) + j] = i == j ? 1 : 0;
                for (int k = 0; k < n; k++)
                {
                    a[(i * n) + j] += b[(k * n) + i] * b[(k * n) + j];
                }
            }
        }

        return a;
    }
}
