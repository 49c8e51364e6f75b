using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Root Newton: a step-size schedule for f whose Hessian (q = 3) or third derivative (q = 4) is Lipschitz in local norms, with constant L_q.
/// Locally of order 1 + (q-2)/(q-1).
/// </summary>
/// <param name="Order">q, 3 or 4.</param>
public sealed record RootNewton(int Order = 3) : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => Order == 3 ? "root-newton" : $"root-newton({Order})";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - n/(1 + beta),  beta = (9 L_q)^(1/(q-1)) lambda^((q-2)/(q-1)),  n = H^-1 g,  lambda = sqrt <g, n>";

    /// <inheritdoc/>
    public string Source => "Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant($"L{Order}"), Order);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar L, int q) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        private readonly TScalar _root = Roots.Of(Nine * L, q - 1);

        private static TScalar Nine => TScalar.CreateChecked(9);

        protected override void Advance()
        {
            TScalar lambda = ScalarMath.Sqrt(Solve(TScalar.Zero));
            TScalar beta = _root * ScalarMath.Power(Roots.Of(lambda, q - 1), q - 2);
            X.Assign(X - (TScalar.One / (TScalar.One + beta)) * N);
        }
    }
}
