using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Conjugate gradients: on a quadratic, x_k minimises f over x_0 + span of the k gradients seen so far. It is the best of all span methods in
/// function value, which is how lower bounds for the whole class are checked.
/// </summary>
public sealed record ConjugateGradients : IHessianProductMethod
{
    /// <inheritdoc/>
    public string Name => "conjugate-gradients";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k + a_k d_k,  a_k = |g_k|^2/<d_k, A d_k>,  g_{k+1} = g_k + a_k A d_k,  d_{k+1} = -g_{k+1} + (|g_{k+1}|^2/|g_k|^2) d_k";

    /// <inheritdoc/>
    public string Source => "Hestenes and Stiefel, Methods of conjugate gradients for solving linear systems, 1952";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IHessianOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0);

    private sealed class Iteration<TVector, TScalar, TProblem> : IIteration<TVector>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IHessianOracle<TVector>
    {
        private readonly TProblem _problem;
        private readonly TVector _x;
        private readonly TVector _g;
        private readonly TVector _d;
        private readonly TVector _q;
        private TScalar _squaredNorm;

        public Iteration(TProblem problem, TVector x0)
        {
            (_problem, _x, _g, _d, _q) = (problem, x0.Copy(), x0.NewLike(), x0.NewLike(), x0.NewLike());
            problem.Gradient(_x, _g);
            _d.Assign(-TScalar.One, _g);
            _squaredNorm = TVector.Dot(_g, _g);
        }

        public TVector Iterate => _x;

        public bool IsFinished => _squaredNorm <= Residual<TScalar>.Negligible;

        public void Step(int k)
        {
            _problem.HessianProduct(_x, _d, _q);
            TScalar a = _squaredNorm / TVector.Dot(_d, _q), previous = _squaredNorm;
            _x.Assign(_x + a * _d);
            _g.Assign(_g + a * _q);
            _squaredNorm = TVector.Dot(_g, _g);
            _d.Assign((_squaredNorm / previous) * _d - _g);
        }
    }
}
