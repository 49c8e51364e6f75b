using TheoryLab.Claims;
using Xunit.Sdk;

namespace TheoryLab.Testing;

/// <summary>A rate that was refuted, or that the check cannot tell from a false one; test runners show it as a failed assertion.</summary>
/// <param name="verdict">Refuted or inconclusive.</param>
/// <param name="message">Verdict, reason, witness and how to repeat it.</param>
public sealed class RateException(Verdict verdict, string message) : XunitException(message)
{
    /// <summary>Refuted or inconclusive.</summary>
    public Verdict Verdict { get; } = verdict;
}
