using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>Problems whose oracles are answered by another process, for built-in methods; docs/protocol.md has its lines.</summary>
/// <param name="command">What starts it.</param>
/// <param name="limits">What one run may use.</param>
/// <param name="parameters">
/// Names of numbers that are passed on to it; a claim may give ranges for them. "dimension" is an integer of at least 1, the others are real.
/// </param>
public sealed class ExternalFamily(ExternalCommand command, ExternalLimits limits, params IReadOnlyList<string> parameters) : ProblemFamily, IForeignFamily
{
    /// <summary>What starts it.</summary>
    public ExternalCommand Command { get; } = command;

    /// <summary>What one run may use.</summary>
    public ExternalLimits Limits { get; } = limits;

    /// <inheritdoc/>
    public override string Name => Command.ToString();

    /// <inheritdoc/>
    public override string Summary => "whatever the external oracle answers";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        .. parameters.Select(name => name == "dimension"
            ? ParameterInfo.Integer(name, "passed on to the oracle", 1, 1)
            : ParameterInfo.Real(name, "passed on to the oracle", 0, double.NegativeInfinity)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "declared by the oracle, if it knows it"),
        new("mu", "declared by the oracle, if it knows it"),
        new("D", "declared by the oracle, if it knows it"),
        new("fstar", "declared by the oracle, if it knows it"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private sealed class Instance(ExternalFamily family, ParameterSet p, int seed) : ProblemInstance(family, p, seed), IForeignInstance, IDisposable
    {
        private OracleSession? _session;

        public IDisposable Open(CancellationToken cancellation)
        {
            _session = new(family, Parameters.All.Select(v => KeyValuePair.Create(v.Key, v.Value.Number)), Seed, cancellation);
            return this;
        }

        public void Dispose() => _session?.Dispose();

        public override HostProblem<T> In<T>()
        {
            OracleSession session = _session ?? throw new InvalidOperationException("An external oracle is opened before it is asked.");
            return (typeof(T) == typeof(double) ? OracleProblems.Of(new OracleAnswers<double>(session, (value, _) => value, x => x, _ => 0)) as HostProblem<T>
                : typeof(T) == typeof(Tracked<double>) ? OracleProblems.Of(new OracleAnswers<Tracked<double>>(session, (value, error) => new(value, error), x => x.Value, x => x.Error)) as HostProblem<T>
                : null)
                ?? throw new NotSupportedException("An external oracle answers in doubles only.");
        }
    }
}
