using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class TraceTests : IDisposable
{
    private const string Text = "id: t\nmethod: { trace: run.csv, x: k, y: gap }\nconstants: { L: 1, D: 2 }\nkind: upper\nbound: L*D^2/(2*(k+1))";

    private readonly string _folder = Directory.CreateTempSubdirectory("claim-traces-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_bound_that_holds_with_equality_is_consistent_and_half_of_it_refuted()
    {
        Write(k => 2.0 / (k + 1));
        ClaimResult result = Check(Text);
        Assert.Equal((Verdict.Consistent, "constant", 1, 200), (result.Verdict, result.Power, result.Instances, result.Iterations));
        Assert.InRange(result.Tightness, 1 - 1e-15, 1 + 1e-15);
        Assert.Equal(Path.Combine(_folder, "run.csv"), result.Worst!.Method);
    }

    [Fact]
    public void A_violation_counts_beyond_a_thousand_allowances_only_and_says_so()
    {
        // The allowance at k = 9 is a few units of 2^-53 of the value 0.2: 10^-13 is beyond 1,000 of them relatively, 10^-14 is not.
        Write(k => k == 9 ? 0.2 * (1 + 1e-14) : 2.0 / (k + 1));
        ClaimResult doubtful = Check(Text);
        Assert.Equal(Verdict.Inconclusive, doubtful.Verdict);
        Assert.Contains("less than 1000 times", doubtful.Reason, StringComparison.Ordinal);

        Write(k => k == 9 ? 0.2 * (1 + 1e-11) : 2.0 / (k + 1));
        ClaimResult refuted = Check(Text);
        Assert.Equal((Verdict.Refuted, 9), (refuted.Verdict, refuted.Witness!.Iteration));
        Assert.Contains("not repeatable in higher precision; exceeds the allowance 1000 times", refuted.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accuracy_is_allowed_for_once_and_a_false_bound_stays_refuted()
    {
        Write(k => (2.0 / (k + 1)) + (k % 2 == 0 ? 1e-3 : -1e-3));
        string stated = Files.With(Text, "method", "method: { trace: run.csv, accuracy: 1.1e-3 }");
        Assert.Equal(Verdict.Refuted, Check(Text).Verdict);
        Assert.Equal((Verdict.Consistent, "constant"), (Check(stated).Verdict, Check(stated).Power));
        Assert.Equal(Verdict.Refuted, Check(Files.With(stated, "bound", "bound: 0.99*L*D^2/(2*(k+1))")).Verdict);
        Assert.Equal(Verdict.Refuted, Check(Files.With(stated, "method", "method: { trace: run.csv, accuracy: 9e-4 }")).Verdict);
    }

    [Theory]
    [InlineData("order: 1/k", Verdict.Consistent)]
    [InlineData("order: k^-2", Verdict.Refuted)]
    [InlineData("order: exp(-k/D)", Verdict.Refuted)]
    public void An_order_is_fitted_to_the_recorded_points(string order, Verdict verdict)
    {
        Write(k => 2.0 / (k + 1));
        ClaimResult result = Check(Files.With(Text, "bound", order));
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(1, result.Rate!.Estimate, 0.01);
        Assert.Equal(verdict == Verdict.Refuted ? "not repeatable in higher precision" : null, result.Witness?.Confirmation);
    }

    [Fact]
    public void Columns_may_be_looked_back_at_by_their_name_and_limits_taken()
    {
        Write(k => 2.0 / (k + 1));
        Assert.Equal(Verdict.Consistent, Check(Files.With(Files.With(Text, "kind", "kind: invariant"), "bound", "bound: prev(gap)\ntwins: [ { factor: 1/2 } ]")).Verdict);
        Assert.Equal(Verdict.Consistent, Check(Files.With(Files.With(Text, "kind", "kind: limit\nscale: k"), "bound", "bound: 2")).Verdict);
        Assert.Equal(Verdict.Refuted, Check(Files.With(Files.With(Text, "kind", "kind: limit\nscale: k"), "bound", "bound: 3")).Verdict);
    }

    [Fact]
    public void Iterations_may_be_left_out_and_begin_late()
    {
        File.WriteAllText(At("run.csv"), "k,gap\n" + string.Concat(Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"{5 + (3 * i)},{2.0 / (6 + (3 * i)):R}\n"))));
        Assert.Equal(Verdict.Consistent, Check(Text).Verdict);
        Assert.StartsWith($"{At("f.yaml")}:2:9: a formula that looks back needs every iteration from 0 to 92", Error(Files.With(Text, "bound", "bound: prev(gap)")), StringComparison.Ordinal);
        Assert.StartsWith($"{At("f.yaml")}:2:9: a limit needs every iteration", Error(Files.With(Text, "kind", "kind: limit")), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_iterations_cut_the_recording()
    {
        Write(k => k > 50 ? 1 : 2.0 / (k + 1));
        Claim claim = Files.Claim(Text, At("f.yaml"));
        Assert.Equal(Verdict.Refuted, ClaimChecker.Check(claim, new CheckOptions { Jobs = 1 }, TestContext.Current.CancellationToken).Result.Verdict);
        Assert.Equal(Verdict.Consistent, ClaimChecker.Check(claim, new CheckOptions { Jobs = 1, Iterations = 50 }, TestContext.Current.CancellationToken).Result.Verdict);
    }

    [Theory]
    [InlineData("method", "method: { trace: none.csv }", ":2:18: there is no file")]
    [InlineData("method", "method: { trace: run.csv, y: gab }", ":2:30: y: There is no column 'gab' in ")]
    [InlineData("method", "method: { trace: run.csv, x: gap, y: k }", ":2:18: ")]
    [InlineData("method", "method: { trace: run.csv, z: gap }", ":2:27: There is no key of method 'z'.")]
    [InlineData("method", "method: { trace: run.csv, nonpositive: drp }", ":2:40: There is no value of nonpositive 'drp'. Did you mean 'drop'?")]
    [InlineData("method", "method: { trace: run.csv, accuracy: 0 }", ":2:37: accuracy is '0'; it must be a number above zero.")]
    [InlineData("method", "method: { trace: run.csv, accuracy: small }", ":2:37: accuracy is 'small'; it must be a finite number.")]
    [InlineData("method", "method: { trace: run.csv, accuracy: [1] }", ":2:37: accuracy must be a number")]
    [InlineData("constants", "constants: { k: 1 }", ":3:14: 'k' counts iterations; give the constant another name.")]
    [InlineData("constants", "constants: { h: 1 }", ":3:14: 'h' is the symbol of the measure primal-gap; give the constant another name.")]
    [InlineData("constants", "constants: { L: one }", ":3:17: L is 'one'; it must be a finite number.")]
    [InlineData("constants", "constants: { L: 1e999 }", ":3:17: L is '1e999'; it must be a finite number.")]
    [InlineData("bound", "bound: L*R^2/k", ":5:10: There is no constant of the constants given 'R'.")]
    [InlineData("bound", "bound: gap", ":5:8: the bound gap uses gap, which is compared with it at the same k")]
    [InlineData("bound", "bound: L/k\ntwins: [ { bound: gap/2 } ]", ":6:19: the bound gap/2 uses gap")]
    [InlineData("bound", "bound: L/k\ntwins: [ { bound: -1 } ]", ":6:19: -1 is not positive, and no run keeps gap at or below such a bound")]
    [InlineData("bound", "bound: L/k\ntwins: [ { factor: 0 } ]", ":6:20: 0 is not positive")]
    [InlineData("bound", "bound: L/k\nproblem: { family: huber }", ":6:10: a recorded run brings no problem;")]
    [InlineData("bound", "bound: L/k\nhorizons: [1, 2]", ":6:11: a recorded run is one run;")]
    [InlineData("bound", "bound: L/k\niterations: 3", ":6:13: a recorded run has the iterations that were recorded;")]
    [InlineData("bound", "bound: L/k\ntwins: [ { method: nesterov } ]", ":6:20: the method of a recorded run is the recording;")]
    public void Errors_have_their_place(string key, string line, string message)
    {
        Write(k => 2.0 / (k + 1));
        Assert.StartsWith(At("f.yaml") + message, Error(Files.With(Text, key, line)), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_positive_ask_for_a_key_of_the_file()
    {
        Write(k => k == 100 ? 0 : 2.0 / (k + 1));
        string error = Error(Text);
        Assert.StartsWith($"{At("f.yaml")}:2:18: ", error, StringComparison.Ordinal);
        Assert.Contains("line 102: gap is 0", error, StringComparison.Ordinal);
        Assert.Contains("nonpositive: drop", error, StringComparison.Ordinal);
        Assert.DoesNotContain("--", error, StringComparison.Ordinal);
        Assert.Equal(Verdict.Consistent, Check(Files.With(Text, "method", "method: { trace: run.csv, nonpositive: drop }")).Verdict);
    }

    [Fact]
    public void A_twin_that_needs_constants_to_be_seen_through_is_refused_in_the_check()
    {
        Write(k => 2.0 / (k + 1));
        InputException e = Assert.Throws<InputException>(() => Check(Text + "\ntwins: [ { bound: L-D*k } ]"));
        Assert.Contains("The twin 'bound L-D*k' has the bound -1 at k = 1, and gap is never negative", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_quantity_may_have_a_negative_twin()
    {
        Write(k => 2.0 / (k + 1));
        string text = Files.With(Files.With(Text, "kind", "kind: step\nquantity: gap-prev(gap)"), "bound", "bound: -1e-5\ntwins: [ { bound: -1 } ]");
        Assert.Equal((Verdict.Consistent, Verdict.Refuted), (Check(text).Verdict, Check(text).Twin!.Verdict));
    }

    [Fact]
    public void Replaced_values_are_no_past_to_look_back_at()
    {
        Write(k => k == 100 ? 0 : 2.0 / (k + 1));
        string floor = Files.With(Text, "method", "method: { trace: run.csv, nonpositive: floor }");
        Assert.Contains("1 value that is not positive is left out", Check(floor).Reason, StringComparison.Ordinal);
        Assert.Contains("or holds values that are not positive; record them all", Error(Files.With(floor, "bound", "bound: prev(gap)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Iterations_that_are_no_integers_are_refused()
    {
        File.WriteAllText(At("run.csv"), "k,gap\n0,1\n0.5,1\n");
        Assert.Contains("k is 0.5; a claim counts iterations in integers", Error(Text), StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private ClaimResult Check(string text) => Files.Check(text, At("f.yaml"));

    private string Error(string text) => Files.Error(text, At("f.yaml"));

    private void Write(Func<int, double> value) =>
        File.WriteAllText(At("run.csv"), "k,gap\n" + string.Concat(Enumerable.Range(0, 201).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k},{value(k):R}\n"))));
}
