using System.CommandLine;
using TheoryLab.ClaimFiles;
using TheoryLab.Core;
using TheoryLab.External;
using TheoryLab.Problems;

namespace TheoryLab.Cli;

/// <summary>Whether a claim file may start programs, and what each run of one may use.</summary>
internal sealed class ExternalOptions
{
    private static readonly ExternalLimits Defaults = new();

    private readonly Option<bool> _allow = new("--allow-exec") { Description = "Run the external commands of claim files; without it they are refused" };
    private readonly Option<int> _seconds = new("--limit-seconds") { HelpName = "n", Description = "How long one run of an external command may take", DefaultValueFactory = _ => (int)Defaults.Time.TotalSeconds };
    private readonly Option<int> _memory = new("--limit-memory") { HelpName = "n", Description = "MiB of memory that one run of an external command may use", DefaultValueFactory = _ => (int)(Defaults.Memory >> 20) };

    /// <summary>Names of external commands where nothing is started, as to show a claim.</summary>
    public static IExternalPrograms Named { get; } = new Programs(Defaults);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_allow);
        command.Add(_seconds);
        command.Add(_memory);
    }

    /// <summary>What starts external commands, or null if nothing may.</summary>
    /// <exception cref="InputException">A limit below 1.</exception>
    public IExternalPrograms? Of(ParseResult result)
    {
        ExternalLimits limits = new()
        {
            Time = TimeSpan.FromSeconds(CommonOptions.AtLeast("--limit-seconds", result.GetValue(_seconds), 1)),
            Memory = (long)CommonOptions.AtLeast("--limit-memory", result.GetValue(_memory), 1) << 20,
        };
        return result.GetValue(_allow) ? new Programs(limits) : null;
    }

    private sealed class Programs(ExternalLimits limits) : IExternalPrograms
    {
        public IMethod Solver(IReadOnlyList<string> command, string folder) => new ExternalMethod(new(command, folder), limits);

        public ProblemFamily Oracle(IReadOnlyList<string> command, string folder, IReadOnlyList<string> parameters) =>
            new ExternalFamily(new(command, folder), limits, parameters);
    }
}
