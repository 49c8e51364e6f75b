using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Asks a problem for its linear-minimisation oracle, which only problems over a compact set have.</summary>
internal static class LinearMinimization
{
    public static ILinearMinimizationOracle<TVector> Of<TVector, TReal>(IMeasurableProblem<TVector, TReal> problem, IMeasure measure) =>
        problem as ILinearMinimizationOracle<TVector>
        ?? throw new InputException($"The measure {measure.Name} needs a problem over a compact set; choose a constrained family.");
}
