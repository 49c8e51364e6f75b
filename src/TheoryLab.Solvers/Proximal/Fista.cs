using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>FISTA with step 1/L on F = f + p, f convex and L-smooth, p convex: F(x_k) - F* at most 2 L R^2/(k+1)^2.</summary>
public sealed record Fista : IProximalMethod
{
    /// <inheritdoc/>
    public string Name => "fista";

    /// <inheritdoc/>
    public string UpdateRule => "x_{k+1} = prox_{p/L}(y_k - (1/L) grad f(y_k)),  y_{k+1} = x_{k+1} + ((t_k - 1)/t_{k+1}) (x_{k+1} - x_k),  t_0 = 1,  t_{k+1} = (1 + sqrt(1 + 4 t_k^2))/2";

    /// <inheritdoc/>
    public string Source => "Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

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
        private readonly TVector _y = x0.Copy(), _g = x0.NewLike(), _forward = x0.NewLike();
        private TVector _x = x0.Copy(), _xPrevious = x0.NewLike();
        private TScalar _t = TScalar.One;

        public TVector Iterate => _x;

        public TVector Point(Sequence sequence) => sequence switch
        {
            Sequence.Iterate => _x,
            Sequence.GradientPoint => _y,
            _ => throw new InputException("FISTA in two-sequence form has no sequence z_k."),
        };

        public void Step(int k)
        {
            TScalar next = Momentum.Next(_t), beta = (_t - TScalar.One) / next;
            _t = next;

            (_x, _xPrevious) = (_xPrevious, _x);
            problem.Gradient(_y, _g);
            _forward.Assign(_y - h * _g);
            problem.Proximal(_forward, h, _x);
            _y.Assign(_x + beta * (_x - _xPrevious));
        }
    }
}
