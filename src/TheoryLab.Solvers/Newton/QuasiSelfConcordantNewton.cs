using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Newton's method regularised by M |g|, for quasi-self-concordant f with constant M: |D^3 f[u, u, v]| at most M |u|_x^2 |v|. Globally linear, then superlinear.
/// </summary>
public sealed record QuasiSelfConcordantNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "quasi-self-concordant-newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (H + M |g| I)^-1 g";

    /// <inheritdoc/>
    public string Source => "Doikov, Minimizing quasi-self-concordant functions by gradient regularization of Newton method, 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> =>
        new RegularizedIteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant("M"), Curvature.Hessian);
}
