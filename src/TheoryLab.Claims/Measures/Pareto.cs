using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Asks a problem for its Pareto oracle, which only problems with several objectives have.</summary>
internal static class Pareto
{
    public static IParetoOracle<TVector, TReal> Of<TVector, TReal>(IMeasurableProblem<TVector, TReal> problem, IMeasure measure) =>
        problem as IParetoOracle<TVector, TReal>
        ?? throw new InputException($"The measure {measure.Name} needs several objectives; choose a lifted family.");
}
