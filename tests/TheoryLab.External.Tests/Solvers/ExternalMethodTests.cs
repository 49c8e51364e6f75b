using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.External.Tests.Solvers;

/// <summary>External solvers in checks.</summary>
public sealed class ExternalMethodTests : IDisposable
{
    private readonly Scripts _scripts = new();

    [Theory]
    [InlineData("quadratic", "coordinates")]
    [InlineData("quadratic", "reflected")]
    public void Python_and_the_library_take_the_same_steps_bit_for_bit(string family, string basis)
    {
        // Both round 1/L, each product and each difference once, in this order; the gradient is the library's for both.
        ProblemInstance instance = new InstanceSpec(family, ("dimension", "7"), ("L", "3"), ("basis", basis)).Create(50, 11);
        double[][] theirs = Sample.Iterates(_scripts.Python(GradientDescentScript.With("1 / L")), instance, 50);
        HostProblem<double> problem = instance.In<double>();
        IIteration<HostVector<double>> ours = MethodStarter.Start(new GradientDescent(), problem, 50);
        for (int k = 0; k < 50; k++)
        {
            ours.Step(k);
            Assert.Equal(ours.Iterate.Span.ToArray().Select(BitConverter.DoubleToInt64Bits), theirs[k].Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void The_right_solver_is_consistent_and_its_twin_is_refuted()
    {
        ClaimResult result = Sample.Check(Sample.Linear(_scripts.Python(GradientDescentScript.With("1 / L")), Sample.Slowest));
        Assert.Equal(Verdict.Consistent, result.Verdict);
        Assert.Equal("constant", result.Power);
        Assert.Equal(1, result.Tightness, 1e-6);
    }

    [Theory]
    [InlineData("0.1 / L")]
    [InlineData("1 / (L * (k + 1) ** 0.5)")]
    public void A_solver_with_a_planted_wrong_rate_is_refuted_without_a_repetition(string step)
    {
        ClaimResult result = Sample.Check(Sample.Linear(_scripts.Python(GradientDescentScript.With(step)), Sample.Slowest));
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("not repeatable in higher precision", result.Witness!.Confirmation, StringComparison.Ordinal);
        Assert.Equal(2, result.Witness.Parameters["dimension"].Number);
    }

    [Fact]
    public void A_right_solver_that_has_converged_to_its_round_off_is_not_refuted()
    {
        // The bound falls below 1e-100, the gap of rounded iterates stays near 1e-32.
        ClaimResult result = Sample.Check(Sample.Linear(_scripts.Python(GradientDescentScript.With("1 / L")), Sample.Slowest) with { Iterations = 2000 });
        Assert.Equal(Verdict.Consistent, result.Verdict);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_jobs()
    {
        Claim claim = Sample.Linear(_scripts.Python(GradientDescentScript.With("1 / L")), Sample.Slowest);
        string[] results = [.. new[] { 1, 2, 4 }.Select(jobs => ResultJson.Write(Sample.Check(claim, jobs) with { Timing = new(0) }))];
        Assert.Single(results.Distinct());
    }

    [Fact]
    public void A_failure_reaches_the_caller_from_many_jobs() =>
        Assert.Throws<ForeignRunException>(() => Sample.Check(Sample.Linear(_scripts.Shell("exit 1"), Sample.Slowest), jobs: 4));

    [Fact]
    public void A_solver_that_fails_on_smaller_instances_leaves_the_witness_as_it_is()
    {
        string script = GradientDescentScript.With("0.1 / L").Replace("x, L =", "if problem['dimension'] < 9: sys.exit(1)\nx, L =", StringComparison.Ordinal);
        InstanceSpec larger = new("quadratic", ("dimension", "2..50"), ("condition", "2..100"), ("start", "smallest"));
        Claim claim = Sample.Linear(_scripts.Python(script), larger) with { Id = "fails-when-small" };
        int[] dimensions = [.. Enumerable.Range(0, 3).Select(i => larger.Create(40, Seeds.Derive(Seeds.Default, claim.Id, "instance 0", i)).In<double>().InitialPoint.Length)];
        Assert.All(dimensions, n => Assert.True(n >= 9, $"another id is needed, since an instance has dimension {n}"));
        ClaimResult result = Sample.Check(claim);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains((int)result.Witness!.Parameters["dimension"].Number, dimensions);
    }

    [Fact]
    public void The_opening_line_tells_the_problem_its_constants_and_its_seed()
    {
        ExternalMethod solver = _scripts.Shell("echo \"$line\" >&2; exit 1");
        ForeignRunException failure = Assert.Throws<ForeignRunException>(() => Sample.Iterates(solver, Sample.Line.Create(3, 5), 3));
        Assert.Contains(
            "{\"theorylab\":1,\"dimension\":1,\"x0\":[1.0],\"constants\":{\"L\":1.0,\"mu\":1.0,\"R\":1.0,\"h0\":0.5},\"iterations\":3,\"seed\":5,\"oracles\":[\"gradient\",\"value\",\"hessian-product\"]}",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_gets_one_answer_line()
    {
        ExternalMethod solver = _scripts.Shell("""
            echo '{"gradient":[3.0]}'; read -r a
            echo '{"value":[3.0]}'; read -r b
            echo '{"hessian-product":[3.0],"direction":[7.0]}'; read -r c
            echo "$a$b$c" >&2; exit 1
            """);
        Assert.Contains("{\"gradient\":[3.0]}{\"value\":4.5}{\"hessian-product\":[7.0]}", Sample.Failure(solver), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_answers_linear_minimisation()
    {
        ExternalMethod solver = _scripts.Shell("echo '{\"lmo\":[3.0,-1.0]}'; read -r a; echo \"$a\" >&2; exit 1");
        InstanceSpec simplex = new("quadratic-on-simplex", ("dimension", "2"));
        ForeignRunException failure = Assert.Throws<ForeignRunException>(() => Sample.Iterates(solver, simplex.Create(1, 5), 1));
        Assert.Contains("{\"lmo\":[0.0,1.0]}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_previous_iterate_is_kept_and_other_sequences_are_refused()
    {
        ExternalMethod solver = _scripts.Shell("echo '{\"iterate\":[0.5]}'; echo '{\"iterate\":[0.25]}'; echo '{\"done\":true}'");
        ProblemInstance instance = Sample.Line.Create(2, 1);
        IIteration<HostVector<double>> run = solver.Start(instance, instance.In<double>(), 2, TestContext.Current.CancellationToken);
        using IDisposable owner = (IDisposable)run;
        run.Step(0);
        Assert.Equal((0.5, 1.0), (run.Iterate[0], run.Point(Sequence.Previous)[0]));
        run.Step(1);
        Assert.Equal((0.25, 0.5), (run.Iterate[0], run.Point(Sequence.Previous)[0]));
        Assert.Throws<InputException>(() => run.Point(Sequence.Anchor));
        Assert.Throws<InputException>(() => run.Point(Sequence.GradientPoint));
    }

    public void Dispose() => _scripts.Dispose();
}
