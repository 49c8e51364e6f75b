using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// OGM-G with N steps: |grad f(x_N)|^2 at most 2 L (f(x_0) - f*)/theta_0^2 on L-smooth convex f. Its coefficients are those of the optimized
/// gradient method in reversed order, so all of them depend on the horizon.
/// </summary>
public sealed record OptimizedGradientNorm : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "optimized-gradient-norm";

    /// <inheritdoc/>
    public string UpdateRule => "y_{k+1} = x_k - (1/L) grad f(x_k),  x_{k+1} = y_{k+1} + ((t_k - 1)(2 t_{k+1} - 1)/(t_k (2 t_k - 1))) (y_{k+1} - y_k) + ((2 t_{k+1} - 1)/(2 t_k - 1)) (y_{k+1} - x_k),  t_N = 1,  t_k = (1 + sqrt(1 + 4 t_{k+1}^2))/2,  t_0 = (1 + sqrt(1 + 8 t_1^2))/2";

    /// <inheritdoc/>
    public string Source => "Kim and Fessler, Optimizing the efficiency of first-order methods for decreasing the gradient of smooth convex functions, 2021";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> =>
        new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L, Coefficients<TScalar>(setup.Horizon));

    /// <summary>(t_k - 1)(2 t_{k+1} - 1)/(t_k (2 t_k - 1)) and (2 t_{k+1} - 1)/(2 t_k - 1) of all steps, backwards from t_N = 1.</summary>
    internal static (TScalar Beta, TScalar Gamma)[] Coefficients<TScalar>(int horizon)
        where TScalar : struct, INumberBase<TScalar>
    {
        TScalar one = TScalar.One, two = one + one, next = one;
        (TScalar, TScalar)[] coefficients = new (TScalar, TScalar)[horizon];
        for (int k = horizon - 1; k >= 0; k--)
        {
            TScalar t = k > 0 ? Momentum.Next(next) : Momentum.Last(next), gamma = (two * next - one) / (two * t - one);
            coefficients[k] = ((t - one) / t * gamma, gamma);
            next = t;
        }

        return coefficients;
    }

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h, (TScalar Beta, TScalar Gamma)[] coefficients) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike();
        private TVector _y = x0.Copy(), _yPrevious = x0.NewLike();

        public TVector Iterate => _x;

        public bool IsFinished { get; private set; }

        public void Step(int k)
        {
            (TScalar beta, TScalar gamma) = coefficients[k];
            (_y, _yPrevious) = (_yPrevious, _y);
            problem.Gradient(_x, _g);
            _y.Assign(_x - h * _g);
            _x.Assign((TScalar.One + beta + gamma) * _y - beta * _yPrevious - gamma * _x);
            IsFinished = k + 1 == coefficients.Length;
        }
    }
}
