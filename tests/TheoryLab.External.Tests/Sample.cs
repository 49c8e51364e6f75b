using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External.Tests;

/// <summary>Instances and claims for the tests.</summary>
internal static class Sample
{
    /// <summary>f(x) = x^2/2 with x_0 = 1.</summary>
    public static InstanceSpec Line { get; } = new("quadratic", ("dimension", "1"), ("start", "largest"), ("basis", "coordinates"));

    /// <summary>Quadratics along whose slowest direction gradient descent shrinks by exactly 1 - 1/kappa.</summary>
    public static InstanceSpec Slowest { get; } = new("quadratic", ("dimension", "2..50"), ("condition", "2..100"), ("start", "smallest"));

    public static Claim Linear(IMethod method, params InstanceSpec[] instances) => new()
    {
        Id = "external-linear",
        Topic = "tests",
        Statement = "Gradient descent shrinks the gap by (1 - 1/kappa)^2 in each step.",
        Source = new("tests", "tests"),
        Assumptions = "a quadratic",
        Kind = ClaimKind.Upper,
        Methods = [method],
        Instances = instances,
        Measure = new PrimalGap(),
        Bound = "h0*(1-1/kappa)^(2*k)",
        Iterations = 40,
        Samples = 3,
        Twins = [Twin.Constant("1/2")],
    };

    public static ClaimResult Check(Claim claim, int jobs = 1) => ClaimChecker.Check(claim, new() { Jobs = jobs }, TestContext.Current.CancellationToken).Result;

    /// <summary>Runs a method on an instance and returns every iterate.</summary>
    public static double[][] Iterates(IForeignMethod method, ProblemInstance instance, int horizon)
    {
        IIteration<HostVector<double>> run = method.Start(instance, instance.In<double>(), horizon, TestContext.Current.CancellationToken);
        using IDisposable owner = (IDisposable)run;
        List<double[]> iterates = [];
        for (int k = 0; k < horizon; k++)
        {
            run.Step(k);
            iterates.Add(run.Iterate.Span.ToArray());
        }

        return [.. iterates];
    }

    /// <summary>The sentence that a method fails with on the line, with three iterations.</summary>
    public static string Failure(IForeignMethod method)
    {
        ForeignRunException failure = Assert.Throws<ForeignRunException>(() => Iterates(method, Line.Create(3, 1), 3));
        Assert.DoesNotContain('\n', failure.Message);
        Assert.StartsWith("The external solver '", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }
}
