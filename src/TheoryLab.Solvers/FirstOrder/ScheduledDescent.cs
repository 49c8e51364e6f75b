using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient or subgradient descent with steps fixed in advance, x_{k+1} = x_k - eta_k g_k; its variants differ in the schedule only.</summary>
/// <param name="problem">Answers gradients or subgradients.</param>
/// <param name="x0">Initial point; copied.</param>
/// <param name="step">eta_k.</param>
internal sealed class ScheduledDescent<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Func<int, TScalar> step) : IIteration<TVector>
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
    where TProblem : IGradientOracle<TVector>
{
    private readonly TVector _x = x0.Copy(), _g = x0.NewLike();

    public TVector Iterate => _x;

    public void Step(int k)
    {
        problem.Gradient(_x, _g);
        _x.Assign(_x - step(k) * _g);
    }
}
