using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Newton's method with full steps: |x_{k+1} - x*| at most L_H/(2 mu) |x_k - x*|^2 near a strong minimiser; it may diverge from afar.</summary>
public sealed record FullNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - n,  n = H^-1 g,  H and g the Hessian and the gradient at x_k";

    /// <inheritdoc/>
    public string Source => "Kantorovich, Functional analysis and applied mathematics, 1948";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        protected override void Advance()
        {
            Solve(TScalar.Zero);
            X.Assign(X - N);
        }
    }
}
