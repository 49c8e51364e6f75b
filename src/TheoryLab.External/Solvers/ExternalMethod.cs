using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>A solver in another process as a method: it asks for gradients and the like over its standard streams and reports its iterates.</summary>
/// <param name="Command">What starts it.</param>
/// <param name="Limits">What one run may use.</param>
public sealed record ExternalMethod(ExternalCommand Command, ExternalLimits Limits) : IForeignMethod
{
    /// <inheritdoc/>
    public string Name => Command.ToString();

    /// <inheritdoc/>
    public string UpdateRule => "whatever the external solver does";

    /// <inheritdoc/>
    public string Source => "an external solver";

    /// <inheritdoc/>
    public IIteration<HostVector<double>> Start(ProblemInstance instance, HostProblem<double> problem, int horizon, CancellationToken cancellation) =>
        new ExternalIteration(ExternalProcess.Start("solver", Command, Limits), instance, problem, horizon, cancellation);
}
