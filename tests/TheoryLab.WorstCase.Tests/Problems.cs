using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase.Tests;

/// <summary>Worst-case problems that several tests look at.</summary>
internal static class Problems
{
    /// <summary>f(x_N) - f* of a first-order method on L-smooth mu-strongly convex functions, |x_0 - x*| at most R.</summary>
    public static WorstCaseProblem<T> Gap<T>(IFirstOrderMethod method, int steps, T L, T mu, T radius)
        where T : struct, INumber<T>
    {
        WorstCaseProblem<T> problem = new();
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, mu));
        f.AddMinimizer();
        SymbolicVector<T> x0 = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x0), radius * radius);
        IIteration<SymbolicVector<T>> run = method.Start<SymbolicVector<T>, T, SymbolicFunction<T>>(f, x0, new(L, mu, steps));
        for (int k = 0; k < steps; k++)
        {
            run.Step(k);
        }

        problem.Maximize(f.Value(run.Iterate));
        return problem;
    }

    /// <summary>f(x_N) - f* of the proximal point method with step 1 on convex functions.</summary>
    public static WorstCaseProblem<T> ProximalPoint<T>(int steps)
        where T : struct, INumber<T>
    {
        WorstCaseProblem<T> problem = new();
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>());
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int k = 0; k < steps; k++)
        {
            f.Proximal(x, T.One, x);
        }

        problem.Maximize(f.Value(x));
        return problem;
    }

    /// <summary>The smallest squared gradient over N steps of gradient descent on L-smooth functions, f(x_0) - f(x_N) at most 1.</summary>
    public static WorstCaseProblem<T> Nonconvex<T>(int steps)
        where T : struct, INumber<T>
    {
        WorstCaseProblem<T> problem = new();
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(T.One, -T.One));
        SymbolicVector<T> x = problem.Vector("x0"), g = problem.Zero();
        Form<T> first = f.Value(x);
        List<Form<T>> norms = [];
        for (int k = 0; k <= steps; k++)
        {
            f.Gradient(x, g);
            norms.Add(Form<T>.Squared(g));
            if (k < steps)
            {
                x.Assign(x - g);
            }
        }

        problem.AtMost("initial value", first - f.Value(x), T.One);
        problem.MaximizeSmallest([.. norms]);
        return problem;
    }
}
