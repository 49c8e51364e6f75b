using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.Verifier.Tests;

/// <summary>A symmetric matrix is positive semidefinite exactly if no principal minor is negative; minors are computed here by expansion, without any elimination.</summary>
public sealed class PositiveSemidefiniteTests
{
    private const int Largest = 5;

    // Small entries and Gram matrices of few vectors: singular matrices, on either side of the border, are frequent.
    private static readonly Gen<long[][]> Symmetric =
        from n in Gen.Choose(1, Largest)
        from entries in Gen.Choose(-2, 2).ArrayOf(n * n)
        select Square(n, (i, j) => entries[(Math.Min(i, j) * n) + Math.Max(i, j)] + (i == j ? 1 : 0));

    private static readonly Gen<long[][]> Gram =
        from n in Gen.Choose(2, Largest)
        from rank in Gen.Choose(1, n)
        from vectors in Gen.Choose(-3, 3).ArrayOf(n * rank)
        from dent in Gen.Choose(0, 2)
        from place in Gen.Choose(0, n - 1)
        select Square(n, (i, j) => Enumerable.Range(0, rank).Sum(k => (long)vectors[(i * rank) + k] * vectors[(j * rank) + k]) - (i == j && i == place ? dent : 0));

    [Fact]
    public void It_is_what_principal_minors_say()
    {
        Dictionary<bool, int> seen = new() { [true] = 0, [false] = 0 };
        Check.One(Drawn.Cases(3000), Prop.ForAll(Gen.OneOf(Symmetric, Gram).ToArbitrary(), m =>
        {
            bool expected = Subsets(m.Length).All(s => Determinant(s, s, m) >= 0);
            seen[expected]++;
            return PositiveSemidefinite.HoldsForMinus(Minus(m), m.Length) == expected;
        }));
        Assert.All(seen, s => Assert.True(s.Value > 300, $"only {s.Value} of the matrices are {(s.Key ? string.Empty : "not ")}semidefinite"));
    }

    [Fact]
    public void Scales_of_rows_do_not_matter()
    {
        Fraction[] scales = [new(1, 3), new(BigInteger.Pow(10, 30), 7), 5, new(2, BigInteger.Pow(10, 25)), new(11, 13)];
        Check.One(Drawn.Cases(500), Prop.ForAll(Gen.OneOf(Symmetric, Gram).ToArbitrary(), m =>
        {
            Dictionary<(int I, int J), Fraction> plain = Minus(m), scaled = plain.ToDictionary(e => e.Key, e => scales[e.Key.I] * scales[e.Key.J] * e.Value);
            return PositiveSemidefinite.HoldsForMinus(plain, m.Length) == PositiveSemidefinite.HoldsForMinus(scaled, m.Length);
        }));
    }

    private static long[][] Square(int n, Func<int, int, long> entry) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => entry(i, j)).ToArray())];

    // Coefficients of <b_i, b_j>, i at most j: twice the entry off the diagonal.
    private static Dictionary<(int I, int J), Fraction> Minus(long[][] m) =>
        (from i in Enumerable.Range(0, m.Length) from j in Enumerable.Range(i, m.Length - i) select (i, j))
        .ToDictionary(p => p, p => new Fraction(-m[p.i][p.j] * (p.i == p.j ? 1 : 2), 1));

    private static IEnumerable<int[]> Subsets(int n) =>
        Enumerable.Range(1, (1 << n) - 1).Select(bits => Enumerable.Range(0, n).Where(i => (bits >> i & 1) == 1).ToArray());

    private static long Determinant(int[] rows, int[] columns, long[][] m) => rows.Length == 0 ? 1
        : Enumerable.Range(0, columns.Length).Sum(k => (k % 2 == 0 ? 1 : -1) * m[rows[0]][columns[k]] * Determinant(rows[1..], [.. columns.Where((_, c) => c != k)], m));
}
