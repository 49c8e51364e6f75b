using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The subgradient method with steps R/(M sqrt(t+1)), which needs no horizon; its best iterate is within a logarithm of optimal.
/// </summary>
public sealed record SubgradientInverseRoot : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "subgradient-inverse-root";

    /// <inheritdoc/>
    public string UpdateRule => "x_{t+1} = x_t - (R/(M sqrt(t+1))) g_t";

    /// <inheritdoc/>
    public string Source => "Nesterov, Lectures on Convex Optimization, 2018, section 3.2.3";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar h = setup.Constant("R") / setup.Constant("M");
        return new ScheduledDescent<TVector, TScalar, TProblem>(problem, x0, k => h / ScalarMath.Sqrt(ScalarMath.From<TScalar>(k + 1)));
    }
}
