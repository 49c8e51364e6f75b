using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Newton's method regularised by M |g|, with the Gauss-Newton matrix in place of the Hessian.
/// </summary>
public sealed record RegularizedGaussNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "regularized-gauss-newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (B + M |g| I)^-1 g,  B the Gauss-Newton matrix";

    /// <inheritdoc/>
    public string Source => "Semenov, Jaggi and Doikov, Gradient-normalized smoothness for optimization with approximate Hessians, 2025";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> =>
        new RegularizedIteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant("M"), Curvature.GaussNewton);
}
