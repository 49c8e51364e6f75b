using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Stored runs: the description and the results, split at a byte that neither holds.</summary>
internal sealed class RunFolderTarget : IFuzzTarget, IDisposable
{
    private const byte Separator = 0x1E;

    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-fuzz-").FullName;

    public RunFolderTarget()
    {
        Claim claim = Catalogue.Of(typeof(ProofsChecks.CatalogueMarker).Assembly).Find("gd-convex-exact");
        string result = ResultJson.Write(ClaimChecker.Check(claim, new CheckOptions { Samples = 1, Iterations = 20 }).Result);
        string info = ResultJson.Write(new RunInfo("theorylab check", [claim.Id], 1, 1, 20, "managed", ClaimChecker.Version, "any", DateTimeOffset.UnixEpoch) { Shard = new(1, 1) });
        Corpus = [[.. Encoding.UTF8.GetBytes(info + "\n"), Separator, .. Encoding.UTF8.GetBytes(result + "\n")]];
    }

    public string Name => "run folders";

    public IReadOnlyList<byte[]> Corpus { get; }

    public bool Accepts(byte[] input)
    {
        int cut = Math.Max(0, Array.IndexOf(input, Separator));
        File.WriteAllBytes(Path.Combine(_folder, "run.json"), input[..cut]);
        File.WriteAllBytes(Path.Combine(_folder, "results.jsonl"), input[Math.Min(cut + 1, input.Length)..]);
        try
        {
            StoredRun.Read(_folder);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
