using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Frank-Wolfe with exact line search: f(x_k) - f* at most 2 L D^2/(k+2), and f never rises (Jaggi, ICML 2013).</summary>
public sealed record FrankWolfeLineSearch : ILineSearchProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "frank-wolfe-line-search";

    /// <inheritdoc/>
    public string UpdateRule => "s_k = argmin over C of <grad f(x_k), s>,  x_{k+1} = x_k + t (s_k - x_k),  t = argmin over [0, 1] of f(x_k + t (s_k - x_k))";

    /// <inheritdoc/>
    public string Source => "Frank and Wolfe, An algorithm for quadratic programming, 1956; Jaggi, Revisiting Frank-Wolfe, ICML 2013";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>, ILineSearchOracle<TVector, TScalar> =>
        new Iteration<TVector, TScalar, TProblem>(problem, x0);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0) : IIteration<TVector>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>, ILineSearchOracle<TVector, TScalar>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike(), _s = x0.NewLike(), _d = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            problem.Gradient(_x, _g);
            problem.Minimize(_g, _s);
            _d.Assign(_s - _x);
            TScalar t = problem.MinimizeAlong(_x, _d, TScalar.One);
            _x.Assign((TScalar.One - t) * _x + t * _s);
        }
    }
}
