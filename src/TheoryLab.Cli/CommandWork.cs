using System.CommandLine;

namespace TheoryLab.Cli;

/// <summary>What a command does, so that a signal ends it.</summary>
internal static class CommandWork
{
    /// <summary>
    /// Runs a command's work beside the thread that waits for signals: work that does not look at its token, in a read say, is left behind a moment
    /// after one.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="work">From what was typed to the exit status.</param>
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((result, cancellation) => Task.Run(() => work(result, cancellation), CancellationToken.None));
}
