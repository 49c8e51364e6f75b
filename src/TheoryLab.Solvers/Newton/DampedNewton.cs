using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Newton's method with the damping 1/(1 + lambda): on self-concordant f every step lowers f by at least lambda - log(1 + lambda).</summary>
public sealed record DampedNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "damped-newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - n/(1 + lambda),  n = H^-1 g,  lambda = sqrt <g, n>";

    /// <inheritdoc/>
    public string Source => "Nesterov and Nemirovskii, Interior-point polynomial algorithms in convex programming, 1994";

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
            TScalar lambda = ScalarMath.Sqrt(Solve(TScalar.Zero));
            X.Assign(X - (TScalar.One / (TScalar.One + lambda)) * N);
        }
    }
}
