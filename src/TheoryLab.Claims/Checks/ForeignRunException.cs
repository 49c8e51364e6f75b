namespace TheoryLab.Claims;

/// <summary>
/// A foreign solver or oracle that died, ran out of its limits or broke its protocol. The message says in one sentence: the command, what happened, how
/// to mend it; and in a second one, once it is known, on which instance.
/// </summary>
/// <param name="message">The sentence.</param>
/// <param name="cause">What is told with more detail; null if nothing.</param>
public sealed class ForeignRunException(string message, ForeignRunException? cause = null) : Exception(message, cause)
{
    /// <summary>The same failure with its instance.</summary>
    /// <param name="case">The run that was asked for.</param>
    /// <param name="plan">The same with its instance.</param>
    internal ForeignRunException On(CheckCase @case, RunPlan plan) => new(FormattableString.Invariant(
        $"{Message} It ran on instance {@case.Instance}: {plan.Instance.Family.Name} ({plan.Instance.Parameters}), seed {plan.Instance.Seed}, {@case.Horizon} iterations."), this);

    /// <summary>The same failure with its claim.</summary>
    /// <param name="claim">The claim's id.</param>
    public ForeignRunException Of(string claim) => new($"{claim}: {Message}", this);
}
