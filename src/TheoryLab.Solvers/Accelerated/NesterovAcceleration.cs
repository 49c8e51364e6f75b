using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Nesterov's accelerated gradient method with the momentum (t_k - 1)/t_{k+1}: f(x_N) - f* at most 2 L R^2/(N+1)^2 on L-smooth convex f.</summary>
public sealed record NesterovAcceleration : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "nesterov";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = y_k - (1/L) grad f(y_k),  y_{k+1} = x_{k+1} + ((t_k - 1)/t_{k+1}) (x_{k+1} - x_k),  t_0 = 1,  t_{k+1} = (1 + sqrt(1 + 4 t_k^2))/2";

    /// <inheritdoc/>
    public string Source => "Nesterov, A method of solving a convex programming problem with convergence rate O(1/k^2), 1983; Beck and Teboulle 2009, Theorem 4.4";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar t = TScalar.One;
        return new MomentumIteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, _ =>
        {
            TScalar next = Momentum.Next(t), beta = (t - TScalar.One) / next;
            t = next;
            return beta;
        });
    }
}

/// <summary>Nesterov's accelerated gradient method with the momentum k/(k+3): worst case 2 L R^2/(N^2 + 5N + 6) on L-smooth convex f.</summary>
public sealed record NesterovThree : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "nesterov-three";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = y_k - (1/L) grad f(y_k),  y_{k+1} = x_{k+1} + (k/(k+3)) (x_{k+1} - x_k)";

    /// <inheritdoc/>
    public string Source => "Nesterov 1983 in the form of Tseng 2008 and Su, Boyd and Candes 2016; worst case: Taylor, Hendrickx and Glineur, Mathematical Programming 161, 2017";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new MomentumIteration<TVector, TScalar, TProblem>(
            problem, x0, TScalar.One / setup.L, k => ScalarMath.From<TScalar>(k) / ScalarMath.From<TScalar>(k + 3));
}

/// <summary>
/// Nesterov's accelerated gradient method for mu-strongly convex f, constant momentum (sqrt kappa - 1)/(sqrt kappa + 1):
/// f(x_k) - f* at most (1 - 1/sqrt kappa)^k (h_0 + mu R^2/2).
/// </summary>
public sealed record NesterovStronglyConvex : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "nesterov-strongly-convex";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = y_k - (1/L) grad f(y_k),  y_{k+1} = x_{k+1} + ((sqrt kappa - 1)/(sqrt kappa + 1)) (x_{k+1} - x_k)";

    /// <inheritdoc/>
    public string Source => "Nesterov, Lectures on Convex Optimization, 2018, Theorem 2.2.3";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        TScalar root = ScalarMath.Sqrt(setup.L / setup.Mu), beta = (root - TScalar.One) / (root + TScalar.One);
        return new MomentumIteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, _ => beta);
    }
}
