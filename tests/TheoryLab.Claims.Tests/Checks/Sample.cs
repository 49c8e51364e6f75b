using TheoryLab.Solvers;

namespace TheoryLab.Claims.Tests.Checks;

/// <summary>Small claims made for the tests: true ones unless said otherwise.</summary>
internal static class Sample
{
    public static CheckOptions Quick { get; } = new() { Jobs = 1, Samples = 5 };

    /// <summary>One dimension, x_0 = 1, x* = 0, L = mu = 1.</summary>
    public static InstanceSpec Line { get; } = new("quadratic", ("dimension", "1"), ("start", "largest"), ("basis", "coordinates"));

    /// <summary>Along the eigenvector of mu gradient descent shrinks by exactly 1 - 1/kappa: equality on every instance.</summary>
    public static InstanceSpec Slowest { get; } = new("quadratic", ("dimension", "2..50"), ("condition", "2..100"), ("start", "smallest"));

    public static Twin Half { get; } = Twin.Constant("1/2");

    public static Twin Double { get; } = Twin.Constant("2");

    public static Claim Upper { get; } = new()
    {
        Id = "sample-upper",
        Topic = "tests",
        Statement = "Gradient descent shrinks the distance by 1 - 1/kappa.",
        Source = new("tests", "tests"),
        Assumptions = "a quadratic",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances = [Slowest],
        Measure = new Distance(),
        Bound = "(1-1/kappa)^k*R",
        Iterations = 40,
        Twins = [Half],
    };

    public static Claim Lower { get; } = Upper with { Id = "sample-lower", Kind = ClaimKind.Lower, Twins = [Double] };

    public static Claim Negative { get; } = Scripted("sample-negative", ClaimKind.Negative, k => 2 + (1.0 / k), "2") with { Twins = [Double] };

    public static Claim Step { get; } = Upper with
    {
        Id = "sample-step",
        Kind = ClaimKind.Step,
        Quantity = "r/prev(r)",
        Bound = "1-1/kappa",
    };

    public static Claim Identity { get; } = Upper with { Id = "sample-identity", Kind = ClaimKind.Identity };

    public static Claim Invariant { get; } = Upper with
    {
        Id = "sample-invariant",
        Kind = ClaimKind.Invariant,
        Bound = "prev(r)",
    };

    /// <summary>measure(k) = value(k) on the line.</summary>
    public static Claim Scripted(string id, ClaimKind kind, Func<int, double> value, Expression? bound) => Upper with
    {
        Id = id,
        Kind = kind,
        Methods = [new Scripted(value)],
        Instances = [Line],
        Bound = bound,
        Iterations = 100,
        Twins = [],
    };

    public static ClaimResult Check(Claim claim, CheckOptions? options = null) =>
        ClaimChecker.Check(claim, options ?? Quick, TestContext.Current.CancellationToken).Result;

    /// <summary>A result as it is stored, without the one field that may differ between two runs.</summary>
    public static string Bytes(ClaimResult result) => ResultJson.Write(result with { Timing = new(0) });
}
