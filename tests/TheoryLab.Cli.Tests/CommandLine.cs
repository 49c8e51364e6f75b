using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests;

/// <summary>What a finished child process left.</summary>
internal sealed record Finished(int Status, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The results of a run in JSON by claim, as text, without the timing.</summary>
    public SortedDictionary<string, string> Results => Stored.Of(JsonNode.Parse(Output)!["results"]!.AsArray().Select(r => r!));
}

/// <summary>Results without the one field that may differ between two runs.</summary>
internal static class Stored
{
    public static SortedDictionary<string, string> Of(IEnumerable<JsonNode> results) =>
        new(results.ToDictionary(r => (string)r["claim"]!, Untimed), StringComparer.Ordinal);

    /// <summary>The lines of a results file in their order.</summary>
    public static string[] Lines(string folder) => [.. File.ReadAllLines(Path.Combine(folder, "results.jsonl")).Select(line => Untimed(JsonNode.Parse(line)!))];

    private static string Untimed(JsonNode result)
    {
        result["timing"] = null;
        return result.ToJsonString();
    }
}

/// <summary>The built program, run as its users run it: a process of its own, in an empty folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    // Far beyond any run of these tests on a slow machine that does twenty other things: it ends what hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(40);

    /// <summary>The program: the built assembly, or another build of it, such as the executable of machine code, that THEORYLAB_PROGRAM names.</summary>
    private static readonly string Program = Environment.GetEnvironmentVariable("THEORYLAB_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "theorylab.dll");

    /// <summary>What starts the program in a shell.</summary>
    public static string InShell { get; } = Path.GetExtension(Program) == ".dll" ? $"dotnet exec '{Program}'" : $"'{Program}'";

    public string Folder { get; } = Directory.CreateTempSubdirectory("theorylab-cli-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string At(string name) => Path.Combine(Folder, name);

    public Finished Run(params string[] arguments) => Run([], arguments);

    public Finished Run((string Name, string Value)[] environment, params string[] arguments)
    {
        using Running running = Start(environment, arguments);
        return running.Wait();
    }

    /// <summary>Runs a copy of the program.</summary>
    public Finished RunProgram(string program, params string[] arguments)
    {
        using Running running = Start([], arguments, program);
        return running.Wait();
    }

    public Running Start(params string[] arguments) => Start([], arguments);

    public Running Start((string Name, string Value)[] environment, string[] arguments, string? program = null)
    {
        string built = program ?? Program;
        bool isAssembly = Path.GetExtension(built) == ".dll";
        ProcessStartInfo start = new(!isAssembly ? built : Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in isAssembly ? ["exec", built] : Array.Empty<string>())
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(System.Diagnostics.Process.Start(start)!);
    }

    internal sealed class Running : IDisposable
    {
        private readonly Process _process;
        private TimeSpan _computed;
        private readonly StringBuilder _output = new(), _error = new();

        public Running(Process process)
        {
            _process = process;
            process.OutputDataReceived += (_, e) => Append(_output, e.Data);
            process.ErrorDataReceived += (_, e) => Append(_error, e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.StandardInput.Close();
        }

        public int Id => _process.Id;

        /// <summary>Processor time used so far.</summary>
        public TimeSpan Computed
        {
            get
            {
                try
                {
                    _process.Refresh();
                    return _computed = _process.TotalProcessorTime;
                }
                catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
                {
                    // It has ended since the last look.
                    return _computed;
                }
            }
        }

        public void Kill() => _process.Kill();

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }

            _process.Dispose();
        }

        /// <summary>Waits until something is so, or the process has ended.</summary>
        public void WaitFor(Func<bool> condition)
        {
            Stopwatch watch = Stopwatch.StartNew();
            while (!condition() && !_process.WaitForExit(TimeSpan.FromMilliseconds(5)))
            {
                Assert.True(watch.Elapsed < Limit, "the awaited state was not reached");
            }
        }

        public Finished Wait() => Wait(Limit);

        public Finished Wait(TimeSpan limit)
        {
            if (!_process.WaitForExit(limit))
            {
                _process.Kill(entireProcessTree: true);
                Assert.Fail($"theorylab did not end within {limit}; standard error: {_error}");
            }

            _process.WaitForExit();
            return new(_process.ExitCode, _output.ToString(), _error.ToString());
        }

        private static void Append(StringBuilder to, string? line)
        {
            lock (to)
            {
                if (line is not null)
                {
                    to.Append(line).Append('\n');
                }
            }
        }
    }
}
