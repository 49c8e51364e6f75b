using System.CommandLine;
using System.CommandLine.Help;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>The program as a function of its arguments; exit statuses are part of the contract, see <see cref="ExitStatus"/>.</summary>
internal static class Application
{
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
            await Console.Error.WriteLineAsync($"theorylab: {usage}");
            return ExitStatus.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (InputException e)
        {
            await Console.Error.WriteLineAsync($"theorylab: {e.Message}");
            return ExitStatus.BadInput;
        }
        catch (ForeignRunException e)
        {
            await Console.Error.WriteLineAsync($"theorylab: {e.Message}");
            return ExitStatus.Interrupted;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("theorylab: interrupted; what is finished is saved where --out was given, and --resume goes on.");
            return ExitStatus.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"theorylab: {e.Message} What is finished is saved; mend the cause and add --resume.");
            return ExitStatus.Interrupted;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"theorylab: internal error ({e.GetType().Name}: {e.Message}). Please report it with the command line you typed.");
            return ExitStatus.InternalError;
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
    };
}
