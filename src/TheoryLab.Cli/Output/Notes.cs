using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>Lines on standard error: what is wrong, and how far a command has come.</summary>
internal static class Notes
{
    /// <summary>Writes a line.</summary>
    public static void WriteLine(string line) => Write(line + Environment.NewLine);

    /// <summary>Says that a shard has nothing to do, which is no error.</summary>
    public static void WriteEmpty(ShardIndex? shard) => WriteLine($"theorylab: shard {shard} holds no claim; the others hold them all.");

    /// <summary>Writes text; where standard error is closed or full, nobody reads it, and work and its status go on without.</summary>
    public static void Write(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
