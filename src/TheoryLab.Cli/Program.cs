using System.CommandLine;
using TheoryLab.Cli;
using TheoryLab.Core;

// Exit statuses are part of the contract: see ExitStatus.
RootCommand root = new("Checks theory about optimisation methods: claims in, verdicts with evidence out.")
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
    DoctorCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (UsageError.Of(parsed, args) is { } usage)
{
    await Console.Error.WriteLineAsync($"theorylab: {usage}");
    return ExitStatus.BadInput;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InputException e)
{
    await Console.Error.WriteLineAsync($"theorylab: {e.Message}");
    return ExitStatus.BadInput;
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
