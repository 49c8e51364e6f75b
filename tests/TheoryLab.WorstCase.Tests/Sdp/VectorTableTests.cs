namespace TheoryLab.WorstCase.Tests;

public sealed class VectorTableTests
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    // Rows of all kinds in any order: zero, of one entry, short and long.
    public static TheoryData<int, int> Shapes => new() { { 1, 1 }, { 3, 5 }, { 9, 20 }, { 17, 40 }, { 40, 77 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Inner_products_are_those_of_dense_rows(int d, int n)
    {
        Random random = new((100 * d) + n);
        double[] v = Vectors(random, d, n), x = Symmetric(random, d), table = new double[n * n];
        new VectorTable(v, d).InnerProducts(x, table);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0, size = 0;
                for (int p = 0; p < d; p++)
                {
                    for (int q = 0; q < d; q++)
                    {
                        double term = v[(i * d) + p] * x[(p * d) + q] * v[(j * d) + q];
                        (sum, size) = (sum + term, size + Math.Abs(term));
                    }
                }

                // Two nested sums of d products on either side, and here d^2 terms in a row (Higham 2002, section 3.1).
                Assert.True(Math.Abs(table[(i * n) + j] - sum) <= ((d * d) + (4 * d) + 4) * UnitRoundoff * size, $"({i}, {j})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_sum_of_rows_is_that_of_dense_matrices(int d, int n)
    {
        Random random = new((100 * d) + n);
        double[] v = Vectors(random, d, n), multipliers = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)], sum = new double[d * d];
        SdpRow[] rows = [.. Enumerable.Range(0, n).Select(k => new SdpRow($"{k}", Terms(random, n), [], 0, false))];
        VectorTable table = new(v, d);
        table.Begin(sum);
        for (int k = 0; k < n; k++)
        {
            table.Add(sum, rows[k], multipliers[k]);
        }

        table.End(sum);
        for (int p = 0; p < d; p++)
        {
            for (int q = 0; q < d; q++)
            {
                double expected = 0, size = 0;
                foreach ((GramTerm t, double c) in rows.SelectMany((r, k) => r.Gram.Select(t => (t, multipliers[k] * t.Coefficient / 2))))
                {
                    double one = c * v[(t.A * d) + p] * v[(t.B * d) + q], other = c * v[(t.A * d) + q] * v[(t.B * d) + p];
                    (expected, size) = (expected + one + other, size + Math.Abs(one) + Math.Abs(other));
                }

                // At most 2 * 3 n products, each of three factors, and as many sums on either side.
                Assert.True(Math.Abs(sum[(p * d) + q] - expected) <= ((12 * n) + 8) * UnitRoundoff * size, $"({p}, {q})");
            }
        }
    }

    private static double[] Vectors(Random random, int d, int n)
    {
        double[] v = new double[n * d];
        for (int i = 0; i < n; i++)
        {
            int length = random.Next(d + 1);
            for (int j = random.Next(2) == 0 ? Math.Max(0, length - 1) : 0; j < length; j++)
            {
                v[(i * d) + j] = random.NextDouble() - 0.5;
            }
        }

        return v;
    }

    private static double[] Symmetric(Random random, int d)
    {
        double[] x = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                x[(i * d) + j] = x[(j * d) + i] = random.NextDouble() - 0.5;
            }
        }

        return x;
    }

    private static GramTerm[] Terms(Random random, int n) =>
        [.. Enumerable.Range(0, 3).Select(_ => (random.Next(n), random.Next(n))).Select(t => (A: Math.Min(t.Item1, t.Item2), B: Math.Max(t.Item1, t.Item2))).Distinct()
            .Select(t => new GramTerm(t.A, t.B, random.NextDouble() - 0.5))];
}
