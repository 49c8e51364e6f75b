namespace TheoryLab.Claims;

/// <summary>
/// A foreign solver or oracle that died, ran out of its limits or broke its protocol. The message is one sentence: the command, what happened, how
/// to mend it.
/// </summary>
/// <param name="message">The sentence.</param>
public sealed class ForeignRunException(string message) : Exception(message);
