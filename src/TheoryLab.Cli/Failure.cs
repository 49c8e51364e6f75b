using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>What ended a command before its work was done.</summary>
/// <param name="Status">The exit status.</param>
/// <param name="Message">What happened, where and how to mend it.</param>
internal sealed record Failure(int Status, string Message)
{
    public const string Interruption = "interrupted; what is finished is saved where --out was given, and --resume goes on.";

    /// <summary>The failure that an exception stands for.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        InputException e => new(ExitStatus.BadInput, e.Message),
        ForeignRunException e => new(ExitStatus.Interrupted, e.Message),
        OperationCanceledException => new(ExitStatus.Interrupted, Interruption),
        IOException or UnauthorizedAccessException => new(ExitStatus.Interrupted, $"{exception.Message.TrimEnd('.')}: a result could not be written. What is finished is saved where --out was given; mend the cause, and --resume goes on."),
        _ => new(ExitStatus.InternalError, $"internal error ({exception.GetType().Name}: {exception.Message}). Please report it with the command line you typed."),
    };

    /// <summary>Says it on standard error.</summary>
    /// <returns>The exit status.</returns>
    public int Say()
    {
        Notes.WriteLine($"theorylab: {Message}");
        return Status;
    }
}
