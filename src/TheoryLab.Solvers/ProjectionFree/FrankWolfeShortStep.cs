using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Frank-Wolfe with the short step, which minimises the quadratic upper model along the segment: f(x_k) - f* at most 2 L D^2/(k+2), and f never
/// rises (Jaggi, ICML 2013). On quadratics with Hessian L I it is exact line search.
/// </summary>
public sealed record FrankWolfeShortStep : IAdaptiveProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "frank-wolfe-short-step";

    /// <inheritdoc/>
    public string UpdateRule => "s_k = argmin over C of <grad f(x_k), s>,  x_{k+1} = (1 - t) x_k + t s_k,  t = min(1, <grad f(x_k), x_k - s_k>/(L |s_k - x_k|^2))";

    /// <inheritdoc/>
    public string Source => "Demyanov and Rubinov 1970; Jaggi, Revisiting Frank-Wolfe, ICML 2013";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector> =>
        new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.L);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar smoothness) : IIteration<TVector>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike(), _s = x0.NewLike(), _d = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            problem.Gradient(_x, _g);
            problem.Minimize(_g, _s);
            _d.Assign(_x - _s);
            TScalar gap = TVector.Dot(_g, _d), curvature = smoothness * TVector.Dot(_d, _d);
            TScalar t = gap < curvature ? TScalar.Max(TScalar.Zero, gap / curvature) : TScalar.One;
            _x.Assign((TScalar.One - t) * _x + t * _s);
        }
    }
}
