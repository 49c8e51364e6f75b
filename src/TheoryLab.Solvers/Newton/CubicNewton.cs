using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Cubic regularisation with an exact solution of the subproblem: x_{k+1} = x_k - s, s = (H + sigma I)^-1 g, |s| = 2 sigma/L_H.
/// </summary>
/// <remarks>
/// phi(sigma) = 1/|s(sigma)| - L_H/(2 sigma) is increasing and concave, so Newton's method on it rises monotonically to the root from any point below,
/// and it ends when rounding stops the rise. |s| &lt;= |g|/sigma puts the root below sqrt(L_H |g|/2), and L_H |s|/2 there is below the root. The hard
/// case does not exist: H is positive semidefinite.
/// </remarks>
public sealed record CubicNewton : ISecondOrderMethod
{
    /// <inheritdoc/>
    public string Name => "cubic-newton";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = argmin over y of <g, y - x_k> + <y - x_k, H (y - x_k)>/2 + (L_H/6) |y - x_k|^3";

    /// <inheritdoc/>
    public string Source => "Nesterov and Polyak, Cubic regularization of Newton method and its global performance, 2006; secular equation: Cartis, Gould and Toint 2011";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar> =>
        ScalarMath.IsRational<TScalar>()
            ? throw new NotSupportedException("The secular equation of a cubic step has irrational roots, which exact rationals lack; run this method in doubles or double-doubles.")
            : new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.Constant("LH"));

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar L) : NewtonIteration<TVector, TScalar, TProblem>(problem, x0)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>
    {
        // Each step doubles sigma until the root is near, then squares the error; it ends long before.
        private const int MostSteps = 200;

        private readonly TVector _w = x0.NewLike();

        protected override void Advance()
        {
            Solve(ScalarMath.Sqrt(L * GradientNorm / Two));
            TScalar sigma = L * ScalarMath.Sqrt(TVector.Dot(N, N)) / Two;
            for (int i = 0; i < MostSteps; i++)
            {
                Solve(sigma);
                TScalar square = TVector.Dot(N, N), norm = ScalarMath.Sqrt(square);
                Problem.Solve(N, _w);

                // phi' = <s, (H + sigma I)^-1 s>/|s|^3 + L_H/(2 sigma^2).
                TScalar phi = (TScalar.One / norm) - (L / (Two * sigma));
                TScalar slope = (TVector.Dot(N, _w) / (square * norm)) + (L / (Two * sigma * sigma));
                TScalar next = sigma - (phi / slope);
                if (!(next > sigma))
                {
                    break;
                }

                sigma = next;
            }

            X.Assign(X - N);
        }
    }
}
