using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Checks;

public sealed class OrderTests
{
    [Theory]
    [InlineData(ClaimKind.Upper, 1, Verdict.Consistent)]
    [InlineData(ClaimKind.Upper, 0.8, Verdict.Consistent)]
    [InlineData(ClaimKind.Upper, 1.5, Verdict.Refuted)]
    [InlineData(ClaimKind.Lower, 1, Verdict.Consistent)]
    [InlineData(ClaimKind.Lower, 1.5, Verdict.Consistent)]
    [InlineData(ClaimKind.Lower, 0.5, Verdict.Refuted)]
    [InlineData(ClaimKind.Order, 1, Verdict.Consistent)]
    [InlineData(ClaimKind.Order, 1.5, Verdict.Refuted)]
    [InlineData(ClaimKind.Order, 0.5, Verdict.Refuted)]
    public void A_power_law_is_judged_from_the_claimed_side(ClaimKind kind, double p, Verdict expected)
    {
        ClaimResult result = Sample.Check(Order(kind, p, k => 3 / (k + 2.0), 4000) with
        {
            Twins = [Twin.Exponent(kind == ClaimKind.Lower ? -1.2 * p / 2 : 1)],
        });
        Assert.True(result.Verdict == expected, $"{result.Verdict}: {result.Reason}");
        Assert.Equal("power", result.Rate!.Model);
        Assert.Equal(1, result.Rate.Estimate, 0.05);
        Assert.Equal(expected == Verdict.Refuted, result.Witness is not null);
    }

    [Fact]
    public void A_refutation_is_repeated_in_double_doubles() => Assert.Equal(
        "repeated in double-double arithmetic",
        Sample.Check(Order(ClaimKind.Upper, 2, k => 1.0 / k, 4000)).Witness!.Confirmation);

    [Fact]
    public void Where_it_cannot_be_repeated_the_verdict_says_so()
    {
        Claim claim = Order(ClaimKind.Upper, 2, k => 1.0 / k, 4000) with
        {
            Instances = [new(new DoubleOnly(), ("dimension", "1"), ("start", "largest"), ("basis", "coordinates"))],
        };
        Assert.Equal("not repeatable in higher precision", Sample.Check(claim).Witness!.Confirmation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void A_short_run_is_inconclusive(int iterations)
    {
        ClaimResult result = Sample.Check(Order(ClaimKind.Upper, 1, k => 1.0 / k, iterations) with { From = 10 });
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.NotEmpty(result.Reason);
    }

    [Fact]
    public void Linear_convergence_is_faster_than_any_power()
    {
        Claim claim = Order(ClaimKind.Upper, 2, k => Math.Pow(0.99, k), 2000);
        Assert.Equal(Verdict.Consistent, Sample.Check(claim with { Twins = [new("one run of 1/k", TwinChange.Method, c => c with { Methods = [new Scripted(k => 1.0 / k)] })] }).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(claim with { Kind = ClaimKind.Order }).Verdict);
    }

    [Fact]
    public void One_refuted_run_decides_whatever_the_others_say()
    {
        Claim claim = Order(ClaimKind.Upper, 2, k => 1.0 / k, 2000);
        Scripted fast = new(k => 1.0 / k / k), unclear = new(k => k);
        Assert.Equal(Verdict.Refuted, Sample.Check(claim with { Methods = [fast, unclear, claim.Methods[0]] }).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(claim with { Methods = [claim.Methods[0], unclear, fast] }).Verdict);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_jobs()
    {
        Claim claim = Order(ClaimKind.Upper, 1, k => 1.0 / k, 2000) with { Methods = [new Scripted(k => 1.0 / k), new Scripted(k => 2.0 / k / k)], Twins = [Twin.Exponent(0.5)] };
        Assert.Equal(Sample.Bytes(Sample.Check(claim, new() { Jobs = 1 })), Sample.Bytes(Sample.Check(claim, new() { Jobs = 4 })));
    }

    [Theory]
    [InlineData(100, 25)]
    [InlineData(100, 50)]
    [InlineData(100, 200)]
    [InlineData(100, 1_000)]
    [InlineData(1_000, 100)]
    [InlineData(1_000, 1_000)]
    public void Gradient_descent_on_a_chain_is_not_refuted_before_the_chain_ends(int dimension, int iterations) => AssertOpen(Chain(dimension, new Solvers.GradientDescent(), 1, iterations));

    [Theory]
    [InlineData(100, 25)]
    [InlineData(100, 50)]
    [InlineData(1_000, 100)]
    [InlineData(1_000, 400)]
    public void Nor_is_an_accelerated_method(int dimension, int iterations) => AssertOpen(Chain(dimension, new Solvers.NesterovAcceleration(), 2, iterations));

    [Fact]
    public void A_chain_that_grows_with_the_horizon_refutes_what_is_false_for_the_class()
    {
        Claim claim = Chain(1, new Solvers.GradientDescent(), 1, 1) with
        {
            Instances = [new("convex-chain", ("dimension", "2*N+1"))],
            Horizons = [8, 12, 16, 24, 32, 48, 64, 96, 128],
        };
        Assert.Equal(Verdict.Refuted, Sample.Check(claim).Verdict);
    }

    private static void AssertOpen(Claim claim)
    {
        ClaimResult result = Sample.Check(claim);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("run ", result.Reason, StringComparison.Ordinal);
    }

    private static Claim Chain(int dimension, IMethod method, double p, int iterations) => Sample.Upper with
    {
        Methods = [method],
        Instances = [new("convex-chain", ("dimension", $"{dimension}"))],
        Measure = new PrimalGap(),
        Bound = null,
        Order = new PowerOrder(p),
        Iterations = iterations,
        Twins = [],
    };

    private static Claim Order(ClaimKind kind, double p, Func<int, double> value, int iterations) =>
        Sample.Scripted("order", kind, value, null) with { Order = new PowerOrder(p), Iterations = iterations };
}
