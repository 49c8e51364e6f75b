namespace TheoryLab.External;

/// <summary>A line that breaks the protocol; whoever reads it knows which process wrote it.</summary>
/// <param name="what">What is wrong with the line, as the rest of a sentence that begins with the process.</param>
/// <param name="mend">How to mend it, as a clause of its own.</param>
internal sealed class ProtocolException(string what, string mend) : Exception(what)
{
    /// <summary>How to mend it.</summary>
    public string Mend { get; } = mend;
}
