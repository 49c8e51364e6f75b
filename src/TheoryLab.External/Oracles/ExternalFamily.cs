using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>Problems whose oracles are answered by another process, for built-in methods.</summary>
/// <param name="command">What starts it.</param>
/// <param name="limits">What one run may use.</param>
/// <param name="parameters">Names of numbers that are passed on to it, such as "dimension"; a claim may give ranges for them.</param>
public sealed class ExternalFamily(ExternalCommand command, ExternalLimits limits, params IReadOnlyList<string> parameters) : ProblemFamily
{
    /// <summary>What starts it.</summary>
    public ExternalCommand Command { get; } = command;

    /// <summary>What one run may use.</summary>
    public ExternalLimits Limits { get; } = limits;

    /// <inheritdoc/>
    public override string Name => Command.ToString();

    /// <inheritdoc/>
    public override string Summary => "an external oracle";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters { get; } = [.. parameters.Select(name => ParameterInfo.Real(name, "passed on to the oracle", 0, double.NegativeInfinity))];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "declared by the oracle, if it knows it"),
        new("mu", "declared by the oracle, if it knows it"),
        new("D", "declared by the oracle, if it knows it"),
        new("fstar", "declared by the oracle, if it knows it"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => throw new NotSupportedException("External oracles are not there yet.");
}
