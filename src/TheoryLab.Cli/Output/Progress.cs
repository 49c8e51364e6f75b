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

    public void End(ClaimResult result) => End(result.Claim, string.Create(CultureInfo.InvariantCulture, $"{Words.Of(result.Verdict)} ({result.Timing.Seconds:0.0} s)"));

    public void End(AttackResult result) => End(result.Claim, $"{Words.Of(result)}, closest ratio {Words.Of(result.Best.Ratio)}");

    private void End(string claim, string outcome)
    {
        _done++;
        if (!quiet)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"[{_done}/{total}] {claim}: {outcome}");
            Notes.WriteLine(_live ? "\r" + line.PadRight(Math.Max(0, Math.Min(Console.BufferWidth - 1, 100))) : line);
        }
    }
}
