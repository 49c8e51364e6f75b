using System.Globalization;
using System.Text;
using TheoryLab.Tests;

namespace TheoryLab.Benchmarks;

/// <summary>
/// What it costs to start the program, over an empty one: the two run in turn, so that the load of the machine hits both, and the median of the ratios is
/// reported. Processor time is the steadier of the two on a busy machine.
/// </summary>
internal static class StartupCost
{
    private const int Rounds = 21;

    private static readonly string[][] Commands =
    [
        ["--version"],
        ["--help"],
        ["check", "nag-sgd-strong-growth", "--instances", "1", "--quiet"],
        ["check", "gd-convex-exact", "--instances", "1", "--quiet"],
    ];

    public static string Measure()
    {
        string folder = Directory.CreateTempSubdirectory("theorylab-startup-").FullName;
        try
        {
            string empty = BuildEmpty(folder);
            StringBuilder table = new();
            table.AppendLine("| build | command | processor time over empty | 95 % interval | wall clock over empty | 95 % interval | empty, ms | command, ms |");
            table.AppendLine("|---|---|---|---|---|---|---|---|");
            foreach ((string build, string[] program) in Builds())
            {
                foreach (string[] command in Commands)
                {
                    Row(table, folder, empty, build, program, command);
                }
            }

            return table.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(StringBuilder table, string folder, string empty, string build, string[] program, string[] command)
    {
        ProcessTime[] bases = new ProcessTime[Rounds], times = new ProcessTime[Rounds];
        for (int round = -1; round < Rounds; round++)
        {
            ProcessTime nothing = ProcessTime.Of(folder, "dotnet", empty), something = ProcessTime.Of(folder, [.. program, .. command]);
            if (round >= 0)
            {
                (bases[round], times[round]) = (nothing, something);
            }
        }

        (double cpu, double cpuLow, double cpuHigh) = StepCost.MedianInterval([.. times.Zip(bases, (t, b) => t.Processor / b.Processor)]);
        (double wall, double wallLow, double wallHigh) = StepCost.MedianInterval([.. times.Zip(bases, (t, b) => t.Wall / b.Wall)]);
        double before = StepCost.MedianInterval([.. bases.Select(b => 1000 * b.Processor)]).Median, after = StepCost.MedianInterval([.. times.Select(t => 1000 * t.Processor)]).Median;
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {build} | `{string.Join(' ', command)}` | {cpu:F1} | {cpuLow:F1} to {cpuHigh:F1} | {wall:F1} | {wallLow:F1} to {wallHigh:F1} | {before:F0} | {after:F0} |");
    }

    // As built, with compiled code where "dotnet pack -p:ReadyToRunFor=RUNTIME" has left it, and what "dotnet publish -p:Standalone=true -o artifacts/standalone" and
    // "-p:Native=true -o artifacts/native" have made.
    private static IEnumerable<(string Build, string[] Program)> Builds()
    {
        string output = Repository.At("src/TheoryLab.Cli/bin/Release/net10.0");
        return Directory.GetDirectories(output).Select(d => Path.Combine(d, "publish")).Prepend(output)
            .Select(d => (Build: d == output ? "portable" : "ReadyToRun", File: Path.Combine(d, "theorylab.dll")))
            .Where(b => File.Exists(b.File) && !b.File.Contains($"{Path.DirectorySeparatorChar}any{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(b => (b.Build, (string[])["dotnet", b.File]))
            .Concat(new[] { "standalone", "native" }
                .Select(name => (name, (string[])[Repository.At($"artifacts/{name}/theorylab")]))
                .Where(b => File.Exists(b.Item2[0])));
    }

    private static string BuildEmpty(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Empty.cs"), "return 0;");
        File.WriteAllText(Path.Combine(folder, "Empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>
            </Project>
            """);
        ProcessTime.Of(folder, "dotnet", "build", "-c", "Release", "-v", "quiet");
        return Path.Combine(folder, "bin", "Release", "net10.0", "Empty.dll");
    }
}
