using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Affine-invariant cubic Newton: the step minimises the cubic model in the local norm, (L lambda/2) alpha^2 + alpha = 1. Computed as
/// 2/(1 + sqrt(1 + 2 G)), which does not cancel.
/// </summary>
/// <param name="Power">The power of lambda in G: 1 is the method, 2 a misprint that claims about it must tell apart.</param>
public sealed record AffineInvariantCubicNewton(int Power = 1) : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => Power == 1 ? "aicn" : $"aicn({Power})";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - alpha n,  alpha = (sqrt(1 + 2 G) - 1)/G,  G = L lambda,  n = H^-1 g,  lambda = sqrt <g, n>,  L the constant of semi-strong self-concordance";

    /// <inheritdoc/>
    public string Source => "Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant("Lsemi"), Power);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar L, int power) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        protected override void Advance()
        {
            TScalar lambda = ScalarMath.Sqrt(Solve(TScalar.Zero)), G = L * ScalarMath.Power(lambda, power);
            TScalar alpha = Two / (TScalar.One + ScalarMath.Sqrt(TScalar.One + (Two * G)));
            X.Assign(X - alpha * N);
        }
    }
}
