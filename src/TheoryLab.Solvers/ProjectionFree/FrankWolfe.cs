using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Frank-Wolfe with the open-loop step l/(k+l). On L-smooth convex f over a set of diameter D, l = 2:
/// f(x_k) - f* at most 2 L D^2/(k+2) (Jaggi, ICML 2013, Theorem 1).
/// </summary>
/// <param name="Offset">The l of the step l/(k+l); at least 1.</param>
public sealed record FrankWolfe(int Offset = 2) : IProjectionFreeMethod
{
    /// <inheritdoc/>
    public string Name => Offset == 2 ? "frank-wolfe" : string.Create(CultureInfo.InvariantCulture, $"frank-wolfe(offset={Offset})");

    /// <inheritdoc/>
    public string UpdateRule => string.Create(
        CultureInfo.InvariantCulture, $"s_k = argmin over C of <grad f(x_k), s>,  x_{{k+1}} = (1 - t) x_k + t s_k,  t = {Offset}/(k+{Offset})");

    /// <inheritdoc/>
    public string Source => "Frank and Wolfe 1956; Jaggi, Revisiting Frank-Wolfe, ICML 2013; l other than 2: Wirth, Kerdreux and Pokutta, AISTATS 2023";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector> =>
        new Iteration<TVector, TScalar, TProblem>(problem, x0, ScalarMath.From<TScalar>(Offset));

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar l) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _g = x0.NewLike(), _s = x0.NewLike();

        public TVector Iterate => _x;

        public void Step(int k)
        {
            TScalar t = l / (ScalarMath.From<TScalar>(k) + l);
            problem.Gradient(_x, _g);
            problem.Minimize(_g, _s);
            _x.Assign((TScalar.One - t) * _x + t * _s);
        }
    }
}
