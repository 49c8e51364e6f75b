using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>Which claims of a sweep are attacked: one that is named must be one that can be, of a family or the catalogue those that can be are taken.</summary>
internal static class Attackable
{
    /// <summary>Those that can be attacked; how many cannot, and why, is said in one note.</summary>
    /// <param name="claims">A family or the catalogue.</param>
    /// <exception cref="InputException">None can be.</exception>
    public static IReadOnlyList<ChosenClaim> Of(IReadOnlyList<ChosenClaim> claims)
    {
        ILookup<AttackObstacle?, ChosenClaim> sorted = claims.ToLookup(c => Attack.ObstacleOf(c.Claim));
        ChosenClaim[] taken = [.. sorted[null]];
        string reasons = string.Join(", ", sorted.Where(g => g.Key is not null).OrderBy(g => g.Key).Select(g => FormattableString.Invariant($"{g.Count()} {Words.Of(g.Key!.Value)}")));
        int left = claims.Count - taken.Length;
        if (taken.Length == 0)
        {
            throw new InputException($"None of these claims can be attacked ({reasons}); name another family, or claims with a pointwise bound and sampled instances.");
        }

        if (left > 0)
        {
            Notes.WriteLine(FormattableString.Invariant($"theorylab: {left} {(left == 1 ? "claim is" : "claims are")} left out, since there is nothing to attack: {reasons}."));
        }

        return taken;
    }

    /// <summary>The named claims, each of which can be attacked.</summary>
    /// <exception cref="InputException">One cannot.</exception>
    public static IReadOnlyList<ChosenClaim> All(IReadOnlyList<ChosenClaim> claims, AttackOptions options)
    {
        foreach (ChosenClaim chosen in claims)
        {
            Attack.Refuse(chosen.Claim, options);
        }

        return claims;
    }
}
