using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Which values only repeat what others do: their columns, over all rows, are combinations of earlier columns. Products are such, and the value of a function of
/// which only differences occur.
/// </summary>
internal static class RedundantValues
{
    /// <summary>The values that may be taken as zero. Columns that are independent over some of the rows are so over all; twice as many rows as columns mostly settle it.</summary>
    /// <param name="rows">All rows, the objective included, those first that are likely to tell values apart.</param>
    /// <param name="count">How many values there are.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static HashSet<int> Of(IReadOnlyList<SdpRow> rows, int count, CancellationToken cancellation)
    {
        int few = (2 * count) + 2;
        return rows.Count > few && Dependent([.. rows.Take(few)], count, cancellation).Count == 0 ? [] : Dependent(rows, count, cancellation);
    }

    // Modified Gram-Schmidt, twice. Costs rows times values squared.
    private static HashSet<int> Dependent(IReadOnlyList<SdpRow> rows, int count, CancellationToken cancellation)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[rows.Count])];
        for (int k = 0; k < rows.Count; k++)
        {
            foreach (ValueTerm term in rows[k].Values)
            {
                columns[term.Index][k] = term.Coefficient;
            }
        }

        HashSet<int> redundant = [];
        List<double[]> independent = [];
        for (int i = 0; i < columns.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] column = columns[i];
            double norm = Math.Sqrt(MatrixKernels.Dot(column, column)), rest = norm;
            for (int pass = 0; pass < 2 && rest > 0; pass++)
            {
                foreach (double[] other in independent)
                {
                    MatrixKernels.AddScaled(-MatrixKernels.Dot(column, other), other, column);
                }

                rest = Math.Sqrt(MatrixKernels.Dot(column, column));
            }

            // What a dependent column leaves is rounding: one unit round-off of the norm per operation of a sum over rows, for each earlier column.
            if (rest > norm * rows.Count * (independent.Count + 1) * ScalarMath.UnitRoundoff<double>())
            {
                independent.Add(Array.ConvertAll(column, c => c / rest));
            }
            else
            {
                redundant.Add(i);
            }
        }

        return redundant;
    }
}
