using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Frank-Wolfe with the open-loop step 2/(k+2), taken only if it stays in the domain of f and does not raise f; otherwise the iterate stays and
/// k advances. O(1/k) for generalised self-concordant f (Carderera, Besancon and Pokutta 2021).
/// </summary>
public sealed record MonotoneFrankWolfe : IValueProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => "monotone-frank-wolfe";

    /// <inheritdoc/>
    public string UpdateRule => "s_k = argmin over C of <grad f(x_k), s>,  y = (1 - t) x_k + t s_k,  t = 2/(k+2),  x_{k+1} = y if f(y) <= f(x_k), else x_k";

    /// <inheritdoc/>
    public string Source => "Carderera, Besancon and Pokutta, Simple steps are all you need: Frank-Wolfe and generalized self-concordant functions, NeurIPS 2021";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IValueOracle<TVector, TScalar>, ILinearMinimizationOracle<TVector> =>
        new Iteration<TVector, TScalar, TProblem>(problem, x0);

    private sealed class Iteration<TVector, TScalar, TProblem> : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IValueOracle<TVector, TScalar>, ILinearMinimizationOracle<TVector>
    {
        private readonly TProblem _problem;
        private readonly TVector _s;
        private TVector _x;
        private TVector _y;
        private TScalar _value;
        private bool _known;

        public Iteration(TProblem problem, TVector x0)
        {
            (_problem, _x, _y, _s) = (problem, x0.Copy(), x0.NewLike(), x0.NewLike());
            _value = problem.Value(_x);
        }

        public TVector Iterate => _x;

        public void Step(int k)
        {
            TScalar t = TScalar.CreateChecked(2.0) / TScalar.CreateChecked(k + 2.0);
            if (!_known)
            {
                // A rejected trial leaves x_k, hence s_k, as it was.
                _problem.Gradient(_x, _y);
                _problem.Minimize(_y, _s);
                _known = true;
            }

            _y.Assign((TScalar.One - t) * _x + t * _s);
            TScalar trial = _problem.Value(_y);
            if (trial <= _value)
            {
                (_x, _y, _value, _known) = (_y, _x, trial, false);
            }
        }
    }
}
