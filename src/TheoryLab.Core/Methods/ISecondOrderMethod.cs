using System.Numerics;

namespace TheoryLab.Core;

/// <summary>A method with gradients and linear solves with the (shifted) Hessian, whose steps look at inner products.</summary>
public interface ISecondOrderMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and solves with the Hessian.</param>
    /// <param name="x0">Initial point in the domain of f; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, INewtonOracle<TVector, TScalar>;
}
