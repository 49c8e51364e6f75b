using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The optimized gradient method (OGM) with N steps: f(x_N) - f* at most L R^2/(2 theta_N^2), the exact minimax value over all first-order
/// methods (Drori, Journal of Complexity 39, 2017). The last coefficient depends on the horizon.
/// </summary>
public sealed record OptimizedGradient : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "optimized-gradient";

    /// <inheritdoc/>
    public string UpdateRule => "y_{k+1} = x_k - (1/L) grad f(x_k),  x_{k+1} = y_{k+1} + ((theta_k - 1)/theta_{k+1}) (y_{k+1} - y_k) + (theta_k/theta_{k+1}) (y_{k+1} - x_k),  theta_0 = 1,  theta_{k+1} = (1 + sqrt(1 + 4 theta_k^2))/2,  theta_N = (1 + sqrt(1 + 8 theta_{N-1}^2))/2";

    /// <inheritdoc/>
    public string Source => "Kim and Fessler, Optimized first-order methods for smooth convex minimization, Mathematical Programming 159, 2016";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, setup.Horizon);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h, int horizon) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike();
        private TVector _y = x0.Copy(), _yPrevious = x0.NewLike();
        private TScalar _theta = TScalar.One;

        public TVector Iterate => _x;

        public void Step(int k)
        {
            TScalar next = k + 1 < horizon ? Momentum.Next(_theta) : Momentum.Last(_theta);
            TScalar beta = (_theta - TScalar.One) / next, gamma = _theta / next;
            _theta = next;

            (_y, _yPrevious) = (_yPrevious, _y);
            problem.Gradient(_x, _g);
            _y.Assign(_x - h * _g);
            _x.Assign((TScalar.One + beta + gamma) * _y - beta * _yPrevious - gamma * _x);
        }
    }
}
