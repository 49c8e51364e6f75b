using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The subgradient method with the constant step that is best for the best of T + 1 iterates: their smallest gap is at most R M/sqrt(T+1).
/// </summary>
public sealed record SubgradientConstant : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "subgradient-constant";

    /// <inheritdoc/>
    public string UpdateRule => "x_{t+1} = x_t - (R/(M sqrt(T+1))) g_t";

    /// <inheritdoc/>
    public string Source => "Shor 1962; Nesterov, Lectures on Convex Optimization, 2018, section 3.2.3";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar h = setup.Constant("R") / (setup.Constant("M") * ScalarMath.Sqrt(ScalarMath.From<TScalar>(setup.Horizon + 1)));
        return new ScheduledDescent<TVector, TScalar, TProblem>(problem, x0, _ => h);
    }
}
