using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Newton's method regularised by the root of the gradient norm, for convex f with an L_H-Lipschitz Hessian: one linear system per step, O(1/k^2).</summary>
public sealed record GradientRegularizedNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "gradient-regularized-newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (H + sqrt(L_H |g|/2) I)^-1 g";

    /// <inheritdoc/>
    public string Source => "Mishchenko, Regularized Newton method with global O(1/k^2) convergence, SIAM Journal on Optimization 33, 2023; Doikov and Nesterov, Gradient regularization of Newton method with Bregman distances, 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant("LH"));

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar L) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        protected override void Advance()
        {
            Solve(ScalarMath.Sqrt(L * GradientNorm / Two));
            X.Assign(X - N);
        }
    }
}
