using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Frank-Wolfe with away steps and the short step. Over a polytope of pyramidal width w and diameter D, for strongly convex f:
/// f(x_k) - f* at most h_0 (1 - (mu/(4 L)) (w/D)^2)^(k/2) (Lacoste-Julien and Jaggi, NeurIPS 2015, Theorem 1).
/// </summary>
public sealed record AwayStepFrankWolfe : IAdaptiveProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "away-step-frank-wolfe";

    /// <inheritdoc/>
    public string UpdateRule =>
        "s = argmin over C of <g, s>, v = argmax over active v of <g, v>, g = grad f(x_k);  d = s - x_k if <g, x_k - s> >= <g, v - x_k>, else x_k - v;  x_{k+1} = x_k + t d,  t = min(t_max, -<g, d>/(L |d|^2)), t_max = 1 or weight_v/(1 - weight_v)";

    /// <inheritdoc/>
    public string Source => "Guelat and Marcotte, Some comments on Wolfe's away step, 1986; Lacoste-Julien and Jaggi, On the global linear convergence of Frank-Wolfe optimization variants, NeurIPS 2015";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector> =>
        new ActiveSetIteration<TVector, TScalar, TProblem>(problem, x0, setup.Horizon, StepRules.Short<TVector, TScalar>(setup.L), pairwise: false);
}
