using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Refuses statements whose check would show nothing, whatever the runs: bounds that hold the measured quantity itself, twins that no run could satisfy.</summary>
public static class ClaimSense
{
    /// <summary>Why a bound says nothing about the method: it uses what is compared with it at the same iteration. Null if it does not.</summary>
    /// <param name="claim">A claim, or a twin's variant of it.</param>
    public static string? SelfComparison(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Bound is not { } bound || claim.Quantity is { PastNames.Count: > 0 })
        {
            return null;
        }

        IEnumerable<string> compared = claim.Quantity?.PresentNames.Where(n => n == claim.Measure.Symbol || Registry.MeasureOfSymbol(n) is not null) ?? [claim.Measure.Symbol];
        return compared.FirstOrDefault(bound.PresentNames.Contains) is not { } symbol ? null
            : $"the bound {bound.Text} uses {symbol}, which is compared with it at the same k, so that it says nothing about the method; state it in k and constants, or look back with prev({symbol}).";
    }

    /// <summary>Whether nothing that is measured can stay at or below a bound that is negative, or zero throughout.</summary>
    /// <param name="claim">A claim, or a twin's variant of it.</param>
    public static bool NeedsPositiveBound(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim is { Kind: not (ClaimKind.Lower or ClaimKind.Negative or ClaimKind.Limit), Quantity: null, Measure.CanBeNegative: false };
    }

    /// <summary>A bound must not use what is compared with it at the same iteration.</summary>
    /// <exception cref="InputException">It does.</exception>
    internal static void RefuseSelfComparison(Claim claim)
    {
        if (SelfComparison(claim) is { } reason)
        {
            throw new InputException(string.Concat("T", reason.AsSpan(1)));
        }
    }

    /// <summary>A twin must be false, but possible: a measure that is never negative breaks a negative bound on every run, and half of itself.</summary>
    /// <param name="twin">The twin.</param>
    /// <param name="variant">What it makes of the claim.</param>
    /// <param name="evaluation">What became of it.</param>
    /// <exception cref="InputException">No run could satisfy it.</exception>
    internal static void RefuseImpossible(Twin twin, Claim variant, Evaluation evaluation)
    {
        if (variant.Bound is null || evaluation.Witness is not { } w)
        {
            return;
        }

        if (evaluation.Tautology is { } words)
        {
            throw new InputException($"The twin '{twin.Name}' is false of any method: {words}.");
        }

        string? why = double.IsInfinity(w.Bound) ? "no number is beyond it"
            : !NeedsPositiveBound(variant) ? null
            : w.Bound < 0 ? $"{variant.Measure.Name} is never negative"
            : w.Bound == 0 && evaluation.Curve().All(p => p.Bound <= 0) ? $"{variant.Measure.Name} vanishes at a solution only"
            : null;
        if (why is not null)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The twin '{twin.Name}' has the bound {w.Bound:G6} at k = {w.Iteration}, and {why}: no run could satisfy it, so that its refutation shows nothing; give a twin that is false but possible."));
        }
    }
}
