using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

/// <summary>Small matrices and vectors of rationals, without rounding.</summary>
internal static class ExactMatrix
{
    public static Rational[][] Entries(int n, Func<int, int, Rational> entry) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => entry(i, j)).ToArray())];

    public static Rational Dot(Rational[] x, Rational[] y) => x.Zip(y, (a, b) => a * b).Aggregate((a, b) => a + b);

    /// <summary>Whether the pivots of A + t B, eliminated without exchanges, are all positive.</summary>
    public static bool IsPositiveDefinite(Rational[][] a, Rational t, Rational[][] b)
    {
        int n = a.Length;
        Rational[][] m = Entries(n, (i, j) => a[i][j] + (t * b[i][j]));
        for (int k = 0; k < n; k++)
        {
            if (!(m[k][k] > Rational.Zero))
            {
                return false;
            }

            Eliminate(m, k);
        }

        return true;
    }

    public static Rational[] Solve(Rational[][] a, Rational[] right)
    {
        int n = a.Length;
        Rational[][] m = [.. a.Select((row, i) => (Rational[])[.. row, right[i]])];
        for (int k = 0; k < n; k++)
        {
            Eliminate(m, k);
        }

        Rational[] x = new Rational[n];
        for (int i = n - 1; i >= 0; i--)
        {
            Rational sum = m[i][n];
            for (int j = i + 1; j < n; j++)
            {
                sum -= m[i][j] * x[j];
            }

            x[i] = sum / m[i][i];
        }

        return x;
    }

    private static void Eliminate(Rational[][] m, int k)
    {
        for (int i = k + 1; i < m.Length; i++)
        {
            Rational factor = m[i][k] / m[k][k];
            for (int j = k; j < m[i].Length; j++)
            {
                m[i][j] -= factor * m[k][j];
            }
        }
    }
}
