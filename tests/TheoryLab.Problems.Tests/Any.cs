using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>Properties over seeds: what else is random is drawn from the library's generator, so that a reported seed replays the case.</summary>
internal static class Any
{
    public static void Seed(int tests, Action<Random> property) => Check.One(
        Drawn.Cases(tests),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(Seeds.Generator(seed))));

    public static double Uniform(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>Numbers of either sign whose sizes cover many orders of magnitude.</summary>
    public static double Signed(this Random random, double lowExponent = -6, double highExponent = 1) =>
        (random.Next(2) == 0 ? 1 : -1) * Math.Pow(10, random.Uniform(lowExponent, highExponent));
}
