using System.Diagnostics;

namespace TheoryLab.Fuzz.Tests;

/// <summary>What became of many damaged inputs of one target.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Inputs">How many were tried.</param>
/// <param name="Accepted">How many were good after all.</param>
/// <param name="Slowest">The most processor time that one took, with what it brought in its wake.</param>
/// <param name="Failures">What else happened, with the seed of the input.</param>
internal sealed record Campaign(string Target, int Inputs, int Accepted, TimeSpan Slowest, IReadOnlyList<string> Failures)
{
    private const int KeptFailures = 10;

    /// <summary>No input may take longer (processor time, since machines are shared).</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Damages inputs and reads them.</summary>
    /// <param name="target">The target.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">The seed of the first; input i is the same for any number of inputs.</param>
    public static Campaign Run(IFuzzTarget target, int inputs, int seed)
    {
        List<string> failures = [];
        int accepted = 0;
        TimeSpan slowest = TimeSpan.Zero;
        using Process self = Process.GetCurrentProcess();
        for (int i = 0; i < inputs && failures.Count < KeptFailures; i++)
        {
            byte[] input = Mutator.Damage(target.Corpus, new Random(HashCode(seed, i)));
            TimeSpan before = Computed(self);
            try
            {
                accepted += target.Accepts(input) ? 1 : 0;
            }
#pragma warning disable CA1031 // Whatever comes out of a reader but its own refusal is the finding.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failures.Add($"input {i}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}");
            }

            TimeSpan taken = Computed(self) - before;
            slowest = taken > slowest ? taken : slowest;
            if (taken > Limit)
            {
                failures.Add($"input {i} took {taken.TotalSeconds:0.0} s of processor time");
            }
        }

        return new(target.Name, inputs, accepted, slowest, failures);
    }

    private static TimeSpan Computed(Process self)
    {
        self.Refresh();
        return self.TotalProcessorTime;
    }

    // A fixed mixing of two integers (Steele, Lea and Flood 2014), not the process's own randomised hash.
    private static int HashCode(int seed, int index)
    {
        ulong z = ((ulong)(uint)seed << 32 | (uint)index) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)(z ^ (z >> 31));
    }
}
