using System.Text.Json;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>worst-case, certify and verify.</summary>
public sealed class WorstCaseTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_worst_case_of_gradient_descent_is_the_known_one()
    {
        Finished finished = _cli.Run("worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "10", "--set", "L=2", "--format", "json");
        Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
        JsonElement answer = JsonDocument.Parse(finished.Output).RootElement[0];

        // The solver is asked for a relative gap of 1e-9.
        Assert.Equal(2.0 / 42, answer.GetProperty("value").GetDouble(), 1e-9);
        Assert.True(answer.GetProperty("isExact").GetBoolean());
    }

    [Theory]
    [InlineData("2e-1", 0)]
    [InlineData("1/5", 0)]
    [InlineData("1.5e-28", 2)]
    [InlineData("1e-40", 2)]
    [InlineData("0.12345678901234567890123456789", 2)]
    public void A_parameter_is_read_as_written_or_refused(string mu, int status) =>
        Assert.Equal(status, _cli.Run("worst-case", "gradient-descent", "--class", "smooth-strongly-convex", "--steps", "1", "--set", "mu=" + mu).Status);

    [Theory]
    [InlineData("halpern-fixed-point", "--steps", "3")]
    [InlineData("proximal-gradient", "--class", "smooth-convex", "--steps", "2")]
    [InlineData("frank-wolfe", "--class", "smooth-convex", "--steps", "2")]
    [InlineData("gradient-descent", "--class", "smooth", "--steps", "2", "--measure", "squared-gradient-norm", "--smallest", "--start", "value")]
    public void Models_and_methods_of_every_kind_have_a_worst_case(params string[] arguments)
    {
        Finished finished = _cli.Run(["worst-case", .. arguments]);
        Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
        Assert.Contains("converged", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R=1e4", 1e8 / 22)]
    [InlineData("R=1e6", 1e12 / 22)]
    [InlineData("L=1e6", 1e6 / 22)]
    [InlineData("R=1e-8", 1e-16 / 22)]
    public void The_units_of_a_statement_do_not_matter(string parameter, double value)
    {
        Finished finished = _cli.Run("worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "5", "--set", parameter, "--format", "json");
        Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
        JsonElement answer = JsonDocument.Parse(finished.Output).RootElement[0];

        // The solver is asked for a relative gap of 1e-9.
        Assert.Equal(1, answer.GetProperty("value").GetDouble() / value, 1e-9);
        Assert.Equal("converged", answer.GetProperty("status").GetString());
    }

    [Fact]
    public void A_worst_case_without_a_bound_is_no_success()
    {
        // f may have gradients of any length on the set.
        Finished finished = _cli.Run("worst-case", "frank-wolfe", "--class", "smooth-convex", "--steps", "2", "--measure", "squared-gradient-norm");
        Assert.Equal(3, finished.Status);
        Assert.Contains("No bound was found", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Constraints_are_printed_with_their_multipliers() =>
        Assert.Contains("f: interpolation (x*, x1)", _cli.Run("worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "1", "--constraints").Output, StringComparison.Ordinal);

    [Fact]
    public void A_certificate_is_written_verified_and_explained()
    {
        string file = _cli.At("gd-5.json");
        Finished certified = _cli.Run("certify", "gradient-descent", "--class", "smooth-convex", "--steps", "5", "--out", file);
        Assert.Equal(0, certified.Status);
        Assert.Contains("proved 1/22, the worst case itself", certified.Error, StringComparison.Ordinal);
        Finished verified = _cli.Run("verify", file);
        Assert.Equal((0, string.Empty), (verified.Status, verified.Error));
        Assert.Contains("proved   f(x5) - f(x*) <= 1/22", verified.Output, StringComparison.Ordinal);

        File.WriteAllText(file, File.ReadAllText(file).Replace("\"bound\": \"1/22\"", "\"bound\": \"1/23\"", StringComparison.Ordinal));
        Finished rejected = _cli.Run("verify", file);
        Assert.Equal(1, rejected.Status);
        Assert.Contains("rejected. The multipliers prove the bound 1/22", rejected.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_certificate_proves_is_printed_point_by_point()
    {
        string file = _cli.At("ppm.json");
        _cli.Run("certify", "halpern-fixed-point", "--steps", "1", "--out", file, "--quiet");
        string text = _cli.Run("verify", file).Output;
        Assert.Contains("assumed  A is any member of the class lipschitz-operator, L = 1, in any dimension", text, StringComparison.Ordinal);
        Assert.Contains("point    A: x1 at 1/2 x0 + 1/2 tA1, image tA2", text, StringComparison.Ordinal);
        Assert.Contains("point    points: p1 at 0\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("proved   |p0 - p1|^2 <= 1\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_runs_are_cut_unless_all_points_are_asked_for()
    {
        string file = _cli.At("gd-12.json");
        _cli.Run("certify", "gradient-descent", "--class", "smooth-convex", "--steps", "12", "--out", file, "--quiet");
        string text = _cli.Run("verify", file).Output, all = _cli.Run("verify", file, "--points").Output;
        Assert.Contains("point    and 2 more, which --points prints", text, StringComparison.Ordinal);
        Assert.Equal((13, 14), (text.Split("  point  ").Length - 1, all.Split("  point  ").Length - 1));
        Assert.Contains("f: x12 at x0 - gf1", all, StringComparison.Ordinal);
        Assert.DoesNotContain("point", _cli.Run("verify", file, "--quiet").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_equals_the_worst_case_in_doubles_is_not_above_it()
    {
        string error = _cli.Run("certify", "nesterov", "--class", "smooth-convex", "--steps", "3", "--out", _cli.At("nesterov.json")).Error;
        Assert.Contains("no larger than the worst case computed", error, StringComparison.Ordinal);
        Assert.DoesNotContain("above", error, StringComparison.Ordinal);
        Assert.Contains("~1.28175 gf2", _cli.Run("verify", _cli.At("nesterov.json")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smooth-convex", "f(x_0) - f* <= R", "initial value")]
    [InlineData("smooth", "f(x_0) - f(x_n) <= R", "decrease")]
    public void The_start_that_is_assumed_is_the_one_that_is_said(string name, string said, string constraint)
    {
        string[] arguments = ["worst-case", "gradient-descent", "--class", name, "--steps", "2", "--measure", "squared-gradient-norm", "--smallest", "--start", "value", "--constraints"];
        string output = _cli.Run(arguments).Output, help = _cli.Run("worst-case", "--help").Output;
        Assert.Contains($", {said}.", output, StringComparison.Ordinal);
        Assert.Contains($"  {constraint}", output, StringComparison.Ordinal);
        Assert.Contains(said.Replace(" <= R", string.Empty, StringComparison.Ordinal), string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_is_certified_by_its_id_and_the_file_names_it()
    {
        string file = _cli.At("claim.json");
        Assert.Equal(0, _cli.Run("certify", "nag-three-ten-steps", "--steps", "10", "--out", file, "--quiet").Status);
        Assert.Contains("\"claim\": \"nag-three-ten-steps\"", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("<= 1/78", _cli.Run("verify", file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("says nothing about a whole class", "certify", "fw-away-linear")]
    [InlineData("needs --class", "worst-case", "gradient-descent", "--steps", "3")]
    [InlineData("no class 'smoth-convex'", "worst-case", "gradient-descent", "--class", "smoth-convex")]
    [InlineData("looks at data", "worst-case", "conjugate-gradients", "--class", "smooth-convex")]
    [InlineData("needs the constant L, which --class convex does not declare; choose a class that does: polyak-lojasiewicz, quadratic-upper-bound", "worst-case", "gradient-descent", "--class", "convex")]
    [InlineData("choose a class that does: convex-lipschitz.", "worst-case", "subgradient-constant", "--class", "smooth-convex")]
    [InlineData("nor does any other class; choose another method", "worst-case", "strong-growth-moments", "--class", "smooth-convex")]
    [InlineData("leave --start away and set D", "worst-case", "frank-wolfe", "--class", "smooth-convex", "--start", "value")]
    [InlineData("mu must be at least 0 and below L", "worst-case", "gradient-descent", "--class", "smooth-strongly-convex", "--set", "mu=-1")]
    [InlineData("it must be at most L = 1", "worst-case", "gradient-descent", "--class", "polyak-lojasiewicz", "--set", "mu=2")]
    [InlineData("write --set R=1", "worst-case", "gradient-descent", "--class", "smooth-convex", "--set", "R=-3")]
    [InlineData("mu must be at least 0 and below L", "worst-case", "gradient-descent", "--class", "smooth-strongly-convex", "--set", "mu=2")]
    [InlineData("only gradients are bounded", "worst-case", "gradient-descent", "--class", "smooth")]
    [InlineData("has no parameter 'M'", "worst-case", "gradient-descent", "--class", "smooth-convex", "--set", "M=1")]
    [InlineData("not a number", "worst-case", "gradient-descent", "--class", "smooth-convex", "--set", "L=big")]
    [InlineData("--steps is 0", "worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "0")]
    [InlineData("leave --class away", "worst-case", "halpern-fixed-point", "--class", "convex")]
    [InlineData("no place in certificates", "certify", "gradient-descent", "--class", "polyak-lojasiewicz")]
    [InlineData("an integer from 1 to 400: write --steps 10", "worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "5000")]
    [InlineData("R is 0; it must be positive", "worst-case", "gradient-descent", "--class", "smooth-convex", "--set", "R=0")]
    [InlineData("say the same thing", "worst-case", "gradient-descent", "--class", "smooth-convex", "--steps", "3", "--set", "n=4")]
    [InlineData("gives L twice", "worst-case", "gradient-descent", "--class", "smooth-convex", "--set", "L=2", "--set", "L=3")]
    [InlineData("speaks of 5 steps only", "worst-case", "gd-convex-five-steps", "--steps", "3")]
    [InlineData("leave --class away", "certify", "gd-convex-five-steps", "--class", "convex")]
    [InlineData("one method at a time", "certify", "gradient-descent", "nesterov", "--class", "smooth-convex")]
    [InlineData("; check the name and the folder", "verify", "nowhere.json")]
    [InlineData("; name a file in a folder that exists", "certify", "gradient-descent", "--class", "smooth-convex", "--steps", "1", "--out", "nowhere/c.json")]
    public void Bad_input_is_one_sentence(string expected, params string[] arguments)
    {
        Finished finished = _cli.Run(arguments);
        Assert.Equal(2, finished.Status);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.Error.Trim().Split('\n'));
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_rejected_in_words()
    {
        string file = _cli.At("broken.json");
        File.WriteAllText(file, "{ \"schema\": 1 }");
        Finished finished = _cli.Run("verify", file);
        Assert.Equal(1, finished.Status);
        Assert.Contains("schema of the certificate is not a string", finished.Output, StringComparison.Ordinal);
    }
}
