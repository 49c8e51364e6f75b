using System.Reflection;

namespace TheoryLab.Cli;

/// <summary>
/// The help of the program, kept as text: asking for it loads nothing else. A test compares the text with what the parser would say.
/// </summary>
internal static class FirstPage
{
    /// <summary>Columns that help is wrapped to.</summary>
    public const int Width = 120;

    private const string Resource = "TheoryLab.Cli.help.txt";

    /// <summary>Answers a command line that asks for help and nothing else.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit status; null if it asks for something else, or the text cannot be written.</returns>
    public static int? Answer(string[] args) => args is ["--help" or "-h" or "-?"] ? Show() : null;

    private static int? Show()
    {
        if (!Console.IsOutputRedirected && Console.WindowWidth < Width)
        {
            return null;
        }

        try
        {
            using Stream text = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
            using Stream output = Console.OpenStandardOutput();
            text.CopyTo(output);
            return ExitStatus.Success;
        }
        catch (IOException)
        {
            // The way with all its error handling says what is wrong with the output.
            return null;
        }
    }
}
