using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Steepest descent with the momentum k/(k+3), the shortest convex combination being taken at y_k: a span method with adaptive weights. No rate is
/// claimed for it here; it runs beside the class optimum of lower bounds.
/// </summary>
public sealed record MultipleGradientAcceleration : IMultiobjectiveMethod
{
    /// <inheritdoc/>
    public string Name => "multiple-gradient-acceleration";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = y_k - (1/L) d_k,  d_k = argmin of |d| over conv{grad f_1(y_k), ..., grad f_m(y_k)},  y_{k+1} = x_{k+1} + (k/(k+3)) (x_{k+1} - x_k)";

    /// <inheritdoc/>
    public string Source => "Attouch and Garrigos, Multiobjective optimization: an inertial dynamical approach to Pareto optima, 2015; in the form of Su, Boyd and Candes 2016";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMultiobjectiveOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, TScalar.One / setup.L);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h) : IIteration<TVector>
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMultiobjectiveOracle<TVector>
    {
        private readonly TVector _y = x0.Copy(), _d = x0.NewLike();
        private readonly CommonDescent<TVector, TScalar, TProblem> _common = new(problem, x0);
        private TVector _x = x0.Copy(), _xPrevious = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            (_x, _xPrevious) = (_xPrevious, _x);
            _common.Direction(_y, _d);
            _x.Assign(_y - h * _d);
            _y.Assign(_x + (ScalarMath.From<TScalar>(k) / ScalarMath.From<TScalar>(k + 3)) * (_x - _xPrevious));
        }
    }
}
