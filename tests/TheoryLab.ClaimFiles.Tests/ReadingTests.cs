using System.Text;
using TheoryLab.Claims;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void Every_datum_of_a_file_is_in_the_claim()
    {
        Claim claim = Files.Claim(Files.Valid);
        Assert.Equal("valid", claim.Id);
        Assert.Equal("Gradient descent with step 1/L.", claim.Statement);
        Assert.Equal(new Source("A, T, 2014", "Theorem 1", "as stated in the claim file"), claim.Source);
        Assert.Equal([new GradientDescent()], claim.Methods);
        Assert.Equal("quadratic (dimension=2..4, condition=10)", Assert.Single(claim.Instances).ToString());
        Assert.Equal(new PrimalGap(), claim.Measure);
        Assert.Equal((ClaimKind.Upper, "L*R^2/(4*k+2)", null), (claim.Kind, claim.Bound!.Text, claim.Order));
        Assert.Equal((20, 3, 7, 1, "f.yaml"), (claim.Iterations, claim.Samples, claim.Seed, claim.From, claim.File));
        Assert.Equal("bound L*R^2/(40*k+2000)", Assert.Single(claim.Twins).Name);
    }

    [Theory]
    [InlineData("id", "id: other")]
    [InlineData("statement", "statement: Another one.")]
    [InlineData("source", "source: Somebody")]
    [InlineData("method", "method: nesterov")]
    [InlineData("problem", "problem: { family: quadratic, dimension: 2..4, condition: 11 }")]
    [InlineData("problem", "problem: { family: quadratic, dimension: 2..5, condition: 10 }")]
    [InlineData("problem", "problem: { family: huber }")]
    [InlineData("measure", "measure: distance")]
    [InlineData("kind", "kind: identity")]
    [InlineData("bound", "bound: L*R^2/(4*k+1)")]
    [InlineData("bound", "order: k^-1")]
    [InlineData("iterations", "iterations: 21")]
    [InlineData("iterations", "horizons: [20]")]
    [InlineData("instances", "instances: 4")]
    [InlineData("seed", "seed: 8")]
    [InlineData("twins", "twins: [ { factor: 1/20 } ]")]
    public void Another_datum_is_another_claim(string key, string line)
    {
        string text = Files.With(Files.Valid, key, line);
        text = line.StartsWith("order", StringComparison.Ordinal) ? Files.With(text, "twins", null) : text;
        Assert.Equal(Facts(Files.Valid), Facts(Files.Valid));
        Assert.NotEqual(Facts(Files.Valid), Facts(text));
    }

    [Fact]
    public void Order_of_keys_and_style_do_not_matter()
    {
        string[] lines = Files.Valid.Split('\n');
        Assert.Equal(Facts(Files.Valid), Facts(string.Join('\n', lines.Reverse())));
        Assert.Equal(Facts(Files.Valid), Facts(Files.With(Files.Valid, "method", "method:\n  name: \"gradient-descent\"   # comment")));
        Assert.Equal(Facts(Files.Valid), Facts(Files.With(Files.Valid, "method", "method: gradient-descent")));
    }

    [Theory]
    [InlineData("open-loop", "frank-wolfe")]
    [InlineData("short-step", "frank-wolfe-short-step")]
    [InlineData("short", "frank-wolfe-short-step")]
    [InlineData("line-search", "frank-wolfe-line-search")]
    public void A_step_rule_names_a_method_of_its_own(string step, string method) =>
        Assert.Equal(method, Simplex($"{{ name: frank-wolfe, step: {step} }}").Methods[0].Name);

    [Fact]
    public void A_parameter_of_a_method_comes_before_a_step_rule()
    {
        Assert.Equal(new FrankWolfe(4), Simplex("{ name: frank-wolfe, offset: 4 }").Methods[0]);
        Assert.Equal(new CoordinateDescent(Step: CoordinateStep.Own), Files.Claim(Files.With(Files.Valid, "method", "method: { name: coordinate-descent, step: own }")).Methods[0]);
    }

    [Fact]
    public void The_short_name_of_a_family_and_booleans_stand_for_its_words()
    {
        InstanceSpec spec = Files.Claim(Files.With(Files.Valid, "problem", "problem: { family: logistic, data: wine, class: 1, standardize: false }")).Instances[0];
        Assert.IsType<LogisticRegression>(spec.Family);
        Assert.Equal("logistic-regression (data=wine, class=1, standardize=no)", spec.ToString());
    }

    [Fact]
    public void Paths_are_relative_to_the_claim_file()
    {
        string path = Path.Combine(Files.Examples, "..", "claims", "f.yaml");
        InstanceSpec spec = Files.Claim(Files.With(Files.Valid, "problem", "problem: { family: logistic, data: ../claims/mine.libsvm }"), path).Instances[0];
        Assert.Equal($"logistic-regression (data={Path.Combine(Files.Examples, "..", "claims", "../claims/mine.libsvm")})", spec.ToString());
        Assert.Equal(4, spec.Create(1, 1).In<double>().InitialPoint.Length);
    }

    [Fact]
    public void Without_a_statement_the_formula_is_the_statement() =>
        Assert.Equal("gradient-descent: h <= L*R^2/(4*k+2)", Files.Claim(Files.With(Files.Valid, "statement", null)).Statement);

    [Fact]
    public void The_digest_is_that_of_the_bytes() =>
        Assert.NotEqual(ClaimFile.Parse(Encoding.UTF8.GetBytes(Files.Valid), "f.yaml").Digest, ClaimFile.Parse(Encoding.UTF8.GetBytes(Files.Valid + " "), "f.yaml").Digest);

    [Fact]
    public void Commands_go_to_whoever_may_start_them()
    {
        Programs programs = new();
        string text = Files.With(Files.Valid, "method", "method: { command: [python3, \"my solver.py\"] }");
        Assert.Same(programs.Method, ClaimFile.Parse(Encoding.UTF8.GetBytes(text), "folder/f.yaml", programs).Claim.Methods[0]);
        Assert.Equal("folder: python3|my solver.py", programs.Asked);
    }

    private static Claim Simplex(string method) => Files.Claim(Files.With(Files.With(Files.Valid, "method", $"method: {method}"), "problem", "problem: { family: quadratic-on-simplex }"));

    /// <summary>All that a check looks at, as text.</summary>
    private static string Facts(string text)
    {
        Claim c = Files.Claim(text);
        return string.Join('\n', c.Id, c.Statement, c.Source, string.Join(',', c.Methods), string.Join(',', c.Instances), c.Measure, c.Quantity, c.Kind, c.Bound, c.Order, c.Scale, c.From, c.Iterations, string.Join(',', c.Horizons), c.Samples, c.Seed, string.Join(',', c.Twins.Select(t => t.Name)));
    }

    private sealed class Programs : IExternalPrograms
    {
        public Core.IMethod Method { get; } = new GradientDescent();

        public string Asked { get; private set; } = string.Empty;

        public Core.IMethod Solver(IReadOnlyList<string> command, string folder)
        {
            Asked = $"{folder}: {string.Join('|', command)}";
            return Method;
        }

        public ProblemFamily Oracle(IReadOnlyList<string> command, string folder, IReadOnlyList<string> parameters) => throw new NotSupportedException();
    }
}
