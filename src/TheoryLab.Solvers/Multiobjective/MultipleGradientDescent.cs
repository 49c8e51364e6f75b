using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Multiobjective steepest descent with step 1/L: it goes against the shortest convex combination d of the gradients, so that every objective falls
/// by at least |d|^2/(2L).
/// </summary>
public sealed record MultipleGradientDescent : IMultiobjectiveMethod
{
    /// <inheritdoc/>
    public string Name => "multiple-gradient-descent";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - (1/L) d_k,  d_k = argmin of |d| over conv{grad f_1(x_k), ..., grad f_m(x_k)}";

    /// <inheritdoc/>
    public string Source => "Fliege and Svaiter, Steepest descent methods for multicriteria optimization, 2000; Desideri, Multiple-gradient descent algorithm, 2012";

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
        private readonly TVector _x = x0.Copy(), _d = x0.NewLike();
        private readonly CommonDescent<TVector, TScalar, TProblem> _common = new(problem, x0);

        public TVector Iterate => _x;

        public void Step(int k)
        {
            _common.Direction(_x, _d);
            _x.Assign(_x - h * _d);
        }
    }
}
