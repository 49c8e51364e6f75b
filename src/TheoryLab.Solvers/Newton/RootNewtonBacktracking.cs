using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Root Newton without a constant: the damping is doubled until the inequality holds on which the analysis of the schedule rests; sigma stands for
/// (9 L_q)^(1/(q-1)) and starts at 1.
/// </summary>
/// <param name="Order">q, 3 or 4.</param>
public sealed record RootNewtonBacktracking(int Order = 3) : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => Order == 3 ? "root-newton-backtracking" : $"root-newton-backtracking({Order})";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - n/(1 + beta),  beta = sigma lambda^((q-2)/(q-1)) with the least sigma = 2^j sigma_k, j >= 0, for which <g(x_{k+1}), x_k - x_{k+1}> >= |g(x_{k+1})|*^2/(2 beta),  sigma_{k+1} = sigma/2";

    /// <inheritdoc/>
    public string Source => "Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024, the variant with backtracking";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, Order);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, int q) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        // Beyond so many doublings the step is shorter than the rounding of x.
        private const int MostDoublings = 60;

        private readonly TVector _trial = x0.NewLike(), _solution = x0.NewLike();
        private TScalar _sigma = TScalar.One;

        protected override void Advance()
        {
            TScalar lambda = ScalarMath.Sqrt(Solve(TScalar.Zero));
            TScalar power = ScalarMath.Power(Roots.Of(lambda, q - 1), q - 2);
            for (int j = 0; j <= MostDoublings; j++, _sigma *= Two)
            {
                TScalar beta = _sigma * power, alpha = TScalar.One / (TScalar.One + beta);
                X.Assign(Start - alpha * N);
                Problem.Gradient(X, _trial);
                Problem.Solve(_trial, _solution);

                // x_k - x_{k+1} = alpha n.
                if (alpha * TVector.Dot(_trial, N) >= TVector.Dot(_trial, _solution) / (Two * beta))
                {
                    break;
                }
            }

            _sigma /= Two;
        }
    }
}
