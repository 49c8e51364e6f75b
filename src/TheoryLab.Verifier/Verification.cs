namespace TheoryLab.Verifier;

/// <summary>The outcome of checking a certificate.</summary>
/// <param name="IsAccepted">Whether it proves objective at most bound.</param>
/// <param name="Reason">Why not, or that it does.</param>
public sealed record Verification(bool IsAccepted, string Reason)
{
    /// <summary>
    /// Checks the proof: R = objective - sum of multiplier times expression has no value part, a constant of at most the bound, and a Gram part that is
    /// negative semidefinite; multipliers of inequalities are not negative. Then objective at most bound, whatever vectors and values satisfy the rows.
    /// </summary>
    /// <param name="certificate">The certificate.</param>
    public static Verification Of(Certificate certificate)
    {
        Dictionary<(int, int), Fraction> gram = new(certificate.Objective.Expression.Gram);
        Dictionary<int, Fraction> values = new(certificate.Objective.Expression.Values);
        Fraction constant = certificate.Objective.Expression.Constant;
        foreach (ProofTerm term in certificate.Assumptions.Concat(certificate.Interpolation))
        {
            if (!term.IsEquality && term.Multiplier.Sign < 0)
            {
                return new(false, $"The multiplier of '{term.Words}' is negative.");
            }

            Subtract(gram, term.Expression.Gram, term.Multiplier);
            Subtract(values, term.Expression.Values, term.Multiplier);
            constant -= term.Multiplier * term.Expression.Constant;
        }

        return values.Values.Any(c => c.Sign != 0) ? new(false, "The function values do not cancel.")
            : (constant - certificate.Bound).Sign > 0 ? new(false, $"The multipliers prove the bound {constant}, which is larger than {certificate.Bound}.")
            : !PositiveSemidefinite.HoldsForMinus(gram, certificate.GramBasis.Count) ? new(false, "The residual quadratic form is not positive semidefinite.")
            : new(true, "Every step holds in exact rational arithmetic.");
    }

    private static void Subtract<TKey>(Dictionary<TKey, Fraction> from, IReadOnlyDictionary<TKey, Fraction> terms, Fraction multiplier)
        where TKey : notnull
    {
        foreach ((TKey key, Fraction c) in terms)
        {
            from[key] = from.GetValueOrDefault(key) - (multiplier * c);
        }
    }
}
