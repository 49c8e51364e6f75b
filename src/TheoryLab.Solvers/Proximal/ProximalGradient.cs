using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Proximal gradient (ISTA) with step 1/L on F = f + p, f L-smooth, p convex: F(x_k) - F* at most L R^2/(4k) if f is convex, and
/// |L (x_k - x_{k+1})|^2 at most 2 L (F(x_k) - F(x_{k+1})) in any case.
/// </summary>
public sealed record ProximalGradient : IProximalMethod
{
    /// <inheritdoc/>
    public string Name => "proximal-gradient";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = prox_{p/L}(x_k - (1/L) grad f(x_k))";

    /// <inheritdoc/>
    public string Source => "Lions and Mercier 1979; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar> => new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike(), _forward = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            problem.Gradient(_x, _g);
            _forward.Assign(_x - h * _g);
            problem.Proximal(_forward, h, _x);
        }
    }
}
