using TheoryLab.Core;

namespace TheoryLab.External.Tests.Solvers;

/// <summary>Each way in which a solver may go wrong is one sentence: the command, what happened, how to mend it.</summary>
public sealed class MisbehaviourTests : IDisposable
{
    private const string Sample3 = "echo '{\"iterate\":[0.5]}'; echo '{\"iterate\":[0.25]}'; echo '{\"iterate\":[0.125]}'";
    private static readonly ExternalLimits Hurried = Scripts.Patient with { Time = TimeSpan.FromMilliseconds(400) };
    private readonly Scripts _scripts = new();

    public static TheoryData<string, string> Modes => new()
    {
        { "echo oops >&2; exit 3", "ended with status 3 before it was done (its standard error ends: oops); run it by hand" },
        { "exit 0", "ended with status 0 before it was done" },
        { "kill -SEGV $$", "was ended by signal 11 (status 139)" },
        { "exec 1>&-; sleep 1000", "closed its standard output before it was done" },
        { "echo hello", "wrote the line 'hello', which is not one JSON object at iteration 0; standard output is for the protocol alone" },
        { "echo", "wrote the line '', which is not one JSON object" },
        { "echo '[1,2]'", "wrote the line '[1,2]', which is not one JSON object" },
        { "echo '{\"iterate\":[0.5]} {}'", "which is not one JSON object" },
        { "echo '{}'", "which asks for nothing" },
        { "echo '{\"iterate\":[NaN]}'", "wrote a NaN or an infinity, in '{\"iterate\":[NaN]}' at iteration 0; every number must be finite" },
        { "echo '{\"iterate\":[-Infinity]}'", "wrote a NaN or an infinity" },
        { "echo '{\"iterate\":[1e999]}'", "wrote the number 1e999, beyond all doubles, after \"iterate\"" },
        { "echo '{\"iterate\":[\"NaN\"]}'", "wrote the text 'NaN' after \"iterate\"" },
        { "echo '{\"iterate\":[null]}'", "wrote null after \"iterate\"" },
        { "echo '{\"iterate\":[1.0,2.0]}'", "wrote 2 numbers after \"iterate\" at iteration 0; the dimension is 1" },
        { "echo '{\"iterate\":[]}'", "wrote 0 numbers after \"iterate\"" },
        { "echo '{\"iterate\":1.0}'", "wrote no list after \"iterate\"" },
        { "echo '{\"iterates\":[1.0]}'", "wrote the unknown key \"iterates\" at iteration 0; the keys here are gradient" },
        { "echo '{\"iterate\":[1.0],\"iterate\":[1.0]}'", "wrote \"iterate\" twice in one line" },
        { "echo '{\"iterate\":[1.0],\"value\":[1.0]}'", "asked for two things in one line" },
        { "echo '{\"iterate\":[1.0],\"direction\":[1.0]}'", "wrote a \"direction\" without \"hessian-product\"" },
        { "echo '{\"hessian-product\":[1.0]}'", "asked for a Hessian product without \"direction\"" },
        { "echo '{\"done\":false}'", "wrote something else than true after \"done\"" },
        { "echo '{\"iterate\":[0.5]}'; echo '{\"done\":true}'", "was done after 1 of 3 iterates; report one iterate for each of them" },
        { $"{Sample3}; echo '{{\"iterate\":[0.1]}}'; echo '{{\"done\":true}}'", "reported more than 3 iterates" },
        { Sample3, "ended with status 0 before it was done" },
        { "echo '{\"error\":\"no descent direction\"}'", "gave up at iteration 0 with 'no descent direction'" },
        { "while :; do echo '{\"value\":[1.0]}'; read -r answer; done", "asked 10010 questions in iteration 0 without reporting an iterate" },
        { "tr '\\0' x </dev/zero", "wrote a line of more than 4224 bytes; end every line" },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_solver_that_goes_wrong_is_told_so_in_a_sentence(string body, string expected) =>
        Assert.Contains(expected, Sample.Failure(_scripts.Shell(body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("exec 0<&-; echo '{\"gradient\":[1.0]}'; sleep 1000")]
    [InlineData("while :; do :; done")]
    public void A_solver_that_hangs_is_ended(string body) =>
        Assert.Contains("took more than 0.4 s and was ended; let it flush", Sample.Failure(_scripts.Shell(body, Hurried)), StringComparison.Ordinal);

    [Fact]
    public void A_solver_that_never_reads_is_ended()
    {
        // 100,000 numbers do not fit in a pipe, so that writing blocks.
        ExternalMethod solver = _scripts.Shell("sleep 1000", Hurried);
        Claims.InstanceSpec wide = new("quadratic", ("dimension", "100000"), ("basis", "coordinates"));
        Assert.Throws<Claims.ForeignRunException>(() => Sample.Iterates(solver, wide.Create(1, 1), 1));
    }

    [Fact]
    public void Memory_counts_for_the_whole_tree()
    {
        // tail keeps what has no line feed; the shell itself stays small.
        ExternalMethod solver = _scripts.Shell("tr '\\0' x </dev/zero | tail -n 1", Scripts.Patient with { Memory = 100L << 20 });
        Assert.Contains("of memory, more than its 100 MiB, and was ended; let it use less", Sample.Failure(solver), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_solver_says_on_standard_error_is_drained_and_its_end_is_kept()
    {
        string message = Sample.Failure(_scripts.Shell("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo the end >&2; exit 1"));
        Assert.Contains("xthe end); run it", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 300, 1000);
    }

    [Fact]
    public void A_question_that_the_problem_cannot_answer_gets_an_error_line()
    {
        ExternalMethod solver = _scripts.Shell("echo '{\"lmo\":[1.0]}'; read -r answer; echo \"$answer\" >&2; exit 1");
        Assert.Contains("{\"error\":\"this problem offers gradient, value, hessian-product only\"}", Sample.Failure(solver), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_there_is_bad_input()
    {
        ExternalMethod solver = new(new(["no-such-solver"]), Scripts.Patient);
        string message = Assert.Throws<InputException>(() => Sample.Iterates(solver, Sample.Line.Create(1, 1), 1)).Message;
        Assert.Contains("'no-such-solver' cannot be started: there is no program", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./nothing", "there is no file './nothing'")]
    [InlineData("./solver.sh", "'./solver.sh' is not executable; chmod +x it")]
    public void A_file_that_cannot_be_run_is_bad_input(string program, string expected)
    {
        _scripts.Shell("exit 0");
        ExternalMethod solver = new(new([program], _scripts.Folder), Scripts.Patient);
        Assert.Contains(expected, Assert.Throws<InputException>(() => Sample.Iterates(solver, Sample.Line.Create(1, 1), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_bad_input()
    {
        ExternalMethod solver = new(new(["sh", "solver.sh"], Path.Combine(_scripts.Folder, "nowhere")), Scripts.Patient);
        Assert.Contains("nowhere", Assert.Throws<InputException>(() => Sample.Iterates(solver, Sample.Line.Create(1, 1), 1)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _scripts.Dispose();
}
