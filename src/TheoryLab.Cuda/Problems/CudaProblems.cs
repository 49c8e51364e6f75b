using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Cuda;

/// <summary>Brings instances to the device.</summary>
public static class CudaProblems
{
    /// <summary>The same instance in device memory: the doubles of its dense form, its initial point and its minimiser.</summary>
    /// <param name="space">Owns the memory.</param>
    /// <param name="instance">An instance.</param>
    /// <param name="host">The instance in host memory, for points and constants.</param>
    /// <exception cref="InputException">The family has no dense form.</exception>
    /// <exception cref="CudaException">The device has no room for it.</exception>
    public static CudaProblem Create(CudaSpace space, ProblemInstance instance, HostProblem<double> host)
    {
        ArgumentNullException.ThrowIfNull(instance);
        DenseForm form = (instance as IDenseInstance)?.Dense()
            ?? throw new InputException($"{instance.Family.Name} does not run on a GPU: it has no dense form; choose another family, or --backend managed.");
        CudaVector x0 = space.Vector(host.InitialPoint.Span), minimizer = space.Vector(host.Minimizer.Span);
        CudaProblem smooth = form switch
        {
            QuadraticForm quadratic => new CudaQuadratic(quadratic, x0, minimizer),
            SeparableForm separable => new CudaSeparable(separable, x0, minimizer),
            LossForm loss => new CudaLoss(loss, x0, minimizer, x => host.PrimalGap(new(x))),
            _ => throw new NotSupportedException($"There is no device problem for {form.GetType().Name}."),
        };
        return form.Set is { } set ? new CudaConstrained(smooth, set) : smooth;
    }
}
