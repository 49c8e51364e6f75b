using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Asks a problem for its gradient-mapping oracle, which only composite problems have.</summary>
internal static class GradientMappings
{
    public static IGradientMappingOracle<TVector> Of<TVector, TReal>(IMeasurableProblem<TVector, TReal> problem, IMeasure measure) =>
        problem as IGradientMappingOracle<TVector>
        ?? throw new InputException($"The measure {measure.Name} needs a composite problem; choose a family with a proximal oracle.");
}
