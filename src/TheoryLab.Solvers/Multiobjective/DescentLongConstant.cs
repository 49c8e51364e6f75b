using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient descent with the constant step 1.9/L, just below the limit 2/L of stability.</summary>
public sealed record DescentLongConstant : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "descent-long-constant";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (19/(10 L)) grad f(x_k)";

    /// <inheritdoc/>
    public string Source => "Polyak, Introduction to Optimization, 1987, section 1.4";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar h = ScalarMath.From<TScalar>(19) / (ScalarMath.From<TScalar>(10) * setup.L);
        return new GradientIteration<TVector, TScalar, TProblem>(problem, x0, h);
    }
}
