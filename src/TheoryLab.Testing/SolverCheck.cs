using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Testing;

/// <summary>How a solver is checked; the defaults suit a first test.</summary>
public sealed record SolverCheck
{
    /// <summary>What is measured: a name of <c>theorylab list measures</c>.</summary>
    public string Measure { get; init; } = "primal-gap";

    /// <summary>How many steps are looked at.</summary>
    public int Iterations { get; init; } = 100;

    /// <summary>The first iteration that the bound covers.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many instances are drawn, where a parameter is a range.</summary>
    public int Instances { get; init; } = 20;

    /// <summary>The seed of the instances.</summary>
    public int Seed { get; init; } = Seeds.Default;

    /// <summary>False variants, one of which must fail; null for half the constant and the exponent + 1/2; [] to do without.</summary>
    public IReadOnlyList<Twin>? Twins { get; init; }
}
