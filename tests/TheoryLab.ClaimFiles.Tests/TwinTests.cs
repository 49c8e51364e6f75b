using TheoryLab.Claims;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class TwinTests
{
    // One claim of each kind, close to equality, so that the default twin is false.
    private const string Upper = "id: a\nmethod: gradient-descent\nproblem: { family: huber, tau: 1/(2*N+1) }\nmeasure: primal-gap\nkind: upper\nbound: L*R^2/(4*k+2)\nhorizons: [3, 9]";
    private const string Negative = "id: a\nmethod: gradient-descent\nproblem: { family: huber, tau: 1/(2*N+1) }\nmeasure: primal-gap\nkind: negative\nbound: L*R^2/(4*k+2.1)\nhorizons: [3, 9]";
    private const string Lower = "id: a\nmethod: conjugate-gradients\nproblem: { family: convex-chain, dimension: 2*N+1 }\nmeasure: primal-gap\nkind: lower\nbound: 3*L*R^2/(32*(N+1)^2)\nhorizons: [3, 9]";
    private const string Step = "id: a\nmethod: gradient-descent\nproblem: { family: quadratic, dimension: 8, condition: 100, start: smallest }\nmeasure: distance\nkind: step\nquantity: r/prev(r)\nbound: 1-1/kappa\niterations: 20";
    private const string Invariant = "id: a\nmethod: gradient-descent\nproblem: { family: quadratic, dimension: 8, condition: 100 }\nmeasure: distance\nkind: invariant\nbound: prev(r)\niterations: 20";
    private const string Limit = "id: a\nmethod: frank-wolfe-short-step\nproblem: { family: wolfe-triangle }\nmeasure: primal-gap\nkind: limit\nbound: 1/8\nscale: k\niterations: 20000";
    private const string Power = "id: a\nmethod: descent-inverse-root\nproblem: { family: power-model, p: 4 }\nmeasure: primal-gap\nkind: order\norder: k^-1\niterations: 20000";
    private const string Linear = "id: a\nmethod: gradient-descent\nproblem: { family: quadratic, dimension: 8, condition: 50, start: smallest }\nmeasure: distance\nkind: KIND\norder: (1-1/kappa)^k\niterations: 1000";
    private const string Superlinear = "id: a\nmethod: newton\nproblem: { family: hyperbola, start: 0.5 }\nmeasure: distance\nkind: upper\norder: order 3\niterations: 8";

    [Theory]
    [InlineData("tau: 0.1", "gradient-norm", "upper", "0.1*L*R")]
    [InlineData("tau: 0.1", "gradient-norm", "upper", "1/10*L*R")]
    [InlineData("L: 0.1, tau: 1/(2*N+1)", "primal-gap", "upper", "0.1*R^2/(4*k+2)")]
    [InlineData("tau: 1/(N+1)", "gradient-norm", "identity", "L*R/(N+1)")]
    [InlineData("tau: 1/(2*N+1)", "distance", "upper", "R*(N+1)/(2*N+1)")]
    public void An_equality_in_decimals_is_not_refuted_by_their_rounding_and_a_billionth_less_is(string parameters, string measure, string kind, string bound)
    {
        string text = $"id: a\nmethod: gradient-descent\nproblem: {{ family: huber, {parameters} }}\nmeasure: {measure}\nkind: {kind}\nbound: BOUND\nhorizons: [1, 2, 9, 100]";
        ClaimFile Of(string b) => ClaimFile.Parse(System.Text.Encoding.UTF8.GetBytes(text.Replace("BOUND", b, StringComparison.Ordinal)), "a.yaml");
        if (parameters == "tau: 0.1")
        {
            text = text.Replace("[1, 2, 9, 100]", "[1, 2]", StringComparison.Ordinal);
        }

        Assert.Equal(Verdict.Consistent, ClaimChecker.Check(Of(bound).Claim, new(), TestContext.Current.CancellationToken).Result.Verdict);
        Assert.Equal(Verdict.Refuted, ClaimChecker.Check(Of($"(1-1e-9)*{bound}").Claim, new(), TestContext.Current.CancellationToken).Result.Verdict);
    }

    [Theory]
    [InlineData(Upper, "bound times 1/2", "constant")]
    [InlineData(Negative, "bound times 2", "constant")]
    [InlineData(Lower, "bound times 2", "constant")]
    [InlineData(Step, "bound times 1/2", "constant")]
    [InlineData(Invariant, "bound times 1/2", "constant")]
    [InlineData(Limit, "bound times 1/2", "constant")]
    [InlineData(Linear, "rate times 1.5", "order")]
    [InlineData(Superlinear, "exponent + 0.5", "order")]
    public void The_default_twin_of_a_tight_claim_is_refuted(string text, string twin, string power)
    {
        ClaimResult result = Files.Check(text.Replace("KIND", "upper", StringComparison.Ordinal));
        Assert.True(result.Verdict == Verdict.Consistent, $"{result.Verdict}: {result.Reason}; {result.Twin}");
        Assert.Equal((twin, Verdict.Refuted, power), (Assert.Single(result.Twins).Name, result.Twin!.Verdict, result.Power));
    }

    [Theory]
    [InlineData("newton\nproblem: { family: cubed-model, start: 0.1 }", 8, Verdict.Consistent)]
    [InlineData("gradient-descent\nproblem: { family: quadratic, dimension: 8, condition: 50 }", 1000, Verdict.Refuted)]
    public void Superlinear_convergence_needs_no_order(string run, int iterations, Verdict verdict)
    {
        ClaimResult result = Files.Check($"id: a\nmethod: {run}\nmeasure: distance\nkind: upper\norder: superlinear\niterations: {iterations}");
        Assert.Equal((verdict, "order 2.5", Verdict.Refuted), (result.Verdict, result.Twin!.Name, result.Twin.Verdict));
    }

    // k^0.5 h tends to zero where h is 1/k and less.
    private const string Zero = "id: a\nmethod: frank-wolfe-short-step\nproblem: { family: wolfe-triangle }\nmeasure: primal-gap\nkind: limit\nbound: 0\nscale: sqrt(k)\niterations: 20000";

    [Theory]
    [InlineData("", "8: half of the bound 0 is 0 again")]
    [InlineData("\ntwins: [ { factor: 2 } ]", "a factor leaves the bound 0 as it is")]
    [InlineData("\ntwins: [ { bound: 0 } ]", "the twin has the claim's own bound")]
    public void A_zero_bound_has_no_twin_by_a_factor(string twins, string error) => Assert.Contains(error, Files.Error(Zero + twins), StringComparison.Ordinal);

    [Fact]
    public void A_limit_of_zero_is_checked_with_a_twin_of_another_limit()
    {
        ClaimResult result = Files.Check(Zero + "\ntwins: [ { bound: 0.1 } ]");
        Assert.True(result.Verdict == Verdict.Consistent, result.Reason);
        Assert.Equal("order", result.Power);
        Assert.InRange(result.Tightness, 1, 2);
        Assert.Equal(Verdict.Refuted, Files.Check(Zero.Replace("sqrt(k)", "k", StringComparison.Ordinal) + "\ntwins: [ { bound: 0.1 } ]").Verdict);
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("order")]
    public void Superlinear_convergence_names_no_order_that_could_not_be_exceeded(string kind) => Assert.Contains(
        "names no order that kind " + kind, Files.Error(Superlinear.Replace("order: order 3", "order: superlinear", StringComparison.Ordinal).Replace("kind: upper", "kind: " + kind, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_default_twin_of_a_lower_order_is_slower()
    {
        ClaimResult result = Files.Check(Linear.Replace("KIND", "lower", StringComparison.Ordinal));
        Assert.Equal(("rate times 0.5", Verdict.Refuted, Verdict.Consistent), (result.Twin!.Name, result.Twin.Verdict, result.Verdict));
    }

    [Fact]
    public void The_default_twin_of_a_power_is_half_a_power_more()
    {
        Claim claim = Files.Claim(Power);
        Assert.Equal(new PowerOrder(1.5), Assert.Single(claim.Twins).Apply(claim).Order);
        Assert.Equal(new PowerOrder(0.5), Assert.Single((claim with { Kind = ClaimKind.Lower }) is var lower ? [TwinReader.Default(lower).Apply(lower)] : Array.Empty<Claim>()).Order);
    }

    [Theory]
    [InlineData("{ bound: L*R^2/(8*k) }", TwinChange.Constant)]
    [InlineData("{ bound: L*R^2/(4*k+3) }", TwinChange.Constant)]
    [InlineData("{ bound: L*R^2/(4*k^1.5) }", TwinChange.Order)]
    [InlineData("{ bound: L*R^2/(4*k*log(k+1)) }", TwinChange.Order)]
    [InlineData("{ factor: 0.9 }", TwinChange.Constant)]
    [InlineData("{ factor: (k+1)/(k+2) }", TwinChange.Constant)]
    [InlineData("{ factor: 1/sqrt(k+1) }", TwinChange.Order)]
    [InlineData("{ factor: harmonic(k/3) }", TwinChange.Order)]
    [InlineData("{ method: nesterov }", TwinChange.Method)]
    [InlineData("{ problem: { tau: 0.5 } }", TwinChange.Instance)]
    public void A_twin_says_what_it_changes(string twin, TwinChange change) =>
        Assert.Equal(change, Assert.Single(Files.Claim(Upper + "\ntwins: [ " + twin + " ]").Twins).Change);

    [Fact]
    public void A_twin_of_a_parameter_changes_every_problem_that_has_it()
    {
        Claim claim = Files.Claim(Upper.Replace("problem: { family: huber, tau: 1/(2*N+1) }", "problem: [ { family: huber, tau: 1/(2*N+1) }, { family: quadratic, dimension: 3 } ]", StringComparison.Ordinal) + "\ntwins: [ { problem: { tau: 0.5 } } ]");
        Assert.Equal(["huber (tau=0.5)"], claim.Twins[0].Apply(claim).Instances.Select(i => i.ToString()));
    }

    [Fact]
    public void A_false_claim_is_refuted_with_a_witness()
    {
        ClaimResult result = Files.Check(Upper.Replace("4*k+2", "4*k+3", StringComparison.Ordinal));
        Assert.Equal((Verdict.Refuted, 3, "theorylab check f.yaml --seed 20261120"), (result.Verdict, result.Witness!.Iteration, result.Reproduce));
        Assert.Contains("double-double", result.Witness.Confirmation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_nothing_can_break_has_no_power()
    {
        ClaimResult result = Files.Check(Upper.Replace("4*k+2", "k", StringComparison.Ordinal));
        Assert.Equal((Verdict.Inconclusive, "none"), (result.Verdict, result.Power));
    }

    [Fact]
    public void An_order_with_constants_is_judged_on_each_instance_by_its_own() =>
        Assert.Equal(Verdict.Refuted, Files.Check(Linear.Replace("KIND", "upper", StringComparison.Ordinal).Replace("1/kappa", "1.3/kappa", StringComparison.Ordinal)).Verdict);
}
