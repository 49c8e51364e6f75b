using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient descent with the silver steps, long ones above 2/L among them; after N = 2^j - 1 of them L times their sum is (1 + sqrt 2)^j - 1.</summary>
public sealed record DescentSilver : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "descent-silver";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (1 + rho^(v(k+1)-1))/L grad f(x_k),  rho = 1 + sqrt 2,  v the number of times that 2 divides";

    /// <inheritdoc/>
    public string Source => "Altschuler and Parrilo, Acceleration by stepsize hedging II: silver stepsize schedule for smooth convex optimization, 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar one = TScalar.One, h = one / setup.L, rho = one + ScalarMath.Sqrt(one + one);
        return new ScheduledDescent<TVector, TScalar, TProblem>(
            problem, x0, k => (one + ScalarMath.Power(rho, BitOperations.TrailingZeroCount(k + 1) - 1)) * h);
    }
}
