using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>Runs the source of a method on symbols: x_0, ..., x_N, with N the horizon of its setup.</summary>
public static class SymbolicRuns
{
    /// <summary>The iterates of a method that asks for gradients.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <typeparam name="TProblem">Oracles.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="problem">Answers gradients.</param>
    /// <param name="x0">Initial point.</param>
    /// <param name="setup">Constants and horizon.</param>
    public static IReadOnlyList<SymbolicVector<T>> Iterates<T, TProblem>(this IFirstOrderMethod method, TProblem problem, SymbolicVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
        where TProblem : IGradientOracle<SymbolicVector<T>> => Run(method.Start<SymbolicVector<T>, T, TProblem>(problem, x0, setup), setup.Horizon);

    /// <summary>The iterates of a method with proximal steps.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <typeparam name="TProblem">Oracles.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="problem">Answers gradients and proximal steps.</param>
    /// <param name="x0">Initial point.</param>
    /// <param name="setup">Constants and horizon.</param>
    public static IReadOnlyList<SymbolicVector<T>> Iterates<T, TProblem>(this IProximalMethod method, TProblem problem, SymbolicVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
        where TProblem : IGradientOracle<SymbolicVector<T>>, IProximalOracle<SymbolicVector<T>, T> =>
        Run(method.Start<SymbolicVector<T>, T, TProblem>(problem, x0, setup), setup.Horizon);

    /// <summary>The iterates of a method with linear minimisation.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <typeparam name="TProblem">Oracles.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="problem">Answers gradients and minimises linear functions.</param>
    /// <param name="x0">Initial point.</param>
    /// <param name="setup">Constants and horizon.</param>
    public static IReadOnlyList<SymbolicVector<T>> Iterates<T, TProblem>(this IProjectionFreeMethod method, TProblem problem, SymbolicVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T>
        where TProblem : IGradientOracle<SymbolicVector<T>>, ILinearMinimizationOracle<SymbolicVector<T>> =>
        Run(method.Start<SymbolicVector<T>, T, TProblem>(problem, x0, setup), setup.Horizon);

    private static SymbolicVector<T>[] Run<T>(IIteration<SymbolicVector<T>> iteration, int steps)
        where T : struct, INumber<T>
    {
        SymbolicVector<T>[] iterates = new SymbolicVector<T>[steps + 1];
        iterates[0] = iteration.Iterate.Copy();
        for (int k = 0; k < steps; k++)
        {
            iteration.Step(k);
            iterates[k + 1] = iteration.Iterate.Copy();
        }

        return iterates;
    }
}
