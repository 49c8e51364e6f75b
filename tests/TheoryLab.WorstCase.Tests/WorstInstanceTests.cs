using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.WorstCase.Tests;

/// <summary>The worst function of a solve, given to the method that it is worst for, reproduces the worst case.</summary>
public sealed class WorstInstanceTests
{
    public static TheoryData<string, int, double> Rows => new()
    {
        { "gradient-descent", 1, 0 }, { "gradient-descent", 2, 0 }, { "gradient-descent", 5, 0 }, { "gradient-descent", 8, 0 },
        { "gradient-descent", 3, 0.1 }, { "gradient-descent", 6, 0.1 },
        { "nesterov-three", 1, 0 }, { "nesterov-three", 4, 0 }, { "nesterov-three", 8, 0 },
        { "nesterov", 3, 0 }, { "nesterov", 6, 0 },
        { "optimized-gradient", 2, 0 }, { "optimized-gradient", 5, 0 },
        { "nesterov-strongly-convex", 4, 0.25 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_run_on_the_worst_function_ends_at_the_worst_case(string name, int steps, double mu)
    {
        IFirstOrderMethod method = new IFirstOrderMethod[] { new GradientDescent(), new NesterovThree(), new NesterovAcceleration(), new OptimizedGradient(), new NesterovStronglyConvex() }
            .First(m => m.Name == name);
        WorstCaseProblem<double> problem = Problems.Gap<double>(method, steps, 1, mu, 1);
        WorstCaseResult<double> result = problem.Solve(new(Gap: 1e-10, Selection: ConstraintSelection.All), TestContext.Current.CancellationToken);
        WorstInstance worst = new(problem, result, ((SymbolicFunction<double>)problem.Interpolated[0]).Points[1].X);
        IIteration<HostVector<double>> run = method.Start<HostVector<double>, double, WorstInstance>(worst, worst.InitialPoint, new(1, mu, steps));
        for (int k = 0; k < steps; k++)
        {
            run.Step(k);
        }

        // f* = f(0) = 0. The program is solved to 1e-10 and gradients of the interpolant move with the square root of what is left: 1e-5 of the last gradient.
        double gap = worst.Value(run.Iterate) - worst.Value(worst.InitialPoint.NewLike());
        Assert.True(Math.Abs(gap - result.Value) <= 1e-6 * result.Value, $"{gap} is not {result.Value}");
        Assert.True(HostVector<double>.Dot(worst.InitialPoint, worst.InitialPoint) <= 1 + 1e-9);
    }
}
