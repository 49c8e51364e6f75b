using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>One line per claim on standard error; on a terminal, also which claim is under way.</summary>
internal sealed class Progress(int total, bool quiet)
{
    private readonly bool _live = !Console.IsErrorRedirected;
    private int _done;

    public void Begin(string id)
    {
        if (!quiet && _live)
        {
            Notes.Write($"\r[{_done + 1}/{total}] {id} ...");
        }
    }

    public void End(ClaimResult result)
    {
        _done++;
        if (!quiet)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"[{_done}/{total}] {result.Claim}: {Words.Of(result.Verdict)} ({result.Timing.Seconds:0.0} s)");
            Notes.WriteLine(_live ? "\r" + line.PadRight(Math.Max(0, Math.Min(Console.BufferWidth - 1, 100))) : line);
        }
    }
}
