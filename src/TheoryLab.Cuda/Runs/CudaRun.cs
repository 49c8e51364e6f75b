using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>Runs methods on a device: the sources that run on a CPU, over device vectors. The host waits at sample points, and where a method asks for an inner product.</summary>
public static class CudaRun
{
    /// <summary>Runs a method on an instance and records the primal gap.</summary>
    /// <param name="device">The device; serves this run only until it ends.</param>
    /// <param name="method">The method.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="grid">When to measure; its last entry is the budget.</param>
    /// <param name="target">Stop when the gap is at most this; null for never.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <exception cref="InputException">Method or family do not run on a device.</exception>
    /// <exception cref="CudaException">A call failed: out of memory, or the device is lost.</exception>
    public static Trace<double> Run(
        CudaDevice device, IMethod method, ProblemInstance instance, SampleGrid grid, double? target = null, CancellationToken cancellation = default)
    {
        using CudaSpace space = device.NewSpace();
        HostProblem<double> host = instance.In<double>();
        CudaProblem problem = CudaProblems.Create(space, instance, host);
        IIteration<CudaVector> iteration = Start(method, problem, new(host.Constant, grid.Last));
        return Driver.Run<CudaVector, double>(
            iteration, grid, 1, (x, row) => row[0] = problem.PrimalGap(x), () => problem.OracleCalls, target, cancellation);
    }

    /// <summary>Binds a method to a problem on the device, at its initial point.</summary>
    /// <param name="method">The method.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="setup">Constants and horizon.</param>
    /// <exception cref="InputException">The problem lacks an oracle that the method needs.</exception>
    public static IIteration<CudaVector> Start(IMethod method, CudaProblem problem, MethodSetup<double> setup)
    {
        CudaVector x0 = problem.InitialPoint;
        return method switch
        {
            IFirstOrderMethod when problem is CudaConstrained => throw Lacks("the problem has a feasible set, which the method would leave"),
            IFirstOrderMethod m => m.Start(problem, x0, setup),
            IProjectionFreeMethod m => m.Start(Constrained(), x0, setup),
            IAdaptiveProjectionFreeMethod m => m.Start(Constrained(), x0, setup),
            IValueProjectionFreeMethod m => m.Start(Constrained(), x0, setup),
            IHessianProductMethod m => m.Start(problem as CudaHessianProblem ?? throw Lacks("the problem has no Hessian products there"), x0, setup),
            ISecondOrderMethod m => m.Start(problem as CudaSecondOrderProblem ?? throw Lacks("the problem does not factor its Hessian there"), x0, setup),
            IClassOptimum m => m.Start(problem, x0, setup),
            _ => throw Lacks("the method asks for oracles that only host memory offers"),
        };

        CudaConstrained Constrained() => problem as CudaConstrained ?? throw Lacks("the problem has no linear minimisation there");

        InputException Lacks(string why) => new($"{method.Name} does not run on a GPU: {why}; choose another method or family, or --backend managed.");
    }
}
