using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// Nesterov's method in three-sequence form. With E_k = f(x_k) - f* + (mu/2)|z_k - x*|^2 it has E_{k+1} at most (1 - sqrt(mu/L)) E_k on L-smooth f
/// that aims at x* with constant mu at y_k and has no more than sqrt(mu L) of negative curvature from y_k to x_k; strong convexity implies both.
/// </summary>
public sealed record NesterovThreeSequence : IFirstOrderMethod
{
    /// <inheritdoc/>
    public string Name => "nesterov-three-sequence";

    /// <inheritdoc/>
    public string UpdateRule => "y_k = (x_k + s z_k)/(1 + s),  x_{k+1} = y_k - (1/L) grad f(y_k),  z_{k+1} = (1 - s) z_k + s y_k - (s/mu) grad f(y_k),  z_0 = x_0,  s = sqrt(mu/L)";

    /// <inheritdoc/>
    public string Source => "Nesterov, Lectures on Convex Optimization, 2018, section 2.2; nonconvex f: Gupta and Wojtowytsch, Nesterov acceleration in benignly non-convex landscapes, 2025";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(problem, x0, setup.L, setup.Mu);

    private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar L, TScalar mu) : IIteration<TVector>
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>
    {
        private readonly TVector _x = x0.Copy(), _y = x0.Copy(), _z = x0.Copy(), _g = x0.NewLike();
        private readonly TScalar _h = TScalar.One / L, _s = ScalarMath.Sqrt(mu / L), _r = TScalar.One / ScalarMath.Sqrt(mu * L);

        public TVector Iterate => _x;

        public TVector Point(Sequence sequence) => sequence switch
        {
            Sequence.Iterate => _x,
            Sequence.GradientPoint => _y,
            Sequence.Anchor => _z,
            _ => throw new InputException("Nesterov's method does not keep x_{k-1} for measures; choose a method of second order."),
        };

        public void Step(int k)
        {
            problem.Gradient(_y, _g);
            _x.Assign(_y - _h * _g);
            _z.Assign((TScalar.One - _s) * _z + _s * _y - _r * _g);
            _y.Assign((TScalar.One / (TScalar.One + _s)) * (_x + _s * _z));
        }
    }
}
