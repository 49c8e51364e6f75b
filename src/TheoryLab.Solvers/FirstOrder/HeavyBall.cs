using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Polyak's heavy ball with the parameters that are optimal on quadratics with spectrum in [mu, L]: a = 4/(sqrt L + sqrt mu)^2,
/// b = q^2, q = (sqrt L - sqrt mu)/(sqrt L + sqrt mu). There the distance shrinks like k q^k; on other strongly convex smooth functions it may
/// cycle (Lessard, Recht and Packard, SIAM Journal on Optimization 26, 2016, section 4.6).
/// </summary>
public sealed record HeavyBall : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "heavy-ball";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = x_k - a grad f(x_k) + b (x_k - x_{k-1}),  x_{-1} = x_0,  a = 4/(sqrt L + sqrt mu)^2,  b = ((sqrt L - sqrt mu)/(sqrt L + sqrt mu))^2";

    /// <inheritdoc/>
    public string Source => "Polyak, Some methods of speeding up the convergence of iteration methods, 1964";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup);

    private sealed class Iteration<TVector, TScalar, TProblem> : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TProblem _problem;
        private readonly TVector _g;
        private readonly TScalar _a;
        private readonly TScalar _b;
        private TVector _x;
        private TVector _xPrevious;

        public Iteration(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        {
            (_problem, _x, _xPrevious, _g) = (problem, x0.Copy(), x0.Copy(), x0.NewLike());
            TScalar rootL = ScalarMath.Sqrt(setup.L), rootMu = ScalarMath.Sqrt(setup.Mu), sum = rootL + rootMu, q = (rootL - rootMu) / sum;
            _a = ScalarMath.From<TScalar>(4) / (sum * sum);
            _b = q * q;
        }

        public TVector Iterate => _x;

        public void Step(int k)
        {
            // x_{k+1} is written over x_{k-1}.
            _problem.Gradient(_x, _g);
            _xPrevious.Assign(_x - _a * _g + _b * (_x - _xPrevious));
            (_x, _xPrevious) = (_xPrevious, _x);
        }
    }
}
