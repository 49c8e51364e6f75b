using FsCheck;

namespace TheoryLab.Tests;

/// <summary>
/// How properties are checked: on the same cases in every run, so that what passed passes again and a failure is seen again. THEORYLAB_TIER=full draws others each
/// time; a failure then names the seed that replays it.
/// </summary>
internal static class Drawn
{
    private const ulong Seed = 20261120, Gamma = 1;

    /// <summary>A check on a number of cases that throws at the first failure.</summary>
    /// <param name="tests">How many.</param>
    public static Config Cases(int tests)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true);
        return Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full" ? config : config.WithReplay(Seed, Gamma);
    }
}
