using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Conjugate residuals: on a quadratic, x_k has the smallest |grad f| over x_0 + span of the k gradients seen so far. It is the best of all span
/// methods in the norm of the gradient, which is how lower bounds for the whole class are checked.
/// </summary>
public sealed record ConjugateResiduals : IHessianProductMethod
{
    /// <inheritdoc/>
    public string Name => "conjugate-residuals";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k + a_k d_k,  a_k = <g_k, A g_k>/|A d_k|^2,  g_{k+1} = g_k + a_k A d_k,  d_{k+1} = -g_{k+1} + (<g_{k+1}, A g_{k+1}>/<g_k, A g_k>) d_k";

    /// <inheritdoc/>
    public string Source => "Stiefel, Relaxationsmethoden bester Strategie zur Loesung linearer Gleichungssysteme, 1955";

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
        private readonly TVector _ag;
        private readonly TVector _ad;
        private TScalar _energy;

        public Iteration(TProblem problem, TVector x0)
        {
            (_problem, _x, _g, _d, _ag, _ad) = (problem, x0.Copy(), x0.NewLike(), x0.NewLike(), x0.NewLike(), x0.NewLike());
            problem.Gradient(_x, _g);
            problem.HessianProduct(_x, _g, _ag);
            _d.Assign(-TScalar.One, _g);
            _ad.Assign(-TScalar.One, _ag);
            _energy = TVector.Dot(_g, _ag);
        }

        public TVector Iterate => _x;

        public bool IsFinished => _energy <= Residual<TScalar>.Negligible;

        public void Step(int k)
        {
            TScalar a = _energy / TVector.Dot(_ad, _ad), previous = _energy;
            _x.Assign(_x + a * _d);
            _g.Assign(_g + a * _ad);
            _problem.HessianProduct(_x, _g, _ag);
            _energy = TVector.Dot(_g, _ag);
            TScalar b = _energy / previous;
            _d.Assign(b * _d - _g);
            _ad.Assign(b * _ad - _ag);
        }
    }
}
