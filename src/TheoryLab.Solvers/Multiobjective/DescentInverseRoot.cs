using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient descent with the decaying steps 1/(L sqrt(k+1)).</summary>
public sealed record DescentInverseRoot : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "descent-inverse-root";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (1/(L sqrt(k+1))) grad f(x_k)";

    /// <inheritdoc/>
    public string Source => "Polyak, Introduction to Optimization, 1987, section 2.2";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar h = TScalar.One / setup.L;
        return new ScheduledDescent<TVector, TScalar, TProblem>(problem, x0, k => h / ScalarMath.Sqrt(ScalarMath.From<TScalar>(k + 1)));
    }
}
