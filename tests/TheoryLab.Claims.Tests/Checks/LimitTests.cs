namespace TheoryLab.Claims.Tests.Checks;

public sealed class LimitTests
{
    private static readonly Dictionary<string, Func<int, double>> Sequences = new(StringComparer.Ordinal)
    {
        ["from above"] = k => 1 + (1.0 / k),
        ["from below"] = k => 1 - (1.0 / k),
        ["slow"] = k => 1 + (1 / Math.Sqrt(k)),
        ["fast"] = k => 1 + (1.0 / k / k),
        ["constant"] = _ => 1,
        ["alternating"] = k => 1 + ((int.IsEvenInteger(k) ? 1.0 : -1.0) / k),
        ["exact at odd k"] = k => int.IsEvenInteger(k) ? (double)k * k / ((k + 1.0) * (k + 1)) : 1,
        ["period three"] = k => 1 + (Math.Cos(2 * Math.PI * k / 3) / k),
        ["linear"] = k => 1 + Math.Pow(0.9, k),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Sequences.Keys.Select(k => new TheoryDataRow<string>(k));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_limit_is_found_and_its_neighbours_are_refuted(string name)
    {
        ClaimResult result = Sample.Check(Tends(Sequences[name], "1", 4000) with { Twins = [Twin.Constant("1.1"), Twin.Constant("0.9")] });
        Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
        Assert.All(result.Twins, t => Assert.Equal(Verdict.Refuted, t.Verdict));
    }

    [Fact]
    public void A_false_limit_is_refuted_with_a_witness()
    {
        ClaimResult result = Sample.Check(Tends(Sequences["from above"], "1.02", 4000));
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Equal(1.02, result.Witness!.Bound);

        // k ((1 + 1/k)/k) at k = 4000: four roundings of numbers near one.
        Assert.Equal(1 + (1.0 / 4000), result.Witness.Measured, 4 * (Math.BitIncrement(1) - 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_short_run_refutes_no_true_limit(string name)
    {
        for (int iterations = 1; iterations <= 300; iterations++)
        {
            ClaimResult result = Sample.Check(Tends(Sequences[name], "1", iterations));
            Assert.True(result.Verdict != Verdict.Refuted, $"{iterations} iterations: {result.Reason}");
        }
    }

    [Theory]
    [InlineData("wolfe-triangle", "k^2", "1/2")]
    [InlineData("wolfe-triangle", "k", "1/8")]
    public void A_short_run_refutes_no_true_limit_of_a_method(string family, string scale, string target)
    {
        for (int iterations = 1; iterations <= 400; iterations++)
        {
            Claim claim = Tends(k => k, target, iterations) with
            {
                Methods = scale == "k" ? [new Solvers.FrankWolfeShortStep()] : [new Solvers.FrankWolfe()],
                Instances = [new(family), new(family, ("x", "0.3"), ("y", "0.6")), new(family, ("x", "0.1"), ("y", "0.5"))],
                Measure = new PrimalGap(),
                Scale = scale,
            };
            claim = scale == "k" ? claim : claim with { Instances = [claim.Instances[0]] };
            ClaimResult result = Sample.Check(claim);
            Assert.True(result.Verdict != Verdict.Refuted, $"{iterations} iterations: {result.Reason}");
        }
    }

    [Fact]
    public void A_sequence_without_a_limit_is_not_taken_for_one() =>
        Assert.NotEqual(Verdict.Consistent, Sample.Check(Tends(k => 1 + (0.5 * Math.Log(k)), "3", 4000) with { Twins = [Twin.Constant("1.5")] }).Verdict);

    [Fact]
    public void One_refuted_run_decides_whatever_the_others_say()
    {
        Claim claim = Tends(Sequences["from above"], "2", 1000);
        Assert.Equal(Verdict.Refuted, Sample.Check(claim with { Methods = [new Scripted(k => k), claim.Methods[0]] }).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(claim with { Methods = [claim.Methods[0], new Scripted(k => k)] }).Verdict);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_inconclusive()
    {
        Assert.Equal(Verdict.Inconclusive, Sample.Check(Tends(k => k > 500 ? double.NaN : 1, "1", 1000) with { Twins = [Twin.Constant("2")] }).Verdict);
    }

    // k (v(k)/k) tends to the limit of v.
    private static Claim Tends(Func<int, double> v, string target, int iterations) =>
        Sample.Scripted("limit", ClaimKind.Limit, k => v(k) / k, target) with { Scale = "k", Iterations = iterations };
}
