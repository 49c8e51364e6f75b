using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The triple momentum method for L-smooth mu-strongly convex f: with rho = 1 - sqrt(mu/L), |xi_k - x*| is of order rho^k, and
/// f(x_N) - f* at most rho^(2N) L kappa R^2/2.
/// </summary>
public sealed record TripleMomentum : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "triple-momentum";

    /// <inheritdoc/>
    public string UpdateRule => "xi_{k+1} = (1 + b) xi_k - b xi_{k-1} - a grad f(y_k),  y_{k+1} = (1 + c) xi_{k+1} - c xi_k,  x_{k+1} = (1 + d) xi_{k+1} - d xi_k,  xi_{-1} = xi_0 = y_0 = x_0,  rho = 1 - sqrt(mu/L),  a = (1 + rho)/L,  b = rho^2/(2 - rho),  c = rho^2/((1 + rho)(2 - rho)),  d = rho^2/(1 - rho^2)";

    /// <inheritdoc/>
    public string Source => "Van Scoy, Freeman and Lynch, The fastest known globally convergent first-order method for minimizing strongly convex functions, IEEE Control Systems Letters 2, 2018";

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
        private readonly TVector _x;
        private readonly TVector _y;
        private readonly TVector _g;
        private readonly TScalar _a;
        private readonly TScalar _b;
        private readonly TScalar _c;
        private readonly TScalar _d;
        private TVector _xi;
        private TVector _xiPrevious;

        public Iteration(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        {
            (_problem, _x, _y, _xi, _xiPrevious, _g) = (problem, x0.Copy(), x0.Copy(), x0.Copy(), x0.Copy(), x0.NewLike());
            TScalar one = TScalar.One, two = one + one, rho = one - ScalarMath.Sqrt(setup.Mu / setup.L), square = rho * rho;
            (_a, _b, _c, _d) = ((one + rho) / setup.L, square / (two - rho), square / ((one + rho) * (two - rho)), square / (one - square));
        }

        public TVector Iterate => _x;

        public TVector Point(Sequence sequence) => sequence switch { Sequence.Iterate => _x, Sequence.GradientPoint => _y, _ => _xi };

        public void Step(int k)
        {
            // xi_{k+1} is written over xi_{k-1}.
            _problem.Gradient(_y, _g);
            _xiPrevious.Assign(_xi + _b * (_xi - _xiPrevious) - _a * _g);
            (_xi, _xiPrevious) = (_xiPrevious, _xi);
            _y.Assign(_xi + _c * (_xi - _xiPrevious));
            _x.Assign(_xi + _d * (_xi - _xiPrevious));
        }
    }
}
