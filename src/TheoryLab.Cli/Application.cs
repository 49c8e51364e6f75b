using System.CommandLine;
using System.CommandLine.Help;

namespace TheoryLab.Cli;

/// <summary>The program as a function of its arguments; exit statuses are part of the contract, see <see cref="ExitStatus"/>.</summary>
internal static class Application
{
    // What the parser's library gives where a command does not end by itself after a signal.
    private const int Interrupted = 130, Terminated = 143;

    // Enough to end external programs and to store what is finished; a read that waits for a pipe would never end.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(3);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="cancellation">Interrupts it, as Ctrl-C does.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        RootCommand root = Create();
        ParseResult parsed = root.Parse(args);
        if (UsageError.Of(parsed, args) is { } usage)
        {
            Notes.WriteLine($"theorylab: {usage}");
            return ExitStatus.BadInput;
        }

        try
        {
            int status = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToEnd }, cancellation);
            return status is Interrupted or Terminated ? new Failure(ExitStatus.Interrupted, Failure.Interruption).Say() : status;
        }
        catch (Exception e)
        {
            return Failure.Of(e).Say();
        }
    }

    /// <summary>The commands with their options; the reference of the documentation is compared with it.</summary>
    internal static RootCommand Create()
    {
        RootCommand root = Commands();
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpAction { MaxWidth = FirstPage.Width };
        }

        return root;
    }

    private static RootCommand Commands() => new("Checks theory about optimisation methods: claims in, verdicts with evidence out. Example: theorylab check gd-convex-exact")
    {
        CheckCommand.Create(),
        ListCommand.Create(),
        ReportCommand.Create(),
        ShowCommand.Create(),
        FitCommand.Create(),
        RunCommand.Create(),
        MergeCommand.Create(),
        AttackCommand.Create(),
        WorstCaseCommand.Create(),
        CertifyCommand.Create(),
        VerifyCommand.Create(),
        NewCommand.Create(),
        DoctorCommand.Create(),
        CommonOptions.NoColor(),
    };
}
