using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>What a solve is asked for.</summary>
/// <param name="Gap">Relative gap.</param>
/// <param name="Violation">
/// Largest violation, relative to the value, of a constraint that was left out. Solutions stand at the boundary of such constraints up to what the gap leaves: less makes
/// that rounding look like a violation.
/// </param>
/// <param name="Centering">Centring steps at the end, for multipliers that are to be rounded.</param>
/// <param name="Selection">Which constraints are imposed.</param>
public sealed record WorstCaseOptions(double Gap = 1e-9, double Violation = 1e-6, int Centering = 0, ConstraintSelection Selection = ConstraintSelection.Automatic);

/// <summary>Which constraints a solve imposes.</summary>
public enum ConstraintSelection
{
    /// <summary>All of a small problem, generated ones of a large one.</summary>
    Automatic,

    /// <summary>Those that proofs use, and then whichever are violated. Multipliers are then mostly unique, as certificates want them.</summary>
    Generated,

    /// <summary>All at once.</summary>
    All,
}

/// <summary>A worst case in floating point: what multipliers bound and what a worst instance attains, with everything needed to judge them.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="Value">The bound given by the multipliers (dual value), accurate to <paramref name="Uncertainty"/>; not a proof.</param>
/// <param name="Attained">The measure on the worst instance found (primal value).</param>
/// <param name="Uncertainty">How far the bound can be off because floating-point multipliers are not exactly feasible.</param>
/// <param name="Status">How the last solve ended; Unbounded means that the supremum is infinite or not attained.</param>
/// <param name="LargestViolation">Largest violation of a constraint left out, relative to the value.</param>
/// <param name="Rounds">How many programs were solved.</param>
/// <param name="Iterations">Interior-point iterations, all rounds together.</param>
/// <param name="Constraints">The constraints of the last round, with their multipliers.</param>
/// <param name="ConstraintCount">How many constraints the whole problem has.</param>
/// <param name="Gram">Inner products of the base vectors at the worst instance.</param>
/// <param name="FunctionValues">Free values at the worst instance.</param>
public sealed record WorstCaseResult<T>(
    double Value,
    double Attained,
    double Uncertainty,
    SdpStatus Status,
    double LargestViolation,
    int Rounds,
    int Iterations,
    IReadOnlyList<(NamedConstraint<T> Constraint, double Multiplier)> Constraints,
    int ConstraintCount,
    double[] Gram,
    double[] FunctionValues)
    where T : struct, INumber<T>
{
    /// <summary>
    /// The value parts that multipliers must balance exactly: of the objective and of each constraint. Products of vectors that left the Gram matrix count as
    /// values.
    /// </summary>
    internal (Form<T> Objective, IReadOnlyList<Form<T>> Constraints) Balance { get; init; }
}
