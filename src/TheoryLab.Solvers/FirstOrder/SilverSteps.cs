using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Gradient descent with silver steps, many of them above 2/L: after N = 2^k - 1 steps f(x_N) - f* is of order N^-1.27 on L-smooth convex f, though single
/// steps may go up.
/// </summary>
public sealed record SilverSteps : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "silver-steps";

    /// <inheritdoc/>
    public string UpdateRule => "x_i = x_{i-1} - (h_i/L) grad f(x_{i-1}),  h_i = 1 + (1 + sqrt 2)^(v(i)-1),  v(i) the number of times 2 divides i = 1, 2, ...";

    /// <inheritdoc/>
    public string Source => "Altschuler and Parrilo, Acceleration by stepsize hedging II: silver stepsize schedule for smooth convex optimization, 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar L = setup.L, ratio = TScalar.One + ScalarMath.Sqrt(ScalarMath.From<TScalar>(2));
        return new ScheduledDescent<TVector, TScalar, TProblem>(
            problem, x0, k => (TScalar.One + ScalarMath.Power(ratio, BitOperations.TrailingZeroCount(k + 1) - 1)) / L);
    }
}
