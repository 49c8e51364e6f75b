using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>Claims one after another, until all are done or something ends them.</summary>
internal static class ClaimSeries
{
    /// <summary>Does something with each claim in turn.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="each">What is done.</param>
    /// <returns>What ended it before its end; null if nothing did.</returns>
    public static RunFailure? Run(IReadOnlyList<ChosenClaim> claims, Action<ChosenClaim> each)
    {
        foreach (ChosenClaim chosen in claims)
        {
            try
            {
                each(chosen);
            }
            catch (Exception e)
            {
                Failure failure = Failure.Of(e);
                return new(chosen.Claim.Id, failure.Status, failure.Message);
            }
        }

        return null;
    }
}
