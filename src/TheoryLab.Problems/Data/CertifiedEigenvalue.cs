using MathNet.Numerics.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Proved bounds on the extreme eigenvalues of A'A. An eigenvalue solver gives a candidate t, which proves nothing; a Cholesky factorisation
/// of t I - A'A that runs to completion proves that t, enlarged by the rounding error of the proof, is an upper bound.
/// </summary>
/// <remarks>
/// Write G for the exact A'A, of m rows and n columns, g for its computed value, u = 2^-53 and gamma_k = k u/(1 - k u).
/// <list type="number">
/// <item>Gram matrix: each entry is a sum of m products in some order, so |g - G| &lt;= gamma_m |A|'|A| (Higham, Accuracy and Stability of
/// Numerical Algorithms, 2nd edition 2002, section 3.1), and the 2-norm of |A|'|A| is at most its trace, which is trace G. From the diagonal,
/// trace G &lt;= trace g/(1 - gamma_m).</item>
/// <item>Shift: M = fl(t I - g) differs from t I - g by at most u |M_ii|/(1 - u) on the diagonal and not elsewhere.</item>
/// <item>Cholesky: if it completes on M, then R'R = M + E with |E| &lt;= gamma_{n+1} |R'||R| (Higham, Theorem 10.3). The 2-norm of |R'||R| is at
/// most the squared Frobenius norm of R, which is trace(R'R) &lt;= trace M/(1 - gamma_{n+1}). As R'R is positive semidefinite,
/// lambda_min(M) &gt;= -gamma_{n+1}/(1 - gamma_{n+1}) trace M.</item>
/// <item>Underflow adds at most eta = 2^-1074 to each product or quotient: n m eta to the norm of the Gram error, and to that of the Cholesky
/// error a small multiple of n (n + max M_ii) eta (Rump, Verification of positive definiteness, BIT 46, 2006); 16 n (m + n + max M_ii) eta
/// covers both.</item>
/// </list>
/// Together lambda_max(G) &lt;= t + gamma_m trace G + u max M_ii/(1 - u) + gamma_{n+1}/(1 - gamma_{n+1}) trace M + underflow. The same proof on
/// g - t I bounds lambda_min(G) from below. The bounds themselves are computed in a few roundings, covered by enlarging each error term by 2^-30.
/// </remarks>
public static class CertifiedEigenvalue
{
    private const double U = 1.0 / (1L << 53);
    private const double Inflation = 1 + (1.0 / (1L << 30));

    // The first margin of the candidate; it doubles until the factorisation completes.
    private const double FirstMargin = 1.0 / (1L << 46);

    /// <summary>A proved upper bound on the largest eigenvalue of A'A, within about n (m + n) u of it, relative to the trace.</summary>
    /// <param name="matrix">A, row-major, finite.</param>
    /// <param name="rows">m.</param>
    /// <exception cref="ArithmeticException">A'A overflows.</exception>
    public static double LargestOfGram(ReadOnlySpan<double> matrix, int rows) => OfGram(matrix, rows).Largest;

    /// <summary>A proved lower bound on the smallest eigenvalue of A'A, at least zero.</summary>
    /// <param name="matrix">A, row-major, finite.</param>
    /// <param name="rows">m.</param>
    /// <exception cref="ArithmeticException">A'A overflows.</exception>
    public static double SmallestOfGram(ReadOnlySpan<double> matrix, int rows) => OfGram(matrix, rows).Smallest;

    /// <summary>Both bounds from one Gram matrix.</summary>
    /// <param name="matrix">A, row-major, finite.</param>
    /// <param name="rows">m.</param>
    /// <exception cref="ArithmeticException">A'A overflows.</exception>
    public static (double Smallest, double Largest) OfGram(ReadOnlySpan<double> matrix, int rows)
    {
        int n = matrix.Length / rows;
        double[] gram = Gram(matrix, rows);
        double trace = Trace(gram, n);
        if (!double.IsFinite(trace))
        {
            throw new ArithmeticException("The sum of the squared entries of the matrix overflows.");
        }

        if (trace == 0)
        {
            return (0, 16.0 * n * rows * double.Epsilon);
        }

        // The solver fails on entries near the ends of the exponent range, so it sees the matrix scaled to a trace near one.
        int exponent = Math.ILogB(trace);
        double[] scaled = Array.ConvertAll(gram, x => Math.ScaleB(x, -exponent));
        double[] candidates = [.. Matrix<double>.Build.Dense(n, n, scaled).Evd(Symmetricity.Symmetric).EigenValues.Select(z => Math.ScaleB(z.Real, exponent))];
        double gramError = Gamma(rows) * trace / (1 - Gamma(rows)) * Inflation;
        return (Math.Max(0, Below(gram, n, rows, candidates.Min(), trace, gramError)), Above(gram, n, rows, candidates.Max(), trace, gramError));
    }

    /// <summary>A'A in doubles, row-major, both triangles.</summary>
    /// <param name="matrix">A, row-major.</param>
    /// <param name="rows">m.</param>
    internal static double[] Gram(ReadOnlySpan<double> matrix, int rows)
    {
        int n = matrix.Length / rows;
        double[] gram = new double[n * n];
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> row = matrix.Slice(i * n, n);
            for (int j = 0; j < n; j++)
            {
                Span<double> target = gram.AsSpan(j * n, n);
                HostKernels.Combine<double>(target, 1, target, row[j], row);
            }
        }

        return gram;
    }

    private static double Above(double[] gram, int n, int rows, double candidate, double trace, double gramError)
    {
        for (double margin = FirstMargin; ; margin *= 2)
        {
            double t = candidate + (margin * trace);
            if (Proof(gram, n, rows, -1, t) is { } error)
            {
                return Math.BitIncrement(t + Math.BitIncrement((gramError + error) * Inflation));
            }
        }
    }

    private static double Below(double[] gram, int n, int rows, double candidate, double trace, double gramError)
    {
        for (double margin = FirstMargin; margin <= 1; margin *= 2)
        {
            double t = candidate - (margin * trace);
            if (Proof(gram, n, rows, 1, -t) is { } error)
            {
                return Math.BitDecrement(t - Math.BitIncrement((gramError + error) * Inflation));
            }
        }

        return 0;
    }

    /// <summary>e with sign g + shift I &gt;= -e I if the factorisation completes, else null: steps 2 to 4.</summary>
    private static double? Proof(double[] gram, int n, int rows, int sign, double shift)
    {
        double[] shifted = Array.ConvertAll(gram, x => sign * x);
        double largest = 0, trace = 0;
        for (int i = 0; i < n; i++)
        {
            double entry = shifted[(i * n) + i] += shift;
            largest = Math.Max(largest, Math.Abs(entry));
            trace += entry;
        }

        double gamma = Gamma(n + 1), underflow = 16 * n * ((double)rows + n + largest) * double.Epsilon;
        return CholeskyFactor.TryFactor(shifted, n) is null
            ? null
            : ((gamma / (1 - gamma) * trace) + (U / (1 - U) * largest) + underflow) * Inflation;
    }

    private static double Gamma(int k) => k * U / (1 - (k * U)) * Inflation;

    private static double Trace(double[] matrix, int n)
    {
        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += matrix[(i * n) + i];
        }

        return trace;
    }
}
