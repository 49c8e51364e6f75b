using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TheoryLab.Tests;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TheoryLab.Fuzz.Tests;

/// <summary>
/// Damaged inputs are refused in words or accepted; never a crash, never a hang. THEORYLAB_FUZZ=100000 tries that many in all; with
/// THEORYLAB_REGENERATE=1 the table in reports/fuzz.md is written.
/// </summary>
public sealed class FuzzTests
{
    private const int QuickInputs = 2000;
    private const int Seed = 20261121;
    private const long MemoryLimit = 1L << 30;

    private static int Inputs => Environment.GetEnvironmentVariable("THEORYLAB_FUZZ") is { } n ? int.Parse(n, CultureInfo.InvariantCulture) : QuickInputs;

    [Fact]
    public void Damaged_inputs_are_refused_in_words_or_accepted()
    {
        List<Campaign> campaigns = [];
        IFuzzTarget[] targets = Targets();
        int each = (Inputs + targets.Length - 1) / targets.Length;
        foreach (IFuzzTarget target in targets)
        {
            campaigns.Add(Campaign.Run(target, each, Seed));
            (target as IDisposable)?.Dispose();
        }

        using Process self = Process.GetCurrentProcess();
        long peak = self.PeakWorkingSet64;
        if (Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") is not null)
        {
            File.WriteAllText(Repository.At("reports/fuzz.md"), Report(campaigns, peak));
        }

        string failures = string.Join('\n', campaigns.SelectMany(c => c.Failures.Select(f => $"{c.Target}, {f}")));
        Assert.True(failures.Length == 0, failures);
        Assert.True(peak < MemoryLimit, $"the process grew to {peak >> 20} MiB");

        // A target that accepts or refuses everything tests nothing.
        Assert.All(campaigns, c => Assert.InRange(c.Accepted, 1, c.Inputs - 1));
    }

    [Fact]
    public void Every_good_input_is_accepted()
    {
        foreach (IFuzzTarget target in Targets())
        {
            Assert.All(target.Corpus, input => Assert.True(target.Accepts(input), $"{target.Name}: {Encoding.UTF8.GetString(input)}"));
            (target as IDisposable)?.Dispose();
        }
    }

    [Fact]
    public void What_throws_is_found()
    {
        Campaign campaign = Campaign.Run(new Fragile(), 200, Seed);
        Assert.Contains(campaign.Failures, f => f.Contains("IndexOutOfRange", StringComparison.Ordinal));
    }

    private static IFuzzTarget[] Targets() =>
        [.. typeof(IFuzzTarget).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && typeof(IFuzzTarget).IsAssignableFrom(t) && t != typeof(Fragile))
            .Select(t => (IFuzzTarget)Activator.CreateInstance(t)!)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static string Report(List<Campaign> campaigns, long peak)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Damaged inputs
            Good inputs with one to four changes each (bits, cuts, repetitions, exchanges, pieces of other inputs, things that readers stumble over), seed {Seed}.
            An input must be accepted or refused in a sentence, within {Campaign.Limit.TotalSeconds:0} s of processor time. Written by
            `THEORYLAB_FUZZ={Inputs} THEORYLAB_REGENERATE=1 dotnet test tests/TheoryLab.Fuzz.Tests -c Release` on {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version}.

            | what is read | inputs | accepted | refused | crashes and hangs | slowest, s |
            |---|---|---|---|---|---|

            """);
        foreach (Campaign c in campaigns)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {c.Target} | {c.Inputs} | {c.Accepted} | {c.Inputs - c.Accepted - c.Failures.Count} | {c.Failures.Count} | {c.Slowest.TotalSeconds:0.00} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nIn all {campaigns.Sum(c => c.Inputs)} inputs, {campaigns.Sum(c => c.Failures.Count)} crashes or hangs. The process grew to {peak >> 20} MiB at most.\n");
        return text.ToString();
    }

    /// <summary>A reader with a defect, to see that one would be found.</summary>
    private sealed class Fragile : IFuzzTarget
    {
        public string Name => "fragile";

        public IReadOnlyList<byte[]> Corpus { get; } = ["abcdefgh"u8.ToArray()];

        public bool Accepts(byte[] input) => input[7] == 'h';
    }
}
