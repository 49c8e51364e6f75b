using System.Numerics;

namespace TheoryLab.Core;

/// <summary>A method that sees the gradients of all objectives and weighs them as their inner products say.</summary>
public interface IMultiobjectiveMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers the gradients of all objectives.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants, L being one for every objective, and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMultiobjectiveOracle<TVector>;
}
