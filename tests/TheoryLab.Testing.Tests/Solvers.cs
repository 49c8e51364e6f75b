namespace TheoryLab.Testing.Tests;

/// <summary>Solvers as a user writes them: arrays and loops, nothing of TheoryLab but the problem.</summary>
internal static class Solvers
{
    public static IEnumerable<double[]> GradientDescent(TestProblem problem) => GradientSteps(problem, 1);

    public static IEnumerable<double[]> TooLongSteps(TestProblem problem) => GradientSteps(problem, 2.1);

    public static IEnumerable<double[]> Nesterov(TestProblem problem)
    {
        double[] x = problem.InitialPoint, y = problem.InitialPoint;
        yield return x;
        for (int k = 0; ; k++)
        {
            double[] g = problem.Gradient(y), next = [.. y.Zip(g, (a, b) => a - (b / problem.L))];
            y = [.. next.Zip(x, (a, b) => a + (k / (k + 3.0) * (a - b)))];
            x = next;
            yield return x;
        }
    }

    public static IEnumerable<double[]> FrankWolfe(TestProblem problem)
    {
        double[] x = problem.InitialPoint, g = new double[x.Length], s = new double[x.Length];
        yield return x;
        for (int k = 0; ; k++)
        {
            problem.Gradient(x, g);
            problem.MinimizeLinear(g, s);
            double step = 2.0 / (k + 2);
            for (int i = 0; i < x.Length; i++)
            {
                x[i] += step * (s[i] - x[i]);
            }

            yield return x;
        }
    }

    // One array, overwritten in every step.
    private static IEnumerable<double[]> GradientSteps(TestProblem problem, double factor)
    {
        double[] x = problem.InitialPoint, g = new double[x.Length];
        double step = factor / problem.L;
        yield return x;
        while (true)
        {
            problem.Gradient(x, g);
            for (int i = 0; i < x.Length; i++)
            {
                x[i] -= step * g[i];
            }

            yield return x;
        }
    }
}
