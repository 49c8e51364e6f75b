using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>FISTA with step 1/L on F = f + p, f convex and L-smooth, p convex: F(x_k) - F* at most 2 L R^2/(k+1)^2.</summary>
public sealed record Fista : IProximalMethod
{
    /// <inheritdoc/>
    public string Name => "fista";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = prox_{p/L}(y_k - (1/L) grad f(y_k)),  y_{k+1} = x_{k+1} + ((t_k - 1)/t_{k+1}) (x_{k+1} - x_k),  t_0 = 1,  t_{k+1} = (1 + sqrt(1 + 4 t_k^2))/2";

    /// <inheritdoc/>
    public string Source => "Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar>
    {
        TScalar t = TScalar.One;
        return new ProximalMomentumIteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, _ =>
        {
            TScalar next = Momentum.Next(t), beta = (t - TScalar.One) / next;
            t = next;
            return beta;
        });
    }
}

/// <summary>FISTA with the momentum k/(k+3): worst case 2 L R^2/(N^2 + 5N + 2) on F = f + p, f convex and L-smooth, p convex.</summary>
public sealed record FistaThree : IProximalMethod
{
    /// <inheritdoc/>
    public string Name => "fista-three";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = prox_{p/L}(y_k - (1/L) grad f(y_k)),  y_{k+1} = x_{k+1} + (k/(k+3)) (x_{k+1} - x_k)";

    /// <inheritdoc/>
    public string Source => "Tseng 2008; worst case: Taylor, Hendrickx and Glineur, Exact worst-case performance of first-order methods for composite convex optimization, SIAM Journal on Optimization 27, 2017";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar> => new ProximalMomentumIteration<TVector, TScalar, TProblem>(
            problem, x0, TScalar.One / setup.L, k => ScalarMath.From<TScalar>(k) / ScalarMath.From<TScalar>(k + 3));
}
