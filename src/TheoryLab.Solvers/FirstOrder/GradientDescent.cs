using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Gradient descent with constant step 1/L. On L-smooth convex f: f(x_N) - f* at most L R^2/(4N+2)
/// (Drori and Teboulle, Mathematical Programming 145, 2014, Theorem 3.1).
/// </summary>
public sealed record GradientDescent : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "gradient-descent";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (1/L) grad f(x_k)";

    /// <inheritdoc/>
    public string Source => "Cauchy 1847; Nesterov, Lectures on Convex Optimization, 2018, section 2.1.5";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new GradientIteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L);
}
