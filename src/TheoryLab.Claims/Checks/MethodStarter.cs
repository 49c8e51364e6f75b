using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>Binds a method to a problem in host memory, by the bundle of oracles that the method asks for.</summary>
public static class MethodStarter
{
    /// <summary>The method at the problem's initial point.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="horizon">How many steps will be taken.</param>
    /// <exception cref="InputException">The problem lacks an oracle that the method needs.</exception>
    public static IIteration<HostVector<T>> Start<T>(IMethod method, HostProblem<T> problem, int horizon)
        where T : struct, INumber<T>
    {
        MethodSetup<T> setup = new(problem.Constant, horizon);
        HostVector<T> x0 = problem.InitialPoint;
        return method switch
        {
            IFirstOrderMethod when problem is ConstrainedProblem<T> or CompositeProblem<T> => throw new InputException(
                $"{method.Name} minimises a smooth function without constraints and would leave the set, or miss the nonsmooth part, of {NameOf(problem)}; choose another method or family."),
            IFirstOrderMethod or IClassOptimum when problem is IMomentOracle<T> => throw new InputException(
                $"{method.Name} works on points, and {NameOf(problem)} on second moments; choose another method, or coupled-quadratic."),
            IFirstOrderMethod m => m.Start(problem, x0, setup),
            IProjectionFreeMethod m => m.Start(Constrained(method, problem), x0, setup),
            IAdaptiveProjectionFreeMethod m => m.Start(Constrained(method, problem), x0, setup),
            IValueProjectionFreeMethod m => m.Start(Constrained(method, problem), x0, setup),
            ILineSearchProjectionFreeMethod m => m.Start(problem as LineSearchProblem<T> ?? throw Lacks(method, problem, "line search over a compact set"), x0, setup),
            IProximalMethod m => m.Start(problem as CompositeProblem<T> ?? throw Lacks(method, problem, "proximal steps"), x0, setup),
            IClassOptimum m => m.Start(problem, x0, setup),
            IMultiobjectiveMethod m => m.Start(problem as MultiobjectiveProblem<T> ?? throw Lacks(method, problem, "several objectives"), x0, setup),
            ISecondOrderMethod m => m.Start(problem as SecondOrderProblem<T> ?? throw Lacks(method, problem, "solves with its Hessian"), x0, setup),
            IHessianProductMethod m => m.Start(problem as HessianProblem<T> ?? throw Lacks(method, problem, "Hessian products"), x0, setup),
            ICoordinateMethod m => m.Start(problem as ICoordinateOracle<T> ?? throw Lacks(method, problem, "partial derivatives"), x0, setup),
            IBlockProximalMethod m => m.Start(problem as IBlockProximalOracle<T> ?? throw Lacks(method, problem, "minimisation over blocks"), x0, setup),
            IFractionalMethod m => m.Start(problem as IFractionalOracle<T> ?? throw Lacks(method, problem, "a quotient to minimise along coordinates"), x0, setup),
            IMomentMethod m => m.Start(problem as IMomentOracle<T> ?? throw Lacks(method, problem, "second moments"), x0, setup),
            _ => throw new NotSupportedException($"The method {method.Name} asks for a bundle of oracles that no problem offers."),
        };
    }

    private static ConstrainedProblem<T> Constrained<T>(IMethod method, HostProblem<T> problem)
        where T : struct, INumber<T> => problem as ConstrainedProblem<T> ?? throw Lacks(method, problem, "linear minimisation over a compact set");

    private static InputException Lacks<T>(IMethod method, HostProblem<T> problem, string what)
        where T : struct, INumber<T> =>
        new($"{method.Name} cannot run on {NameOf(problem)}, which lacks {what}; choose another problem family.");

    private static string NameOf<T>(HostProblem<T> problem)
        where T : struct, INumber<T> =>
        Registry.Families.FirstOrDefault(f => f.GetType() == problem.GetType().DeclaringType)?.Name ?? "this problem";
}
