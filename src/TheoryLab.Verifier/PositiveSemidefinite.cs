using System.Numerics;

namespace TheoryLab.Verifier;

/// <summary>
/// Exact test of positive semidefiniteness by symmetric elimination. A row stands for itself up to a positive factor and is kept as integers without a common
/// divisor, so that numbers stay as short as the matrix allows.
/// </summary>
internal static class PositiveSemidefinite
{
    /// <summary>Whether minus the quadratic form is positive semidefinite.</summary>
    public static bool HoldsForMinus(IReadOnlyDictionary<(int I, int J), Fraction> form, int n)
    {
        BigInteger[][] rows = Rows(form, n);
        for (int pivot = 0; pivot < n; pivot++)
        {
            Span<BigInteger> row = rows[pivot].AsSpan(pivot);
            if (row[0].Sign <= 0 && row.ContainsAnyExcept(BigInteger.Zero))
            {
                // A negative diagonal entry, or a zero one in a row that is not zero.
                return false;
            }

            for (int i = pivot + 1; i < n && row[0].Sign > 0; i++)
            {
                Eliminate(row, rows[i].AsSpan(pivot));
            }
        }

        return true;
    }

    private static BigInteger[][] Rows(IReadOnlyDictionary<(int I, int J), Fraction> form, int n)
    {
        BigInteger common = form.Values.Aggregate(BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);
        BigInteger[][] rows = [.. Enumerable.Range(0, n).Select(_ => new BigInteger[n])];
        foreach (((int i, int j), Fraction c) in form)
        {
            // The coefficient of <b_i, b_j> is shared between two entries; the factor 2 keeps them integers.
            BigInteger entry = -c.Numerator * (common / c.Denominator);
            rows[i][j] = rows[j][i] = i == j ? 2 * entry : entry;
        }

        return rows;
    }

    // row <- (a row - b pivot) / c, a and c positive, with a zero in front.
    private static void Eliminate(ReadOnlySpan<BigInteger> pivot, Span<BigInteger> row)
    {
        if (row[0].IsZero)
        {
            return;
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(pivot[0], row[0]), a = pivot[0] / divisor, b = row[0] / divisor, common = BigInteger.Zero;
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = (a * row[j]) - (b * pivot[j]);
            common = common.IsOne ? common : BigInteger.GreatestCommonDivisor(common, row[j]);
        }

        for (int j = 0; j < row.Length && common > BigInteger.One; j++)
        {
            row[j] /= common;
        }
    }
}
