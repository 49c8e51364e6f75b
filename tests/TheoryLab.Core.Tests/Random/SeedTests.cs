using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class SeedTests
{
    [Theory]
    [InlineData(20261120, "gd-convex", "instance", 0, 672738988)]
    [InlineData(20261120, "gd-convex", "instance", 1, -2145271294)]
    [InlineData(20261120, "gd-convex", "start", 0, 585802895)]
    [InlineData(-1, "", "", -7, 2067469303)]
    public void Derived_seeds_are_pinned(int seed, string owner, string axis, int index, int expected) =>
        Assert.Equal(expected, Seeds.Derive(seed, owner, axis, index));

    [Fact]
    public void Seeds_differ_along_every_axis()
    {
        HashSet<int> seen = [];
        int drawn = 0;
        foreach (int seed in (int[])[1, 2, 3])
        {
            foreach (string owner in (string[])["a", "b", "ab"])
            {
                foreach (string axis in (string[])["a", "b", ""])
                {
                    for (int index = 0; index < 20; index++, drawn++)
                    {
                        seen.Add(Seeds.Derive(seed, owner, axis, index));
                    }
                }
            }
        }

        Assert.Equal(drawn, seen.Count);
    }

    [Fact]
    public void Bits_of_neighbouring_indices_look_independent()
    {
        // Each of 32 bits differs between neighbours with probability 1/2: 4000 trials, six standard deviations are 190.
        int[] changes = new int[32];
        for (int i = 0; i < 4000; i++)
        {
            uint difference = (uint)(Seeds.Derive(1, "owner", "axis", i) ^ Seeds.Derive(1, "owner", "axis", i + 1));
            for (int bit = 0; bit < 32; bit++)
            {
                changes[bit] += (int)((difference >> bit) & 1);
            }
        }

        Assert.All(changes, c => Assert.InRange(c, 2000 - 190, 2000 + 190));
    }

    [Fact]
    public void A_generator_is_a_function_of_its_seed() => Draw.Check(
        Gen.Choose(int.MinValue, int.MaxValue),
        seed =>
        {
            System.Random a = Seeds.Generator(seed), b = Seeds.Generator(seed), c = Seeds.Generator(unchecked(seed + 1));
            double[] x = KernelTests.Fill(8, _ => a.NextDouble());
            Assert.Equal(x, KernelTests.Fill(8, _ => b.NextDouble()));
            Assert.NotEqual(x, KernelTests.Fill(8, _ => c.NextDouble()));
            Assert.All(x, v => Assert.InRange(v, 0, 1));
        },
        100);

    [Fact]
    public void The_generator_is_pinned() => Assert.Equal([353752, 399123, 358184], KernelTests.Fill(3, ((Func<System.Random, Func<int, int>>)(r => _ => r.Next(1_000_000)))(Seeds.Generator(Seeds.Default))));
}
