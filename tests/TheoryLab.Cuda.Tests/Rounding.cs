namespace TheoryLab.Cuda.Tests;

/// <summary>How far two correct evaluations may be apart.</summary>
internal static class Rounding
{
    private const double U = 1.0 / (1L << 53);

    /// <summary>
    /// Two sums of n products in any two orders, with or without fused operations: each is within gamma_n times the sum of magnitudes of the exact one
    /// (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.1); doubled once more for the rounding of the magnitudes themselves.
    /// </summary>
    public static double OfSums(long n, double magnitude) => 2 * Gamma(n) * magnitude * (1 + (2 * Gamma(n))) + (n * double.Epsilon * 4);

    /// <summary>k u/(1 - k u).</summary>
    public static double Gamma(long k) => k * U / (1 - (k * U));
}
