using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>The subgradient method with a fixed schedule of steps; its variants differ in the schedule only.</summary>
/// <param name="problem">Answers subgradients.</param>
/// <param name="x0">Initial point; copied.</param>
/// <param name="step">h_k.</param>
internal sealed class SubgradientIteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, Func<int, TScalar> step) : IIteration<TVector>
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
