using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The subgradient method whose steps decay linearly to zero: the last of T iterates has f(x_T) - f* at most R M/sqrt T on convex f with subgradients
/// of norm at most M.
/// </summary>
public sealed record SubgradientLinearDecay : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "subgradient-linear-decay";

    /// <inheritdoc/>
    public string UpdateRule => "x_{t+1} = x_t - (R/(M sqrt T)) (1 - t/T) g_t,  t = 0, ..., T-1";

    /// <inheritdoc/>
    public string Source => "Zamani and Glineur, Exact convergence rate of the last iterate in subgradient methods, 2023; Defazio, Cutkosky, Mehta and Mishchenko, Optimal linear decay learning rate schedules and further refinements, 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar horizon = ScalarMath.From<TScalar>(setup.Horizon), h = setup.Constant("R") / (setup.Constant("M") * ScalarMath.Sqrt(horizon));
        return new ScheduledDescent<TVector, TScalar, TProblem>(problem, x0, k => h * (TScalar.One - ScalarMath.From<TScalar>(k) / horizon));
    }
}
