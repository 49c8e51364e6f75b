using System.Numerics;

namespace TheoryLab.Verifier;

/// <summary>Exact test of positive semidefiniteness: fraction-free symmetric elimination (Bareiss 1968) with the largest diagonal entry as pivot.</summary>
internal static class PositiveSemidefinite
{
    /// <summary>Whether minus the quadratic form is positive semidefinite.</summary>
    public static bool HoldsForMinus(IReadOnlyDictionary<(int I, int J), Fraction> form, int n)
    {
        BigInteger common = form.Values.Aggregate(BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);
        BigInteger[,] m = new BigInteger[n, n];
        foreach (((int i, int j), Fraction c) in form)
        {
            // The coefficient of <b_i, b_j> is shared between two entries; the factor 2 keeps them integers.
            BigInteger entry = -c.Numerator * (common / c.Denominator);
            m[i, j] = m[j, i] = i == j ? 2 * entry : entry;
        }

        List<int> left = [.. Enumerable.Range(0, n)];
        for (BigInteger previous = BigInteger.One; left.Count > 0;)
        {
            int pivot = left.MaxBy(i => m[i, i]);
            BigInteger p = m[pivot, pivot];
            if (p.Sign <= 0)
            {
                // No positive diagonal entry is left: only the zero matrix is semidefinite.
                return left.TrueForAll(i => left.TrueForAll(j => m[i, j].IsZero));
            }

            left.Remove(pivot);
            foreach (int i in left)
            {
                foreach (int j in left.Where(j => j >= i))
                {
                    m[i, j] = m[j, i] = ((m[i, j] * p) - (m[i, pivot] * m[pivot, j])) / previous;
                }
            }

            previous = p;
        }

        return true;
    }
}
