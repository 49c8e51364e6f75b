using MathNet.Numerics.Distributions;

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

    public static double LogUniform(Random random, double low, double high) =>
        Math.Exp(ContinuousUniform.Sample(random, 0, 1) * (Math.Log(high) - Math.Log(low)) + Math.Log(low));
}
