using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Claims.Tests.Attacks;

/// <summary>
/// The search on gradient descent and Huber functions, where the answer is known: the ratio at threshold tau is 1 - ((2N+1) tau - 1)^2 as long as
/// the threshold is not reached, whatever L and R are.
/// </summary>
public sealed class AttackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-attack-").FullName;

    private static readonly Claim True = new()
    {
        Id = "attack-huber",
        Topic = "tests",
        Statement = "Gradient descent closes the gap at L R^2/(4N+2).",
        Source = new("tests", "tests"),
        Assumptions = "f convex, L-smooth",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances = [new("huber", ("tau", "1e-3..1"), ("L", "0.01..100"), ("radius", "0.1..10"))],
        Measure = new PrimalGap(),
        Bound = "L*R^2/(4*N+2)",
        Horizons = [1, 2, 5, 20, 100],
    };

    // Violated for tau within 0.01 % of 1/(2N+1): three parts in a hundred thousand of the range's logarithm.
    private static readonly Claim BarelyFalse = Scaled("0.99999999");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_true_claim_stands_and_is_nearly_attained()
    {
        AttackResult result = Run(True, Options(300));
        Assert.Null(result.Violation);
        Assert.Equal(300, result.Evaluations);
        Assert.InRange(result.Best.Ratio, 0.95, 1 + 1e-12);
    }

    [Fact]
    public void The_local_search_finds_what_the_sweep_alone_misses()
    {
        AttackResult sweep = Run(BarelyFalse, Options(1000) with { SweepShare = 1 });
        Assert.Equal((1000, 1000), (sweep.Evaluations, sweep.Sweep));
        Assert.Null(sweep.Violation);
        AttackResult both = Run(BarelyFalse, Options(1000));
        Assert.Equal(AttackPhase.Local, both.Phase);
        AttackInstance violation = Assert.IsType<AttackInstance>(both.Violation);
        Assert.Equal("repeated in double-double arithmetic", violation.Confirmation);
        Assert.InRange(violation.Ratio, 1, 1.00000002);
        Assert.InRange(violation.Parameters["tau"].Number * ((2 * violation.Horizon) + 1), 0.9998, 1.0002);
    }

    [Fact]
    public void The_sweep_finds_a_wide_violation_far_from_where_a_climb_would_begin()
    {
        AttackResult result = Run(Scaled("0.9"), Options(64));
        Assert.Equal(AttackPhase.Sweep, result.Phase);
        Assert.NotNull(result.Violation);
    }

    [Fact]
    public void Jobs_do_not_change_a_result() =>
        Assert.Equal(AttackJson.Write(Run(True, Options(200))), AttackJson.Write(Run(True, Options(200) with { Jobs = 2 })));

    [Fact]
    public void Seeds_do() =>
        Assert.NotEqual(Run(True, Options(100)).Best.Ratio, Run(True, Options(100) with { Seed = 1 }).Best.Ratio);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Resumed_ends_as_undisturbed(int kept)
    {
        string whole = Path.Combine(_folder, "whole"), cut = Path.Combine(_folder, "cut");
        AttackResult undisturbed = Run(True, Options(250), whole);
        string[] lines = File.ReadAllLines(Path.Combine(whole, "attack.jsonl"));
        Assert.True(lines.Length > kept + 2);
        Directory.CreateDirectory(cut);

        // Killed in the middle of a line.
        File.WriteAllText(Path.Combine(cut, "attack.jsonl"), string.Concat(lines[..(kept + 1)].Select(l => l + "\n")) + lines[kept + 1][..20]);
        Assert.Equal(AttackJson.Write(undisturbed), AttackJson.Write(Run(True, Options(250), cut, resume: true)));
        foreach (string file in new[] { "attack.jsonl", "attack.json" })
        {
            Assert.Equal(File.ReadAllText(Path.Combine(whole, file)), File.ReadAllText(Path.Combine(cut, file)));
        }
    }

    [Fact]
    public void A_shorter_attack_is_the_beginning_of_a_longer_one()
    {
        string folder = Path.Combine(_folder, "run");
        Run(True, Options(130), folder);
        Assert.Equal(AttackJson.Write(Run(True, Options(300))), AttackJson.Write(Run(True, Options(300), folder, resume: true)));
    }

    [Fact]
    public void A_budget_ends_at_a_batch_and_is_replayed_by_its_evaluations()
    {
        AttackResult timed = Run(True, Options(int.MaxValue) with { Budget = TimeSpan.FromTicks(1) });
        Assert.Equal(16, timed.Evaluations);
        Assert.Equal(AttackJson.Write(timed), AttackJson.Write(Run(True, Options(timed.Evaluations))));
    }

    [Fact]
    public void A_folder_belongs_to_one_attack()
    {
        Run(True, Options(20), _folder);
        Assert.Throws<InputException>(() => Run(True, Options(20), _folder));
        Assert.Throws<InputException>(() => Run(True, Options(20) with { Seed = 2 }, _folder, resume: true));
    }

    [Fact]
    public void Orders_limits_and_named_instances_are_refused()
    {
        Assert.Contains("order", Refusal(True with { Bound = null, Order = new PowerOrder(1) }), StringComparison.Ordinal);
        Assert.Contains("limit", Refusal(True with { Kind = ClaimKind.Limit }), StringComparison.Ordinal);
        Assert.Contains("named", Refusal(True with { Instances = [new("huber", ("tau", "1/(2*N+1)"))] }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_comes_with_the_command_that_runs_it()
    {
        AttackInstance best = Run(True, Options(20)).Best;
        Assert.StartsWith("theorylab run gradient-descent --problem huber --set tau=", best.Replay, StringComparison.Ordinal);
        MeasuredRun again = MeasuredRun.Make(
            new GradientDescent(), Registry.Family(best.Family).Create(Problems.ParameterSet.Bind(Registry.Family(best.Family), best.Parameters.ToDictionary(p => p.Key, p => p.Value)), best.Seed), best.Horizon, CancellationToken.None);
        Assert.Equal(best.Measured, again.Rows[^1][1]);
    }

    private static string Refusal(Claim claim) => Assert.Throws<InputException>(() => Run(claim, Options(20))).Message;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_with_a_run_of_check_is_left_alone(bool resume)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "checked")).FullName;
        File.WriteAllText(Path.Combine(folder, "run.json"), "{}");
        Assert.Contains("holds a run of check", Assert.Throws<InputException>(() => Run(True, Options(20), folder, resume)).Message, StringComparison.Ordinal);
        Assert.Equal("run.json", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(folder))));
    }

    private static AttackOptions Options(int evaluations) => new() { Evaluations = evaluations, Jobs = 1 };

    private static Claim Scaled(string factor) => Twin.Constant(factor).Apply(True);

    private static AttackResult Run(Claim claim, AttackOptions options, string? path = null, bool resume = false)
    {
        using AttackFolder? folder = path is null ? null : AttackFolder.Open(path, claim.Id, options, resume);
        return Attack.Run(claim, options, folder, cancellation: TestContext.Current.CancellationToken);
    }
}
