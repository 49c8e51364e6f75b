using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Newton's method regularised by M |g|: x_{k+1} = x_k - (B + M |g| I)^-1 g; its variants differ in the matrix B only.</summary>
/// <param name="problem">Answers gradients and solutions with B.</param>
/// <param name="x0">Initial point; copied.</param>
/// <param name="M">The constant of the regularisation.</param>
/// <param name="B">The matrix in place of the Hessian, or the Hessian.</param>
internal sealed class RegularizedIteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar M, Curvature B) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
    where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
{
    protected override void Advance()
    {
        Solve(M * GradientNorm, B);
        X.Assign(X - N);
    }
}
