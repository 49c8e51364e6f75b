using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>What measures in local norms ask of a problem.</summary>
internal static class SecondOrder
{
    /// <summary>The problem's products with its Hessian.</summary>
    /// <exception cref="InputException">It answers none.</exception>
    public static IHessianOracle<TVector> Hessian<TVector>(object problem, IMeasure measure) =>
        problem as IHessianOracle<TVector> ?? throw new InputException($"The measure {measure.Name} needs Hessian products; choose another problem family.");

    /// <summary>result &lt;- (Hessian at x)^-1 right.</summary>
    /// <exception cref="InputException">The problem does not solve with its Hessian.</exception>
    public static void SolveAt<TVector, TScalar>(object problem, IMeasure measure, TVector x, TVector right, TVector result)
        where TScalar : struct, INumberBase<TScalar>
    {
        INewtonOracle<TVector, TScalar> newton = problem as INewtonOracle<TVector, TScalar>
            ?? throw new InputException($"The measure {measure.Name} needs solves with the Hessian; choose another problem family.");
        newton.Factor(x, TScalar.Zero);
        newton.Solve(right, result);
    }
}
