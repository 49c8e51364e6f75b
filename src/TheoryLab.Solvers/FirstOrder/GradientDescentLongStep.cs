using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Gradient descent with constant step 2/(L + mu), the best constant step on L-smooth mu-strongly convex f:
/// f(x_k) - f* at most ((kappa-1)/(kappa+1))^(2k) (f(x_0) - f*).
/// </summary>
public sealed record GradientDescentLongStep : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "gradient-descent-long-step";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (2/(L + mu)) grad f(x_k)";

    /// <inheritdoc/>
    public string Source => "Polyak, Introduction to Optimization, 1987, section 1.4.2";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> =>
        new GradientIteration<TVector, TScalar, TProblem>(problem, x0, ScalarMath.From<TScalar>(2) / (setup.L + setup.Mu));
}
