using System.Text.Json.Serialization;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>A worst case as printed.</summary>
/// <param name="Problem">Model or method.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Parameters">Parameters.</param>
/// <param name="Value">The bound given by the multipliers.</param>
/// <param name="Attained">The measure on the worst instance found.</param>
/// <param name="Uncertainty">How far either can be off.</param>
/// <param name="Status">converged, stalled, unbounded, ….</param>
/// <param name="IsExact">Whether the classes' conditions are sufficient, so that the value is the supremum itself.</param>
/// <param name="IsReliable">Whether the solve ended with the accuracy asked for, or stopped early with six digits that are right.</param>
/// <param name="Used">Constraints used.</param>
/// <param name="Constraints">Constraints in all.</param>
/// <param name="Multipliers">Multiplier of each constraint used.</param>
public sealed record WorstCaseAnswer(
    string Problem,
    string Statement,
    IReadOnlyDictionary<string, string> Parameters,
    double Value,
    double Attained,
    double Uncertainty,
    string Status,
    bool IsExact,
    bool IsReliable,
    int Used,
    int Constraints,
    IReadOnlyList<ConstraintMultiplier> Multipliers)
{
    private const double SixDigits = 1e-6;

    /// <summary>The format of this object.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "theorylab-worst-case/1";

    /// <summary>What the reader should make of the number.</summary>
    public string Advice => Status switch
    {
        "unbounded" => "No bound was found: the supremum is infinite, or no instance attains it, or the solver failed. The number means nothing.",
        _ when !IsReliable => "The solver stopped early: read the number with its uncertainty.",
        _ => "Computed in floating point, not proved; 'theorylab certify' looks for a proof.",
    };

    /// <summary>Solves a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">Parameters that differ from their defaults.</param>
    /// <param name="cancellation">Ends the solve.</param>
    public static WorstCaseAnswer Of(WorstCaseModel model, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        WorstCaseProblem<double> problem = model.Problem<double>(values);
        WorstCaseResult<double> r = problem.Solve(cancellation: cancellation);

        (string status, bool isReliable) = Judge(r.Status, r.Uncertainty, r.Value + problem.Offset);
        return new(
            model.Id,
            model.Statement,
            model.Parameters.ToDictionary(p => p.Name, p => values.GetValueOrDefault(p.Name, p.Default)),
            r.Value,
            r.Attained,
            r.Uncertainty,
            status,
            problem.IsExact,
            isReliable,
            r.Constraints.Count,
            r.ConstraintCount,
            [.. r.Constraints.Select(c => new ConstraintMultiplier(c.Constraint.Name, c.Multiplier))]);
    }

    /// <summary>What is printed as the status, and whether the value counts.</summary>
    /// <param name="status">How the solve ended.</param>
    /// <param name="uncertainty">How far the value can be off.</param>
    /// <param name="value">The value; of a growth, with the normalisation that it is accurate relative to.</param>
    internal static (string Status, bool IsReliable) Judge(SdpStatus status, double uncertainty, double value)
    {
        // A comparison with NaN is false.
        double size = Math.Abs(value);
        bool isNothing = status == SdpStatus.Unbounded || (status != SdpStatus.Converged && !(uncertainty <= size));
        return (isNothing ? "unbounded" : status.ToString().ToLowerInvariant(), status == SdpStatus.Converged || (!isNothing && uncertainty <= SixDigits * size));
    }
}

/// <summary>The multiplier of a constraint.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Multiplier">Its multiplier.</param>
public sealed record ConstraintMultiplier(string Name, double Multiplier);
