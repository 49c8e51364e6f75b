using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// The minimiser of f over the vectors supported on the first k coordinates: the class optimum of methods whose k-th iterate has that support, as
/// every zero-respecting method of second order has on a chain. The problem knows it by a formula.
/// </summary>
public sealed record SubspaceOptimum : IClassOptimum
{
    /// <inheritdoc/>
    public string Name => "subspace-optimum";

    /// <inheritdoc/>
    public string UpdateRule => "x_k = argmin of f over the vectors supported on the first k coordinates";

    /// <inheritdoc/>
    public string Source => "Arjevani, Shamir and Shiff, Oracle complexity of second-order methods for smooth convex optimization, Mathematical Programming 178, 2019";

    /// <inheritdoc/>
    public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar> => new Iteration<TVector>(
            problem as ILeadingSubspaceOracle<TVector>
                ?? throw new InputException("subspace-optimum needs minimisers over leading coordinates; choose a family that knows them, such as cubed-chain."),
            x0.Copy());

    private sealed class Iteration<TVector>(ILeadingSubspaceOracle<TVector> problem, TVector x) : IIteration<TVector>
        where TVector : struct
    {
        private readonly TVector _x = x;

        public TVector Iterate => _x;

        public void Step(int k) => problem.MinimizeOverLeading(k + 1, _x);
    }
}
