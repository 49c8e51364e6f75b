using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>Runs behind the tests of known numbers.</summary>
internal static class KnownNumbers
{
    /// <summary>The primal gap of the last iterate.</summary>
    public static double Gap(IMethod method, string problem, int iterations) => Measured(new PrimalGap(), method, problem, iterations)[iterations];

    /// <summary>A measure at x_0 to x_N, in doubles.</summary>
    public static double[] Measured(IMeasure measure, IMethod method, string problem, int iterations) => Measured(measure, method, Instance(problem).In<double>(), iterations);

    /// <summary>A measure at x_0 to x_N, in doubles.</summary>
    public static double[] Measured(IMeasure measure, IMethod method, HostProblem<double> instance, int iterations)
    {
        HostVector<double> scratch = instance.InitialPoint.NewLike(), scratch2 = instance.InitialPoint.NewLike();
        IIteration<HostVector<double>> iteration = MethodStarter.Start(method, instance, iterations);
        double[] values = new double[iterations + 1];
        for (int k = 0; ; k++)
        {
            values[k] = measure.Evaluate<HostVector<double>, double, double, HostProblem<double>>(instance, iteration.Iterate, scratch, scratch2);
            if (k == iterations)
            {
                return values;
            }

            iteration.Step(k);
        }
    }

    public static ProblemInstance Instance(string text)
    {
        string[] words = text.Split(' ');
        return new InstanceSpec(words[0], [.. words[1..].Select(w => w.Split('=')).Select(w => (w[0], w[1]))]).Create(1, 1);
    }

    /// <summary>Equal to the digits given: half a unit of the last one.</summary>
    public static void AssertDigits(double expected, double actual, int digits) => Assert.Equal(expected, actual, 0.5 * Math.Pow(10, -digits) * (1 + 1e-9));
}
