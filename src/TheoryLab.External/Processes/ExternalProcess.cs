using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>
/// A process that is spoken to line by line and is bounded in time and memory. Whatever goes wrong becomes a <see cref="ForeignRunException"/>, and
/// the process has ended with all that it started when that is thrown, and when the object is disposed of.
/// </summary>
/// <remarks>
/// Memory is looked at every tenth of a second while somebody waits, or less often where one look takes longer than a twentieth of that. Killing
/// TheoryLab itself leaves the process with closed pipes, which ends every process that reads them.
/// </remarks>
internal sealed class ExternalProcess : IDisposable
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMilliseconds(100);

    // A process that closed its output is about to end, mostly; how it ended is worth a moment.
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);

    private readonly string _name;
    private readonly ExternalLimits _limits;
    private readonly Process _process;
    private readonly ProcessTree _tree;
    private readonly Conversation _conversation;
    private readonly LastWords _lastWords;
    private readonly Stopwatch _waited = new();
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private TimeSpan _look = OneLook;
    private bool _ended;

    private ExternalProcess(string name, ExternalLimits limits, Process process, string mark)
    {
        (_name, _limits, _process) = (name, limits, process);
        _tree = new(process, mark);
        _lastWords = new(process.StandardError.BaseStream);
        _conversation = new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    /// <summary>The longest line that the process may write, in bytes.</summary>
    public int LongestLine { get => _conversation.LongestLine; set => _conversation.LongestLine = value; }

    /// <summary>The id of the process, which is that of its session where it has one of its own.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a command.</summary>
    /// <param name="role">"solver" or "oracle".</param>
    /// <param name="command">What to start.</param>
    /// <param name="limits">What it may use.</param>
    /// <exception cref="InputException">There is no such program, or it cannot be started.</exception>
    public static ExternalProcess Start(string role, ExternalCommand command, ExternalLimits limits)
    {
        string program = ExecutableSearch.Program(command), mark = Guid.NewGuid().ToString("N");
        ProcessStartInfo start = new()
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[ProcessTree.MarkName] = mark;
        string? setsid = OperatingSystem.IsLinux() ? ExecutableSearch.InPath("setsid") : null;
        start.FileName = setsid ?? program;
        foreach (string argument in setsid is null ? command.Arguments.Skip(1) : command.Arguments.Skip(1).Prepend(program))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return new($"The external {role} '{command}'", limits, Process.Start(start)!, mark);
        }
        catch (Exception e) when (e is Win32Exception or DirectoryNotFoundException)
        {
            throw new InputException($"The external command '{command}' cannot be started in {command.WorkingDirectory}: {e.Message.TrimEnd('.')}; correct the command.", e);
        }
    }

    /// <summary>Writes a line, if there is one, and reads the next one.</summary>
    /// <param name="message">The line with its line feed, or nothing.</param>
    /// <param name="cancellation">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The line without its line feed; valid until the next call.</returns>
    /// <exception cref="ForeignRunException">The process died, closed its pipe, wrote too long a line or ran out of its limits.</exception>
    public ReadOnlySpan<byte> Exchange(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        _waited.Start();
        _conversation.Begin(message);
        do
        {
            if (_waited.Elapsed > _limits.Time)
            {
                throw Failure(
                    string.Create(CultureInfo.InvariantCulture, $"took more than {_limits.Time.TotalSeconds} s and was ended"),
                    "let it flush its output after every line and answer or ask in turn, or give it longer with --limit-seconds");
            }

            Look();
        }
        while (!_conversation.Wait(Shorter(_look - _sinceLook.Elapsed, _limits.Time - _waited.Elapsed), cancellation));
        _waited.Stop();
        return _conversation.Outcome switch
        {
            TurnOutcome.Line => _conversation.Line.Span,
            TurnOutcome.TooLong => throw Failure(
                string.Create(CultureInfo.InvariantCulture, $"wrote a line of more than {LongestLine} bytes"), "end every line with a line feed, and write one object a line"),
            _ => throw Closed(),
        };
    }

    /// <summary>Ends the process and says what went wrong, in one sentence.</summary>
    /// <param name="what">What happened, as the rest of a sentence.</param>
    /// <param name="mend">How to mend it.</param>
    public ForeignRunException Failure(string what, string mend)
    {
        End();
        string words = _lastWords.Read(Parting);
        return new($"{_name} {what}{(words.Length == 0 ? string.Empty : $" (its standard error ends: {words})")}; {mend}.");
    }

    /// <summary>Gives a process that has done its work a moment to end by itself.</summary>
    public void Part()
    {
        Pipes.Close(_process.StandardInput.BaseStream);
        _process.WaitForExit(Parting);
    }

    /// <summary>Ends the process and all that it started.</summary>
    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private static TimeSpan Shorter(TimeSpan x, TimeSpan y) => x < y ? (x > TimeSpan.Zero ? x : TimeSpan.Zero) : y > TimeSpan.Zero ? y : TimeSpan.Zero;

    private ForeignRunException Closed()
    {
        if (!_process.WaitForExit(Parting))
        {
            return Failure("closed its standard output before it was done", "keep it open until {\"done\":true} is written");
        }

        // .NET, as the shells do, shows the end by a signal as 128 and its number.
        int status = _process.ExitCode;
        return Failure(
            status > 128 ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {status - 128} (status {status})") : string.Create(CultureInfo.InvariantCulture, $"ended with status {status} before it was done"),
            "run it by hand with the first line of the protocol on its standard input to see why");
    }

    private void Look()
    {
        if (_sinceLook.Elapsed < _look)
        {
            return;
        }

        long begin = Stopwatch.GetTimestamp(), memory = _tree.Memory();
        TimeSpan cost = Stopwatch.GetElapsedTime(begin);
        _look = 20 * cost > OneLook ? 20 * cost : OneLook;
        _sinceLook.Restart();
        if (memory > _limits.Memory)
        {
            throw Failure(
                string.Create(CultureInfo.InvariantCulture, $"used {memory >> 20} MiB of memory, more than its {_limits.Memory >> 20} MiB, and was ended"),
                "let it use less, or give it more with --limit-memory");
        }
    }

    private void End()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _conversation.Dispose();
        _tree.End();
    }
}
