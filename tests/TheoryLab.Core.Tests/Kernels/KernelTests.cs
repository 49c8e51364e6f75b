using System.Numerics;
using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class KernelTests
{
    [Theory]
    [MemberData(nameof(Lengths))]
    public void Combinations_of_doubles_are_the_naive_loops_bit_by_bit(int n) => AssertCombinations(n, (random, _) => Wide(random));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Combinations_of_double_doubles_are_the_naive_loops_bit_by_bit(int n) =>
        AssertCombinations(n, (random, _) => DoubleDouble.Sum(Wide(random), Wide(random) * 1e-20));

    [Fact]
    public void Combinations_of_rationals_are_exact() => AssertCombinations(7, (random, _) => new Rational(random.Next(-99, 99), random.Next(1, 99)));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Reductions_of_doubles_have_the_documented_order(int n)
    {
        System.Random random = Seeds.Generator(n);
        double[] x = Fill(n, _ => Wide(random)), y = Fill(n, _ => Wide(random));
        Assert.Equal(ReferenceReductions.InLanes(x), Reductions.Sum<double>(x));
        Assert.Equal(ReferenceReductions.InLanes(Fill(n, i => x[i] * y[i])), Reductions.Dot<double>(x, y));
        Assert.Equal(ReferenceReductions.InLanes(Fill(n, i => x[i] * x[i])), Reductions.Dot<double>(x, x));
    }

    [Fact]
    public void Reductions_of_other_scalars_go_in_index_order() => Draw.Check(
        Draw.Pair(-20, 20).ArrayOf(),
        x =>
        {
            Assert.Equal(ReferenceReductions.InOrder<DoubleDouble>(x), Reductions.Sum<DoubleDouble>(x));
            Assert.Equal(ReferenceReductions.InOrder<DoubleDouble>(Fill(x.Length, i => x[i] * x[i])), Reductions.Dot<DoubleDouble>(x, x));
        });

    [Fact]
    public void A_longer_second_operand_is_cut() => Assert.Equal(11, Reductions.Dot<double>([1, 2], [3, 4, double.NaN]));

    [Fact]
    public void A_shorter_operand_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Reductions.Dot<double>([1, 2], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HostKernels.Combine(new double[2], 1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HostKernels.Combine(new double[2], 1, new double[2], 1, new double[1]));
    }

    public static IEnumerable<TheoryDataRow<int>> Lengths() => Enumerable.Range(0, 71).Select(n => new TheoryDataRow<int>(n));

    internal static double Wide(System.Random random) => (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-30, 30));

    internal static T[] Fill<T>(int n, Func<int, T> value) => [.. Enumerable.Range(0, n).Select(value)];

    /// <summary>Every way of letting the target be one of the inputs, or none of them.</summary>
    private static void AssertCombinations<T>(int n, Func<System.Random, int, T> draw)
        where T : struct, INumberBase<T>
    {
        System.Random random = Seeds.Generator(n);
        T[] c = Fill(4, i => draw(random, i));
        for (int target = 0; target <= 4; target++)
        {
            for (int terms = 1; terms <= 5; terms++)
            {
                T[][] v = Fill(5, _ => Fill(n, i => draw(random, i)));
                T[] z = v[target], expected = Fill(n, i => terms switch
                {
                    1 => c[0] * v[0][i],
                    2 => (c[0] * v[0][i]) + (c[1] * v[1][i]),
                    3 => (c[0] * v[0][i]) + (c[1] * v[1][i]) + (c[2] * v[2][i]),
                    4 => (c[0] * v[0][i]) + (c[1] * v[1][i]) + (c[2] * v[2][i]) + (c[3] * v[3][i]),
                    _ => v[0][i] * v[1][i],
                });
                switch (terms)
                {
                    case 1:
                        HostKernels.Combine(z, c[0], v[0]);
                        break;
                    case 2:
                        HostKernels.Combine(z, c[0], v[0], c[1], v[1]);
                        break;
                    case 3:
                        HostKernels.Combine(z, c[0], v[0], c[1], v[1], c[2], v[2]);
                        break;
                    case 4:
                        HostKernels.Combine(z, c[0], v[0], c[1], v[1], c[2], v[2], c[3], v[3]);
                        break;
                    default:
                        HostKernels.Multiply<T>(z, v[0], v[1]);
                        break;
                }

                Assert.Equal(expected, z);
            }
        }
    }
}
