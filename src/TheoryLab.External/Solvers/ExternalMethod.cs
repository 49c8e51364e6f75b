using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>A solver in another process as a method: it asks for gradients and the like over its standard streams and reports its iterates.</summary>
/// <param name="Command">What starts it.</param>
/// <param name="Limits">What one run may use.</param>
public sealed record ExternalMethod(ExternalCommand Command, ExternalLimits Limits) : IMethod
{
    /// <inheritdoc/>
    public string Name => Command.ToString();

    /// <inheritdoc/>
    public string UpdateRule => "whatever the external solver does";

    /// <inheritdoc/>
    public string Source => "an external solver";
}
