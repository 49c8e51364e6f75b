using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Frank-Wolfe with away steps and exact line search; linear on strongly convex f over polytopes (Guelat and Marcotte 1986), and on generalised
/// self-concordant f (Carderera, Besancon and Pokutta 2021).
/// </summary>
public sealed record AwayStepFrankWolfeLineSearch : ILineSearchProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "away-step-frank-wolfe-line-search";

    /// <inheritdoc/>
    public string UpdateRule =>
        "s = argmin over C of <g, s>, v = argmax over active v of <g, v>, g = grad f(x_k);  d = s - x_k if <g, x_k - s> >= <g, v - x_k>, else x_k - v;  x_{k+1} = x_k + t d,  t = argmin over [0, t_max] of f(x_k + t d), t_max = 1 or weight_v/(1 - weight_v)";

    /// <inheritdoc/>
    public string Source => "Guelat and Marcotte, Some comments on Wolfe's away step, 1986; Lacoste-Julien and Jaggi, On the global linear convergence of Frank-Wolfe optimization variants, NeurIPS 2015";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>, ILineSearchOracle<TVector, TScalar> =>
        new ActiveSetIteration<TVector, TScalar, TProblem>(problem, x0, setup.Horizon, (x, d, _, largest) => problem.MinimizeAlong(x, d, largest), pairwise: false);
}
