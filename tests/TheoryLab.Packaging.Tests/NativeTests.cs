using System.Text.Json.Nodes;
using TheoryLab.Tests;

namespace TheoryLab.Packaging.Tests;

/// <summary>The executable of machine code: published as the README says, and asked for the verdicts of the whole catalogue.</summary>
public sealed class NativeTests(PackedFolder packed) : IClassFixture<PackedFolder>
{
    private static readonly string[] Catalogue = ["check", "--all", "--instances", "3", "--format", "json", "--quiet"];

    [Fact]
    public void It_gives_the_results_of_the_built_program()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full", "takes minutes; set THEORYLAB_TIER=full to run it");
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "publishes for Linux on x64");
        string folder = packed.Empty("native");

        // A registry may hold the native runtime of the version before only.
        Finished published = Publish(folder);
        published = IsMissing(published) ? Publish(folder, "-p:NativeFramework=net9.0") : published;
        Assert.SkipWhen(IsMissing(published), "no registry has the native runtime");
        Assert.True(published.Status == 0, published.All);

        Finished native = DotNet.Run(Path.Combine(folder, "theorylab"), folder, Catalogue);
        Finished built = DotNet.Sdk(folder, ["exec", Repository.At("src/TheoryLab.Cli/bin/Release/net10.0/theorylab.dll"), .. Catalogue]);
        Assert.Equal((0, 0), (native.Status, built.Status));
        Assert.Equal(Untimed(built.Output), Untimed(native.Output));
    }

    private static Finished Publish(string folder, params string[] more) =>
        DotNet.Sdk(Repository.Root, ["publish", "src/TheoryLab.Cli", "-c", "Release", "-r", "linux-x64", "-p:Native=true", .. more, "-o", folder]);

    private static bool IsMissing(Finished published) => published.All.Contains("NU1101", StringComparison.Ordinal);

    private static string[] Untimed(string document) => [.. JsonNode.Parse(document)!["results"]!.AsArray().Select(r =>
    {
        r!["timing"] = null;
        return r.ToJsonString();
    })];
}
