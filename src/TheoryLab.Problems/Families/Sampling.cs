using MathNet.Numerics.Distributions;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Draws that families share.</summary>
internal static class Sampling
{
    public static double[] Fill(int n, Func<int, double> value)
    {
        double[] result = new double[n];
        for (int i = 0; i < n; i++)
        {
            result[i] = value(i);
        }

        return result;
    }

    public static double[] Normal(Random random, int n) => Fill(n, _ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));

    /// <summary>A point at a distance from zero, in a random direction; zero itself draws nothing.</summary>
    public static double[] Sphere(Random random, int n, double radius)
    {
        if (radius == 0)
        {
            return new double[n];
        }

        double[] direction = Normal(random, n);
        double norm = Math.Sqrt(Reductions.Dot<double>(direction, direction));
        return Array.ConvertAll(direction, v => radius / norm * v);
    }

    /// <summary>n eigenvalues: L, mu, and the others between, evenly in the logarithm.</summary>
    public static double[] Spectrum(Random random, int n, double mu, double L) =>
        Fill(n, i => i == 0 ? L : i == 1 ? mu : Math.Clamp(LogUniform(random, mu, L), mu, L));

    public static double LogUniform(Random random, double low, double high) =>
        Math.Exp(ContinuousUniform.Sample(random, 0, 1) * (Math.Log(high) - Math.Log(low)) + Math.Log(low));
}
