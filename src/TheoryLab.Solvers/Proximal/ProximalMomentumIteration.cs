using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>The iteration that FISTA's variants share; they differ in beta_k only. The iterate is x_k, the gradient is taken at y_k.</summary>
/// <param name="problem">Answers gradients and proximal steps.</param>
/// <param name="x0">Initial point; copied.</param>
/// <param name="h">Step size.</param>
/// <param name="momentum">beta_k, asked for once per step in order.</param>
internal sealed class ProximalMomentumIteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h, Func<int, TScalar> momentum)
    : IIteration<TVector>
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
    where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar>
{
    private readonly TVector _y = x0.Copy(), _g = x0.NewLike(), _forward = x0.NewLike();
    private TVector _x = x0.Copy(), _xPrevious = x0.NewLike();

    public TVector Iterate => _x;

    public TVector Point(Sequence sequence) => sequence switch
    {
        Sequence.Iterate => _x,
        Sequence.GradientPoint => _y,
        _ => throw new InputException("FISTA in two-sequence form has no sequence z_k."),
    };

    public void Step(int k)
    {
        (_x, _xPrevious) = (_xPrevious, _x);
        problem.Gradient(_y, _g);
        _forward.Assign(_y - h * _g);
        problem.Proximal(_forward, h, _x);
        _y.Assign(_x + momentum(k) * (_x - _xPrevious));
    }
}
