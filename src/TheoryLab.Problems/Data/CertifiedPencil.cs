using MathNet.Numerics.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Proved bounds for pairs of symmetric matrices (A, B), B positive definite. An eigenvalue solver in doubles gives candidates, which prove nothing;
/// the proof is a factorisation L D L' of A - t B (or t B - A) in double-doubles under running error analysis, all of whose pivots are positive
/// beyond their errors: then the exact matrix is positive definite, and t is below the smallest eigenvalue (above the largest one).
/// </summary>
internal static class CertifiedPencil
{
    // The candidate is tried at first with this margin, relative to the largest eigenvalue; the margin doubles until the proof goes through.
    private const double FirstMargin = 1.0 / (1L << 51);

    /// <summary>A bound below the smallest t with det(A - t B) = 0, at least zero.</summary>
    /// <param name="a">A, dense, row by row.</param>
    /// <param name="b">B, likewise.</param>
    /// <param name="n">The order of both.</param>
    public static double Smallest(double[] a, double[] b, int n)
    {
        (double[] eigenvalues, _) = Eigen(a, b, n);
        double candidate = eigenvalues.Min(), scale = eigenvalues.Max(Math.Abs);
        for (double margin = FirstMargin; candidate - (margin * scale) > 0; margin *= 2)
        {
            double t = candidate - (margin * scale);
            if (IsPositiveDefinite(a, 1, b, -t, n))
            {
                return t;
            }
        }

        return 0;
    }

    /// <summary>A bound above the largest t with det(A - t B) = 0.</summary>
    /// <param name="a">A, dense, row by row.</param>
    /// <param name="b">B, likewise.</param>
    /// <param name="n">The order of both.</param>
    public static double Largest(double[] a, double[] b, int n)
    {
        (double[] eigenvalues, _) = Eigen(a, b, n);
        double candidate = eigenvalues.Max(), scale = eigenvalues.Max(Math.Abs);
        for (double margin = FirstMargin; ; margin *= 2)
        {
            double t = candidate + (margin * scale);
            if (IsPositiveDefinite(a, -1, b, t, n))
            {
                return t;
            }
        }
    }

    /// <summary>x with A x = t B x for the smallest t, in doubles and not proved: where an instance starts, nothing more.</summary>
    public static double[] SmallestVector(double[] a, double[] b, int n)
    {
        (double[] eigenvalues, double[][] vectors) = Eigen(a, b, n);
        return vectors[Array.IndexOf(eigenvalues, eigenvalues.Min())];
    }

    /// <summary>
    /// A proved upper bound on max over signs s of (w s)'A^-1(w s), by trying all 2^(n-1) sign vectors on the inverse in doubles; the errors of the
    /// inverse, known from its computation in tracked double-doubles, and those of the sums are added.
    /// </summary>
    /// <param name="a">A, positive definite, dense, row by row.</param>
    /// <param name="weights">w, positive.</param>
    public static double LargestOverSigns(double[] a, double[] weights)
    {
        int n = weights.Length;
        (double[] inverse, double error) = WeightedInverse(a, weights);
        double sum = inverse.Sum(Math.Abs), largest = 0;
        double[] product = new double[n];
        int[] signs = [.. Enumerable.Repeat(1, n)];
        for (int i = 0; i < n * n; i++)
        {
            product[i / n] += inverse[i];
        }

        // Gray code: each sign vector differs from the one before in one sign, which moves the product by a column. The sums stay exact to
        // (number of updates) n u times the sum of all entries; restarting would cost more and is not needed for n up to 20.
        int vectors = 1 << (n - 1);
        for (int v = 1; ; v++)
        {
            double value = 0;
            for (int i = 0; i < n; i++)
            {
                value += signs[i] * product[i];
            }

            largest = Math.Max(largest, value);
            if (v == vectors)
            {
                break;
            }

            int flip = System.Numerics.BitOperations.TrailingZeroCount(v);
            signs[flip] = -signs[flip];
            for (int i = 0; i < n; i++)
            {
                product[i] += 2 * signs[flip] * inverse[(i * n) + flip];
            }
        }

        return largest + (1.01 * (error + (((double)vectors + (4 * n)) * n * Math.ScaleB(1, -52) * sum)));
    }

    /// <summary>W A^-1 W rounded to doubles, and a bound on the sum of the errors of its entries.</summary>
    private static (double[] Inverse, double Error) WeightedInverse(double[] a, double[] weights)
    {
        int n = weights.Length;
        LdlFactor<Tracked<DoubleDouble>> factor = new(n);
        for (int i = 0; i < n * n; i++)
        {
            factor.Matrix[i] = Tracked<DoubleDouble>.FromDouble(a[i]);
        }

        factor.Factor(Tracked<DoubleDouble>.Zero);
        double[] inverse = new double[n * n];
        double error = 0;
        Tracked<DoubleDouble>[] column = new Tracked<DoubleDouble>[n];
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < n; i++)
            {
                column[i] = i == j ? Tracked<DoubleDouble>.One : Tracked<DoubleDouble>.Zero;
            }

            factor.Solve(column);
            for (int i = 0; i < n; i++)
            {
                double weight = weights[i] * weights[j], entry = weight * column[i].Value.High;
                inverse[(i * n) + j] = entry;
                error += (weight * column[i].Error) + (Math.Abs(entry) * Math.ScaleB(1, -50));
            }
        }

        return (inverse, error);
    }

    private static bool IsPositiveDefinite(double[] a, double alpha, double[] b, double beta, int n)
    {
        LdlFactor<Tracked<DoubleDouble>> factor = new(n);
        for (int i = 0; i < n * n; i++)
        {
            factor.Matrix[i] = (Tracked<DoubleDouble>.FromDouble(alpha) * Tracked<DoubleDouble>.FromDouble(a[i]))
                + (Tracked<DoubleDouble>.FromDouble(beta) * Tracked<DoubleDouble>.FromDouble(b[i]));
        }

        factor.Factor(Tracked<DoubleDouble>.Zero);
        foreach (Tracked<DoubleDouble> pivot in factor.Pivots)
        {
            if (!(pivot.Value.High * (1 - Math.ScaleB(1, -50)) > pivot.Error))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>With B = C C': the eigenvalues of C^-1 A C^-T and the vectors C^-T q.</summary>
    private static (double[] Values, double[][] Vectors) Eigen(double[] a, double[] b, int n)
    {
        Matrix<double> c = Matrix<double>.Build.DenseOfRowMajor(n, n, b).Cholesky().Factor;
        Matrix<double> half = c.Solve(Matrix<double>.Build.DenseOfRowMajor(n, n, a));
        Matrix<double> similar = c.Solve(half.Transpose());
        similar = (similar + similar.Transpose()) / 2;
        var evd = similar.Evd(Symmetricity.Symmetric);
        Matrix<double> vectors = c.Transpose().Solve(evd.EigenVectors);
        return ([.. evd.EigenValues.Select(z => z.Real)], [.. Enumerable.Range(0, n).Select(j => vectors.Column(j).ToArray())]);
    }
}
