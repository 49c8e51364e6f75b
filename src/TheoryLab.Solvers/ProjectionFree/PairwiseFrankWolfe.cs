using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Pairwise Frank-Wolfe with the short step: weight moves from the worst active point to the best vertex. Linear on strongly convex f over
/// polytopes (Lacoste-Julien and Jaggi, NeurIPS 2015, Theorem 1).
/// </summary>
public sealed record PairwiseFrankWolfe : IAdaptiveProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "pairwise-frank-wolfe";

    /// <inheritdoc/>
    public string UpdateRule =>
        "s = argmin over C of <g, s>, v = argmax over active v of <g, v>, g = grad f(x_k);  x_{k+1} = x_k + t (s - v),  t = min(weight_v, <g, v - s>/(L |s - v|^2))";

    /// <inheritdoc/>
    public string Source => "Mitchell, Demyanov and Malozemov 1974; Lacoste-Julien and Jaggi, On the global linear convergence of Frank-Wolfe optimization variants, NeurIPS 2015";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector> =>
        new ActiveSetIteration<TVector, TScalar, TProblem>(problem, x0, setup.Horizon, StepRules.Short<TVector, TScalar>(setup.L), pairwise: true);
}
