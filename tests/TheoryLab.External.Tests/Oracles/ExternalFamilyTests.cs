using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.External.Tests.Protocol;
using TheoryLab.Solvers;

namespace TheoryLab.External.Tests.Oracles;

/// <summary>Problems that another process answers for, under built-in methods.</summary>
public sealed class ExternalFamilyTests : IDisposable
{
    // f(x) = sum l_i x_i^2/2 with l_0 = 1, l_i = 1/4: started along the last direction, each step of gradient descent shrinks the gap by 9/16 exactly.
    private const string Quadratic = """
        import json, sys

        opening = json.loads(sys.stdin.readline())
        n = int(opening["parameters"].get("dimension", 2))
        curvature = [1.0] + [0.25] * (n - 1)
        print(json.dumps({"dimension": n, "x0": [0.0] * (n - 1) + [1.0], "xstar": [0.0] * n,
                          "constants": {"L": 1.0, "mu": 0.25, "fstar": 0.0}, "oracles": ["gradient", "value", "hessian-product"]}), flush=True)
        for line in sys.stdin:
            asked = json.loads(line)
            if "gradient" in asked:
                answer = {"gradient": [l * x for l, x in zip(curvature, asked["gradient"])]}
            elif "hessian-product" in asked:
                answer = {"hessian-product": [l * d for l, d in zip(curvature, asked["direction"])]}
            else:
                answer = {"value": sum(l * x * x for l, x in zip(curvature, asked["value"])) / 2}
            print(json.dumps(answer), flush=True)
        """;

    private const string First = "{\"dimension\":1,\"x0\":[1.0],\"xstar\":[0.0],\"constants\":{\"L\":1.0,\"mu\":1.0,\"fstar\":0.0},\"oracles\":[\"gradient\",\"value\"]}";

    private static readonly string[] RightLines =
    [
        "{\"dimension\":2,\"x0\":[0,1],\"xstar\":[0,0],\"constants\":{\"L\":1,\"mu\":0.25},\"oracles\":[\"gradient\",\"value\"],\"accuracy\":1e-15}",
        "{\"value\":1.5}", "{\"gradient\":[1,2]}", "{\"error\":\"outside\"}",
    ];

    private readonly Scripts _scripts = new();

    public static TheoryData<string, string> Modes => new()
    {
        { "exit 2", "ended with status 2" },
        { "echo hello; sleep 1000", "wrote the line 'hello', which is not one JSON object" },
        { "echo '{\"dimension\":2,\"x0\":[1.0],\"oracles\":[]}'; sleep 1000", "declared no dimension that fits its x0 and xstar" },
        { "echo '{\"dimension\":1,\"x0\":[1.0],\"oracles\":[\"prox\"]}'; sleep 1000", "declared oracles that are not known; \"oracles\" lists some of gradient, value" },
        { "echo '{\"dimension\":1,\"x0\":[1.0],\"constants\":{\"L\":NaN}}'; sleep 1000", "wrote a NaN or an infinity" },
        { $"echo '{First}'; read -r q; echo '{{\"gradient\":[1.0]}}'; sleep 1000", "wrote the unknown key \"gradient\"; the keys here are value" },
        { $"echo '{First}'; read -r q; echo '{{}}'; sleep 1000", "did not answer \"value\"" },
        { $"echo '{First}'; read -r q; echo '{{\"error\":\"outside the domain\"}}'; sleep 1000", "answered \"value\" with the error 'outside the domain'" },
    };

    [Fact]
    public void A_built_in_method_on_an_external_oracle_is_judged_like_any_other()
    {
        ClaimResult result = Sample.Check(OnOracle(Quadratic));
        Assert.Equal(Verdict.Consistent, result.Verdict);
        Assert.Equal("constant", result.Power);
        Assert.Equal(1, result.Tightness, 1e-6);
    }

    [Fact]
    public void A_false_claim_about_it_is_refuted_without_a_repetition()
    {
        ClaimResult result = Sample.Check(OnOracle(Quadratic) with { Bound = "h0*(1/2)^(2*k)" });
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("not repeatable in higher precision", result.Witness!.Confirmation, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_and_ranges_are_passed_on_and_shrunk()
    {
        Claim claim = OnOracle(Quadratic, ("dimension", "2..30")) with { Bound = "h0*(1/2)^(2*k)" };
        Assert.Equal(2, Sample.Check(claim).Witness!.Parameters["dimension"].Number);
    }

    [Fact]
    public void Measures_may_ask_for_gradients_and_distances()
    {
        Assert.Equal(Verdict.Consistent, Sample.Check(OnOracle(Quadratic) with { Measure = new GradientNorm(), Bound = "L*R*(1-1/kappa)^k/4" }).Verdict);
        Assert.Equal(Verdict.Consistent, Sample.Check(OnOracle(Quadratic) with { Measure = new Distance(), Bound = "R*(1-1/kappa)^k" }).Verdict);
    }

    [Fact]
    public void Frank_Wolfe_runs_over_the_set_of_an_oracle()
    {
        const string Interval = """
            echo '{"dimension":1,"x0":[1.0],"xstar":[0.0],"constants":{"L":1.0,"D":2.0,"fstar":0.0},"oracles":["gradient","value","lmo"]}'
            while read -r q; do
              case "$q" in
                *lmo*:[-*) echo '{"lmo":[1.0]}' ;;
                *lmo*) echo '{"lmo":[-1.0]}' ;;
                *value*) x=${q#*[}; x=${x%]*}; echo "{\"value\":$(echo "$x" | awk '{printf "%.17g", $1*$1/2}')}" ;;
                *) x=${q#*[}; x=${x%]*}; echo "{\"gradient\":[$x]}" ;;
              esac
            done
            """;
        ExternalFamily family = new(_scripts.Command("sh", "oracle.sh", "read -r line\n" + Interval), Scripts.Patient);
        Claim claim = Sample.Linear(new FrankWolfe(), new InstanceSpec(family)) with { Bound = "2*L*D^2/(k+2)", Iterations = 10, Twins = [Twin.Constant("1/1000")] };
        Assert.Equal(Verdict.Consistent, Sample.Check(claim).Verdict);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void An_oracle_that_goes_wrong_is_told_so_in_a_sentence(string body, string expected)
    {
        ExternalFamily family = new(_scripts.Command("sh", "oracle.sh", "read -r line\n" + body), Scripts.Patient);
        Claim claim = Sample.Linear(new GradientDescent(), new InstanceSpec(family));
        ForeignRunException failure = Assert.Throws<ForeignRunException>(() => Sample.Check(claim));
        Assert.StartsWith("The external oracle 'sh oracle.sh' ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Theory]
    [InlineData("\"oracles\":[\"value\"]", "offers value, and gradient is needed")]
    [InlineData("\"oracles\":[\"gradient\",\"value\"]", "declares no fstar")]
    public void What_an_oracle_lacks_is_named(string oracles, string expected)
    {
        string body = $"read -r line; echo '{{\"dimension\":1,\"x0\":[1.0],\"constants\":{{\"L\":1.0,\"mu\":1.0}},{oracles}}}'; while read -r q; do echo '{{\"value\":0.5}}'; done";
        ExternalFamily family = new(_scripts.Command("sh", "oracle.sh", body), Scripts.Patient);
        IMeasure measure = expected.Contains("fstar", StringComparison.Ordinal) ? new PrimalGap() : new ObjectiveValue();
        Claim claim = Sample.Linear(new GradientDescent(), new InstanceSpec(family)) with { Measure = measure, Bound = "1" };
        Assert.Contains(expected, Assert.Throws<InputException>(() => Sample.Check(claim)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_oracle_lines_are_read_or_refused()
    {
        FuzzTests.Fuzz(RightLines, 2000, line =>
        {
            switch (Encoding.UTF8.GetString(line))
            {
                case var text when text.Contains("dimension", StringComparison.Ordinal):
                    OracleDeclaration.Read(line);
                    break;
                case var text when text.Contains("value", StringComparison.Ordinal):
                    OracleAnswer.Scalar(line, "value");
                    break;
                default:
                    OracleAnswer.Vector(line, "gradient", new double[2]);
                    break;
            }
        });
    }

    public void Dispose() => _scripts.Dispose();

    private Claim OnOracle(string script, params (string, string)[] parameters)
    {
        ExternalFamily family = new(_scripts.Command(Scripts.Python3(), "oracle.py", script), Scripts.Patient, [.. parameters.Select(p => p.Item1)]);
        return Sample.Linear(new GradientDescent(), new InstanceSpec(family, parameters));
    }
}
