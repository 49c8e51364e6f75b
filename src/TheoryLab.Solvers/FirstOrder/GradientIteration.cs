using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Gradient descent with a constant step; its variants differ in the step only.</summary>
/// <param name="problem">Answers gradients.</param>
/// <param name="x0">Initial point; copied.</param>
/// <param name="h">Step size.</param>
internal sealed class GradientIteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h) : IIteration<TVector>
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
    where TProblem : IGradientOracle<TVector>
{
    private readonly TVector _x = x0.Copy(), _g = x0.NewLike();

    public TVector Iterate => _x;

    public void Step(int k)
    {
        problem.Gradient(_x, _g);
        _x.Assign(_x - h * _g);
    }
}
