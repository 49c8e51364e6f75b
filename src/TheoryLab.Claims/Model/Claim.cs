using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Where a statement comes from, and how its constants were established.</summary>
/// <param name="Citation">Authors, title, year.</param>
/// <param name="Where">Theorem, lemma or section.</param>
/// <param name="Standing">
/// "theorem", "derived" (a derivation is in the claim's documentation) or "verified numerically" (over the sweep that the claim runs).
/// </param>
public sealed record Source(string Citation, string Where, string Standing = "theorem");

/// <summary>
/// A statement about methods on a family of problems, as data. There is no verdict logic here: one checking path per kind decides, for the
/// claim and for its twins alike.
/// </summary>
public sealed record Claim
{
    /// <summary>Stable name, in kebab case; it seeds the instances.</summary>
    public required string Id { get; init; }

    /// <summary>The family of claims it belongs to: "frank-wolfe", "first-order", ….</summary>
    public required string Topic { get; init; }

    /// <summary>What is claimed, in one or two sentences.</summary>
    public required string Statement { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>What the theorem assumes, in words.</summary>
    public required string Assumptions { get; init; }

    /// <summary>What kind of statement it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The methods it speaks of; for a lower bound the class optimum comes first.</summary>
    public required IReadOnlyList<IMethod> Methods { get; init; }

    /// <summary>For a lower bound over a class: how the best method of the class is computed.</summary>
    public string? ClassOptimum { get; init; }

    /// <summary>The instances: named ones and sampled ones.</summary>
    public required IReadOnlyList<InstanceSpec> Instances { get; init; }

    /// <summary>What the claim says about every member of a class, where a certificate can prove it.</summary>
    public WholeClass? WholeClass { get; init; }

    /// <summary>What is measured.</summary>
    public required IMeasure Measure { get; init; }

    /// <summary>What is compared with the bound in place of the bare measure: a formula in measured symbols, such as "prev(h)-h".</summary>
    public Expression? Quantity { get; init; }

    /// <summary>The pointwise bound, or the target of a limit; null for a claim about an order.</summary>
    public Expression? Bound { get; init; }

    /// <summary>The order; null for a pointwise claim.</summary>
    public RateOrder? Order { get; init; }

    /// <summary>
    /// For an order claim with horizons: whether it speaks of the worst instance at each horizon, the largest value over all instances (the smallest
    /// for a lower bound), rather than of every instance by itself.
    /// </summary>
    public bool WorstCase { get; init; }

    /// <summary>
    /// For a claim about an order: whether runs are made in numbers of 1,024 bits, which superlinear convergence needs to show its order. Where
    /// the family or the method needs exponentials or logarithms, doubles are taken.
    /// </summary>
    public bool Wide { get; init; }

    /// <summary>For a limit: what the measure is multiplied by.</summary>
    public Expression? Scale { get; init; }

    /// <summary>The first iteration that the statement covers.</summary>
    public int From { get; init; } = 1;

    /// <summary>
    /// Whether the statement is about the step from x_0 alone, as where the instances are models of that step only. One iteration is run, whatever the number asked for.
    /// </summary>
    public bool OneStep { get; init; }

    /// <summary>How many iterations are run, where there are no horizons; 1 for a claim about one step.</summary>
    public int Iterations { get => OneStep ? 1 : field; init; } = 1000;

    /// <summary>If not empty, the claim is about the last iterate of a run with each horizon, and formulas may use N.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>How many members are drawn from each sampled specification.</summary>
    public int Samples { get; init; } = 50;

    /// <summary>Whether <c>check</c> without arguments includes it.</summary>
    public bool Core { get; init; } = true;

    /// <summary>The claim with one datum changed, each of which must be refuted.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    /// <summary>Remarks for readers: pitfalls, what is not covered.</summary>
    public string? Remarks { get; init; }

    /// <summary>The file that the claim was read from, as the user named it; null for a claim of the catalogue.</summary>
    public string? File { get; init; }

    /// <summary>The seed that the claim asks for where the command line names none; null for the default.</summary>
    public int? Seed { get; init; }

    /// <summary>What a command line calls it: its id, or its file.</summary>
    internal string Argument => File is null ? Id : File.Contains(' ', StringComparison.Ordinal) ? $"\"{File}\"" : File;

    /// <summary>Whether the claim is about an order rather than pointwise.</summary>
    public bool IsOrderClaim => Order is not null;
}
