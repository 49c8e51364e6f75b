using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Claims.Tests.Checks;

public sealed class PointwiseTests
{
    public static IEnumerable<TheoryDataRow<string>> Kinds => ByName.Keys.Select(k => new TheoryDataRow<string>(k));

    private static readonly Dictionary<string, Claim> ByName = new Claim[] { Sample.Upper, Sample.Lower, Sample.Negative, Sample.Step, Sample.Identity, Sample.Invariant }
        .ToDictionary(c => c.Id, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_true_claim_with_a_refuted_twin_is_consistent(string id)
    {
        ClaimResult result = Sample.Check(ByName[id]);
        Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
        Assert.Null(result.Witness);
        Assert.NotNull(result.Worst);
        Assert.Equal(Verdict.Refuted, result.Twins[0].Verdict);
        Assert.InRange(result.Tightness, 0.5, 1 + 1e-12);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bound_that_nothing_can_break_has_no_power(string id)
    {
        Claim claim = ByName[id];
        if (claim.Kind == ClaimKind.Identity)
        {
            return;
        }

        ClaimResult result = Sample.Check(claim with { Bound = claim.Kind is ClaimKind.Lower or ClaimKind.Negative ? "-1/0" : "1/0" });
        Assert.Equal((Verdict.Inconclusive, "none"), (result.Verdict, result.Power));
        Assert.StartsWith("no power", result.Reason, StringComparison.Ordinal);
        Assert.Contains("Infinity at k = ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_above_one_is_explained_by_the_allowance()
    {
        // One unit above the bound, in doubles that no repetition can refine.
        ClaimResult result = Sample.Check(Sample.Scripted("ulp", ClaimKind.Upper, _ => 1 + 2.3e-16, "1") with { Instances = [new(new DoubleOnly(), ("dimension", "1"), ("start", "largest"), ("basis", "coordinates"))], Twins = [Sample.Half] });
        Assert.Equal(Verdict.Consistent, result.Verdict);
        Assert.True(result.Tightness > 1 && result.Worst!.Measured - result.Worst.Bound <= result.Allowance);
        Assert.Contains("the tightest, 1.0000000000000002 against 1 at k = 1, is above the bound by 2.2E-16, within the allowance", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_allowance_that_is_shown_is_the_one_that_was_used()
    {
        // The last value is off by 1e-10 of itself, 1e-50: less than 2^-96 of the value before, the digits that a Newton step to it would have lost.
        double[] values = [1, 1e-20, 1.0000000001e-40];
        Claim claim = Sample.Scripted("squares", ClaimKind.Upper, k => values[k], "1e-20^k") with { Iterations = 2, Twins = [Sample.Half] };
        ClaimResult result = Sample.Check(claim);
        Assert.Equal((Verdict.Consistent, 2), (result.Verdict, result.Worst!.Iteration));
        Assert.InRange(result.Worst.Measured - result.Worst.Bound, 0.9e-50, result.Allowance);
        Assert.Contains(", within the allowance", result.Reason, StringComparison.Ordinal);
        values[2] = 1.00000001e-40;
        Assert.Equal(Verdict.Refuted, Sample.Check(claim).Verdict);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bound_that_nothing_can_keep_is_refuted(string id)
    {
        Claim claim = ByName[id];
        foreach (string bound in claim.Kind is ClaimKind.Lower or ClaimKind.Negative ? new[] { "1e9", "1/0" } : ["0", "-1", "-1/0"])
        {
            ClaimResult result = Sample.Check(claim with { Bound = bound });
            Assert.Equal(Verdict.Refuted, result.Verdict);
            Assert.Equal("repeated in double-double arithmetic", result.Witness!.Confirmation);
        }
    }

    [Fact]
    public void A_claim_about_one_step_keeps_it_and_says_that_more_were_asked_for()
    {
        ClaimResult one = Sample.Check(Sample.Upper with { OneStep = true, Iterations = 40 }, Sample.Quick with { Iterations = 9 });
        Assert.Equal(1, one.Iterations);
        Assert.EndsWith("; the claim is about one step, so that --iterations 9 does not apply", one.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("one step", Sample.Check(Sample.Upper with { OneStep = true }, Sample.Quick with { Iterations = 1 }).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_happens_to_run_one_iteration_is_run_for_as_many_as_asked_for() =>
        Assert.Equal(9, Sample.Check(Sample.Upper with { Iterations = 1 }, Sample.Quick with { Iterations = 9 }).Iterations);

    [Fact]
    public void A_claim_without_twins_is_inconclusive() => Assert.Equal(Verdict.Inconclusive, Sample.Check(Sample.Upper with { Twins = [] }).Verdict);

    [Theory]
    [InlineData("1/2", 0.5, "constant")]
    [InlineData("1/10", 0.1, "constant")]
    [InlineData("1e-3", 1e-3, "constant x 0.001")]
    [InlineData("1e-12", 1e-12, "constant x 1E-12")]
    public void Power_of_a_constant_says_how_far_the_nearest_refuted_twin_is(string factor, double expected, string shown)
    {
        ClaimResult result = Sample.Check(Sample.Upper with { Twins = [Twin.Constant("1e-15"), Twin.Constant(factor), Sample.Half with { Change = TwinChange.Order, Name = "another datum" }] });
        Assert.Equal(("constant", shown), (result.Power, result.ShownPower));
        Assert.Equal(expected, result.PowerFactor!.Value, 1e-9 * expected);
        Assert.Equal(expected, result.Twins[1].Factor!.Value, 1e-9 * expected);
    }

    [Fact]
    public void A_twin_that_stands_or_changes_more_than_the_bound_has_no_factor()
    {
        Twin longer = new("half, and fewer iterations", TwinChange.Constant, c => c with { Bound = c.Bound! * "1/2", Iterations = 20 });
        ClaimResult result = Sample.Check(Sample.Upper with { Twins = [Sample.Double, longer] });
        Assert.All(result.Twins, t => Assert.Null(t.Factor));
        Assert.Equal(("constant", null), (result.ShownPower, result.PowerFactor));
    }

    [Fact]
    public void A_twin_that_changes_the_kind_only_gives_no_power()
    {
        Twin kind = new("it is a lower bound of twice the size", TwinChange.Kind, c => c with { Kind = ClaimKind.Lower, Bound = c.Bound! * "2" });
        ClaimResult result = Sample.Check(Sample.Upper with { Twins = [kind] });
        Assert.Equal(Verdict.Refuted, result.Twins[0].Verdict);
        Assert.Equal((Verdict.Inconclusive, "none"), (result.Verdict, result.Power));
    }

    [Theory]
    [InlineData(TwinChange.Order)]
    [InlineData(TwinChange.Method)]
    [InlineData(TwinChange.Instance)]
    public void Twins_that_change_no_constant_give_power_of_order(TwinChange change) =>
        Assert.Equal("order", Sample.Check(Sample.Upper with { Twins = [Sample.Half with { Change = change }] }).Power);

    [Fact]
    public void Results_do_not_depend_on_the_number_of_jobs()
    {
        CheckOptions options = new() { Samples = 20 };
        foreach (Claim claim in ByName.Values.Append(Sample.Upper with { Bound = Sample.Upper.Bound! * "0.9" }))
        {
            Assert.Equal(
                Sample.Bytes(Sample.Check(claim, options with { Jobs = 1 })),
                Sample.Bytes(Sample.Check(claim, options with { Jobs = 8 })));
        }
    }

    [Fact]
    public void Another_seed_draws_other_instances() => Assert.NotEqual(
        Sample.Check(Sample.Upper, Sample.Quick with { Seed = 1 }).Worst!.Seed,
        Sample.Check(Sample.Upper, Sample.Quick with { Seed = 2 }).Worst!.Seed);

    [Fact]
    public void A_false_bound_shrinks_to_the_smallest_instance()
    {
        Witness witness = Refuted(Sample.Upper with { Bound = Sample.Upper.Bound! * "0.9" });
        Assert.Equal(2, witness.Parameters["dimension"].Number);
        Assert.Equal(2, witness.Parameters["condition"].Number);
        Assert.Equal(1, witness.Iteration);
    }

    [Fact]
    public void A_bound_that_fails_from_some_dimension_on_shrinks_to_that_dimension()
    {
        // The distance never exceeds R: the bound R (8 - n) fails from n = 8 on.
        Witness witness = Refuted(Sample.Upper with { Bound = "R*(8-n)" }, new() { Samples = 20 });
        Assert.Equal(8, witness.Parameters["dimension"].Number);
    }

    [Fact]
    public void A_horizon_shrinks_to_the_first_that_fails()
    {
        Claim claim = Sample.Upper with { Horizons = [1, 2, 5, 20, 40], Bound = "R*(1-(N-1)*(N-2)/4)" };
        Assert.Equal(5, Refuted(claim).Horizon);
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("0.9999")]
    [InlineData("(1-1e-9)")]
    public void A_witness_replays_from_what_it_prints(string factor)
    {
        Claim claim = Sample.Upper with { Bound = Sample.Upper.Bound! * factor };
        Witness stored = ResultJson.Read(ResultJson.Write(Sample.Check(claim))).Witness!;
        ProblemFamily family = Registry.Family("quadratic");
        ProblemInstance instance = family.Create(ParameterSet.Bind(family, stored.Parameters), stored.Seed);
        MeasuredRun run = MeasuredRun.Make(new GradientDescent(), instance, stored.Horizon, TestContext.Current.CancellationToken);
        double measured = run.Rows.Single(r => r[0] == stored.Iteration)[run.Columns.ToList().IndexOf("distance")];
        Assert.Equal(stored.Measured, measured, 1e-12 * measured);
        Assert.True(measured > stored.Bound);
        Assert.Equal(stored.Iteration, Sample.Check(claim).Witness!.Iteration);
    }

    [Theory]
    [InlineData(ClaimKind.Upper, 7)]
    [InlineData(ClaimKind.Lower, 10)]
    [InlineData(ClaimKind.Identity, 10)]
    public void The_drift_of_doubles_is_not_taken_for_a_violation(ClaimKind kind, int divisor)
    {
        // x_k = 1 + k/divisor by repeated addition: in doubles the sum of thousands leaves the allowance, on the wrong side for these divisors.
        Claim claim = Sample.Scripted("drift", kind, k => k, $"1+k/{divisor}") with { Methods = [new Adder(divisor)], Iterations = 10_000, Twins = [Twin.Constant(kind == ClaimKind.Lower ? "2" : "1/2")] };
        ClaimResult result = Sample.Check(claim);
        Assert.True(result.Verdict == Verdict.Consistent, result.Reason);
        Assert.Contains("holds on the one run; it touches the bound within the drift of doubles", result.Reason, StringComparison.Ordinal);
        Assert.Equal(1, result.Tightness, 1e-12);
    }

    [Fact]
    public void Equality_is_attained_on_a_named_instance_only()
    {
        Assert.False(Sample.Check(Sample.Upper).Attained);
        Assert.True(Sample.Check(Sample.Upper with { Instances = [new("quadratic", ("dimension", "2"), ("start", "smallest"))] }).Attained);
    }

    [Fact]
    public void A_violation_far_below_the_tightest_point_is_found()
    {
        // Equality at k = 1, broken by one part in a million at k = 50 only.
        Claim claim = Sample.Scripted("late", ClaimKind.Upper, k => k == 50 ? 1.000001 / 50 : k == 1 ? 1 : 0.5 / k, "1/k");
        Assert.Equal(50, Refuted(claim).Iteration);
    }

    [Fact]
    public void A_run_that_ends_in_no_number_is_inconclusive()
    {
        foreach (int from in new[] { 1, 10 })
        {
            Claim claim = Sample.Scripted("nan", ClaimKind.Upper, k => k >= from ? double.NaN : 0.9 / k, "1/k") with { Twins = [Sample.Half] };
            ClaimResult result = Sample.Check(claim);
            Assert.Equal(Verdict.Inconclusive, result.Verdict);
            Assert.Contains("not a number", result.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bound_that_is_no_number_somewhere_is_inconclusive()
    {
        Claim claim = Sample.Scripted("nan-bound", ClaimKind.Upper, k => 0.9 / k, "1/k+0*sqrt(k-3)") with { Twins = [Sample.Half] };
        Assert.Equal(Verdict.Inconclusive, Sample.Check(claim).Verdict);
    }

    [Fact]
    public void A_run_that_overflows_breaks_an_upper_bound_and_an_identity()
    {
        Assert.Equal(Verdict.Refuted, Sample.Check(Sample.Scripted("up", ClaimKind.Upper, k => k >= 10 ? 1e200 : 1, "1")).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(Sample.Scripted("equal", ClaimKind.Identity, k => k >= 10 ? 1e200 : 1, "1")).Verdict);
    }

    [Theory]
    [InlineData("kapa*R")]
    [InlineData("prev(q)")]
    [InlineData("harmonic(-k)")]
    public void A_bound_that_cannot_be_evaluated_is_an_input_error(string bound)
    {
        foreach (int jobs in new[] { 1, 4 })
        {
            Assert.Throws<InputException>(() => Sample.Check(Sample.Upper with { Bound = bound }, Sample.Quick with { Jobs = jobs }));
        }
    }

    [Fact]
    public void A_method_that_does_not_fit_is_an_input_error() =>
        Assert.Throws<InputException>(() => Sample.Check(Sample.Upper with { Methods = [new Solvers.FrankWolfe()] }));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancellation_ends_a_check_at_once(int jobs)
    {
        using CancellationTokenSource source = new();
        int steps = 0;

        double CancelOnTheWay(int k)
        {
            if (Interlocked.Increment(ref steps) == 1000)
            {
                source.Cancel();
            }

            return 1.0 / k;
        }

        Claim claim = Sample.Scripted("cancelled", ClaimKind.Upper, CancelOnTheWay, "1/k") with
        {
            Iterations = 1_000_000,
            Instances = [.. Enumerable.Repeat(Sample.Line, 8)],
        };
        Assert.Throws<OperationCanceledException>(() => ClaimChecker.Check(claim, new() { Jobs = jobs }, source.Token));
        Assert.InRange(steps, 1000, 100_000);
    }

    [Fact]
    public void A_cancelled_token_starts_nothing()
    {
        foreach (Claim claim in new[] { Sample.Upper, Sample.Upper with { Kind = ClaimKind.Limit, Scale = "1", Bound = "0" }, Sample.Upper with { Bound = null, Order = new PowerOrder(1) } })
        {
            Assert.Throws<OperationCanceledException>(() => ClaimChecker.Check(claim, Sample.Quick, new CancellationToken(canceled: true)));
        }
    }

    [Fact]
    public void Horizons_beyond_the_iterations_asked_for_are_left_out()
    {
        Claim claim = Sample.Upper with { Horizons = [5, 20], Bound = "(1-1/kappa)^N*R" };
        Assert.Equal(5, Sample.Check(claim, Sample.Quick with { Iterations = 10 }).Iterations);
        ClaimResult beyond = Sample.Check(claim, Sample.Quick with { Iterations = 4 });
        Assert.Equal(Verdict.Inconclusive, beyond.Verdict);
        Assert.Contains("begins at iteration 5", beyond.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_says_how_to_repeat_it()
    {
        ClaimResult result = Sample.Check(Sample.Upper, new() { Seed = 7, Samples = 3, Iterations = 11 });
        Assert.Equal("theorylab check sample-upper --seed 7 --instances 3 --iterations 11", result.Reproduce);
        Assert.Equal((7, 3, 11), (result.Seed, result.Instances, result.Iterations));
    }

    private static Witness Refuted(Claim claim, CheckOptions? options = null)
    {
        ClaimResult result = Sample.Check(claim, options);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Equal("repeated in double-double arithmetic", result.Witness!.Confirmation);
        return result.Witness;
    }
}
