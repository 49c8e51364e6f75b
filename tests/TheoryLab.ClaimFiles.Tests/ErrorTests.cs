using System.Text;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class ErrorTests
{
    [Theory]
    // Keys.
    [InlineData("bound", "bouund: 1", "f.yaml:8:1: There is no key of a claim 'bouund'. Did you mean 'bound'?")]
    [InlineData("id", null, "f.yaml:1:1: a claim has no id; add id: ")]
    [InlineData("method", null, "f.yaml:1:1: a claim has no method; add method: ")]
    [InlineData("kind", null, "f.yaml:1:1: a claim has no kind; add kind: ")]
    [InlineData("problem", null, "f.yaml:1:1: the claim has no problem; add problem: ")]
    [InlineData("measure", null, "f.yaml:1:1: the claim has no measure; add measure: ")]
    [InlineData("bound", null, "f.yaml:1:1: the claim has neither bound nor order; add bound: ")]
    [InlineData("seed", "kind: upper", "f.yaml:11:1: the key 'kind' occurs a second time, after line 7; keep one of them.")]
    [InlineData("source", "source: { title: T, yeer: 2014 }", "f.yaml:3:21: There is no key of source 'yeer'. Did you mean 'year'?")]
    [InlineData("source", "source: { authors: A }", "f.yaml:3:9: source must say one of title.")]
    // Types and amounts.
    [InlineData("id", "id: My Claim", "f.yaml:1:5: id is 'My Claim'; it must be a name of small letters")]
    [InlineData("id", "id: ../x", "f.yaml:1:5: id is '../x'; it must be a name")]
    [InlineData("id", "id: [a]", "f.yaml:1:5: id must be a name of small letters, digits, '.', '_' and '-', at most 100, not a list.")]
    [InlineData("iterations", "iterations: many", "f.yaml:9:13: iterations is 'many'; it must be an integer from 1 to 100000000.")]
    [InlineData("iterations", "iterations: 1e3", "f.yaml:9:13: iterations is '1e3'; it must be an integer")]
    [InlineData("iterations", "iterations: 0", "f.yaml:9:13: iterations is '0'; it must be an integer from 1")]
    [InlineData("iterations", "iterations: \"20\"", "f.yaml:9:13: iterations is '20'; it must be an integer")]
    [InlineData("iterations", "iterations: 99999999999999999999999", "f.yaml:9:13: iterations is '99999999999999999999999'; it must be an integer")]
    [InlineData("iterations", "iterations:", "f.yaml:9:12: iterations has no value; it must be an integer")]
    [InlineData("iterations", "iterations: { a: 1 }", "f.yaml:9:13: iterations must be an integer from 1 to 100000000, not a mapping.")]
    [InlineData("instances", "instances: -1", "f.yaml:10:12: instances is '-1'; it must be an integer from 1 to 1000000.")]
    [InlineData("seed", "seed: 1.5", "f.yaml:11:7: seed is '1.5'; it must be an integer")]
    [InlineData("iterations", "horizons: []", "f.yaml:9:11: horizons is an empty list;")]
    [InlineData("iterations", "horizons: [5, 5]", "f.yaml:9:15: the horizon 5 follows 5; horizons must increase.")]
    [InlineData("iterations", "horizons: [5, x]", "f.yaml:9:15: a horizon is 'x'; it must be an integer")]
    [InlineData("instances", "horizons: [5, 6]", "f.yaml:9:13: the claim has horizons and iterations;")]
    [InlineData("seed", "from: 21", "f.yaml:11:7: the claim begins at iteration 21, after the last one, 20;")]
    // Names.
    [InlineData("kind", "kind: uper", "f.yaml:7:7: There is no kind 'uper'. Did you mean 'upper'?")]
    [InlineData("measure", "measure: primal-gab", "f.yaml:6:10: There is no measure 'primal-gab'. Did you mean 'primal-gap'?")]
    [InlineData("method", "method: gradient-decent", "f.yaml:4:9: There is no method 'gradient-decent'. Did you mean 'gradient-descent'?")]
    [InlineData("method", "method: { name: gradient-decent }", "f.yaml:4:17: There is no method 'gradient-decent'. Did you mean")]
    [InlineData("method", "method: { name: gradient-descent, offset: 3 }", "f.yaml:4:35: gradient-descent has no parameters; remove 'offset'")]
    [InlineData("method", "method: { name: frank-wolfe, ofset: 3 }", "f.yaml:4:30: There is no parameter of frank-wolfe 'ofset'. Did you mean 'offset'?")]
    [InlineData("method", "method: { name: frank-wolfe, offset: x }", "f.yaml:4:38: offset of frank-wolfe must be an integer of at least 1.")]
    [InlineData("method", "method: { name: frank-wolfe, step: short-stop }", "f.yaml:4:36: There is no step rule of frank-wolfe 'short-stop'. Did you mean 'short-step'?")]
    [InlineData("method", "method: { name: nesterov, step: 3 }", "f.yaml:4:33: There is no step rule of nesterov '3'. ")]
    [InlineData("method", "method: { nam: gradient-descent }", "f.yaml:4:9: method must say one of name, trace, command. Did you mean 'name'?")]
    [InlineData("method", "method: [gradient-descent]", "f.yaml:4:9: method must be a mapping with name, trace, command.")]
    [InlineData("problem", "problem: { family: quadratc }", "f.yaml:5:20: There is no problem family 'quadratc'. Did you mean 'quadratic'?")]
    [InlineData("problem", "problem: { family: quadratic, dimensoin: 3 }", "f.yaml:5:31: There is no parameter of quadratic 'dimensoin'. Did you mean 'dimension'?")]
    [InlineData("problem", "problem: quadratic", "f.yaml:5:10: problem must be a mapping with matrix, family, command.")]
    // Parameters.
    [InlineData("problem", "problem: { family: quadratic, dimension: 9..2 }", "f.yaml:5:42: the range '9..2' of dimension is turned around; write 2..9.")]
    [InlineData("problem", "problem: { family: quadratic, dimension: 2..x }", "f.yaml:5:42: the range '2..x' of dimension must be two numbers low..high, such as 1..100.")]
    [InlineData("problem", "problem: { family: quadratic, dimension: 0..3 }", "f.yaml:5:42: dimension of quadratic is 0; it must be an integer from 1 to 1000000.")]
    [InlineData("problem", "problem: { family: quadratic, condition: 0.5 }", "f.yaml:5:42: condition of quadratic is 0.5; it must be a number from 1 to 1000000000000.")]
    [InlineData("problem", "problem: { family: quadratic, condition: 2*k }", "f.yaml:5:42: condition is '2*k', which uses k; a parameter is a number, a range low..high, or a formula in the horizon N.")]
    [InlineData("problem", "problem: { family: quadratic, condition: 2+ }", "f.yaml:5:44: the formula ends where a number, a name or '(' is expected; correct the formula '2+'.")]
    [InlineData("problem", "problem: { family: quadratic, basis: reflectd }", "f.yaml:5:38: There is no basis of quadratic 'reflectd'. Did you mean 'reflected'?")]
    [InlineData("problem", "problem: { family: lasso, data: missing.csv }", "f.yaml:5:33: there is no file 'missing.csv'; correct the path, which is relative to the claim file.")]
    [InlineData("problem", "problem: { family: lasso, data: diabetis }", "f.yaml:5:33: There is no data set or file 'diabetis'. Did you mean 'diabetes'?")]
    [InlineData("problem", "problem: { family: huber, matrix: A.csv }", "f.yaml:5:20: There is no family with a matrix 'huber'. Known: quadratic.")]
    [InlineData("problem", "problem: { family: quadratic, matrix: A.csv, dimension: 3 }", "f.yaml:5:46: There is no key of problem 'dimension'.")]
    [InlineData("problem", "problem: { family: quadratic, matrix: missing.csv }", "f.yaml:5:39: there is no file 'missing.csv';")]
    // Formulas.
    [InlineData("bound", "bound: L*R^^2", "f.yaml:8:12: unexpected '^' where a number, a name or '(' is expected; correct the formula 'L*R^^2'.")]
    [InlineData("bound", "bound: \"L*R^^2\"", "f.yaml:8:13: unexpected '^' where")]
    [InlineData("bound", "bound: L*D^2/k", "f.yaml:8:10: There is no constant of quadratic 'D'. Known: k, N, n, R, h0, L, mu, kappa.")]
    [InlineData("bound", "bound: 2*l*R", "f.yaml:8:10: There is no constant of quadratic 'l'. Did you mean 'L'?")]
    [InlineData("bound", "bound: squrt(k)", "f.yaml:8:8: There is no function 'squrt'. Did you mean 'sqrt'?")]
    [InlineData("bound", "bound: [1]", "f.yaml:8:8: bound must be a formula or a number, not a list.")]
    [InlineData("bound", "order: k^-x", "f.yaml:8:11: There is no constant of quadratic 'x'.")]
    [InlineData("bound", "order: log(k)/k", "f.yaml:8:8: The rate 'log(k)/k' has a logarithm, which a fit does not judge; state the power alone, such as 1/k.")]
    [InlineData("bound", "order: 1/(k+L)", "f.yaml:8:8: '1/(k+L)' is no power rho^k of a factor;")]
    [InlineData("bound", "order: quadratick", "f.yaml:8:8: There is no rate 'quadratick'; write k^-p")]
    [InlineData("seed", "order: 1/k", "f.yaml:11:8: the claim has a bound and an order; keep one of them.")]
    [InlineData("kind", "kind: order", "f.yaml:7:7: a claim of kind order needs order: k^-1, say.")]
    [InlineData("seed", "scale: k", "f.yaml:11:8: scale belongs to a claim of kind limit;")]
    [InlineData("seed", "quantity: h-prev(zz)", "f.yaml:11:18: There is no constant of quadratic 'zz'.")]
    [InlineData("seed", "quantity: h-prev(lamda)", "f.yaml:11:18: There is no constant of quadratic 'lamda'. Did you mean 'lambda'?")]
    [InlineData("seed", "constants: { L: 1 }", "f.yaml:11:12: constants belong to a recorded run;")]
    // Twins.
    [InlineData("twins", "twins: [ { bound: L, factor: 2 } ]", "f.yaml:12:22: a twin changes one datum; give one of bound, order, factor, method, problem.")]
    [InlineData("twins", "twins: [ { name: x } ]", "f.yaml:12:10: a twin changes one datum;")]
    [InlineData("twins", "twins: { bound: L }", "f.yaml:12:8: twins must be a list, such as [ ... ].")]
    [InlineData("twins", "twins: [ { bond: L } ]", "f.yaml:12:12: There is no key of a twin 'bond'. Did you mean 'bound'?")]
    [InlineData("twins", "twins: [ { bound: L*R^2/(4*k+2) } ]", "f.yaml:12:19: the twin has the claim's own bound; change it, so that it is false.")]
    [InlineData("twins", "twins: [ { order: 1/k } ]", "f.yaml:12:12: the claim has a bound and no order;")]
    [InlineData("twins", "twins: [ { problem: { conditoin: 3 } } ]", "f.yaml:12:23: There is no parameter of the problem 'conditoin'. Did you mean 'condition'?")]
    [InlineData("twins", "twins: [ { problem: { condition: 3, dimension: 2 } } ]", "f.yaml:12:21: a twin changes one datum; give one parameter")]
    [InlineData("twins", "twins: [ { method: gradient-descent } ]", "f.yaml:12:20: the twin has the claim's own method;")]
    // Commands.
    [InlineData("method", "method: { command: [python3, solver.py] }", "f.yaml:4:20: the claim asks to run 'python3 solver.py'; add --allow-exec if you trust it.")]
    [InlineData("problem", "problem: { command: [python3, oracle.py], dimension: 3 }", "f.yaml:5:21: the claim asks to run 'python3 oracle.py'; add --allow-exec if you trust it.")]
    // YAML.
    [InlineData("seed", "seed: &a 7", "f.yaml:11:7: the anchor '&a' is not used in claim files; remove it.")]
    [InlineData("seed", "seed: *a", "f.yaml:11:7: '*a' repeats an anchored value; write the value out.")]
    [InlineData("seed", "seed: !!int 7", "f.yaml:11:7: the tag")]
    [InlineData("seed", "<<: { seed: 7 }", "f.yaml:11:1: There is no key of a claim '<<'.")]
    [InlineData("seed", "? [a]\n: b", "f.yaml:11:3: a key must be a word.")]
    [InlineData("seed", "seed: 7\n---\nid: b", "f.yaml:12:1: a second document begins")]
    [InlineData("twins", "twins:\n\t- { factor: 2 }", "f.yaml:13:1: a tab in the indentation; YAML indents with spaces only.")]
    [InlineData("bound", "bound: \"L*R", "f.yaml:8:8: ")]
    [InlineData("bound", "bound: [1, 2", "f.yaml:9:1: ")]
    [InlineData("statement", "statement: a: b", "f.yaml:2:13: ")]
    public void Says_where_and_what(string key, string? line, string message)
    {
        string error = Files.Error(Files.With(Files.Valid, key, line));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void A_second_document_is_refused() =>
        Assert.Equal("f.yaml:13:1: a second document begins; a file holds one claim, so put the other one into a file of its own.", Files.Error(Files.Valid + "\n---\nid: b\n"));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void An_empty_file_is_refused(string text) => Assert.Equal("f.yaml:1:1: the file is empty; 'theorylab new claim' writes one to start from.", Files.Error(text));

    [Theory]
    [InlineData("just words", "f.yaml:1:1: a claim must be a mapping of keys such as id: ..., not a single value.")]
    [InlineData("- a\n- b", "f.yaml:1:1: a claim must be a mapping of keys such as id: ..., not a list.")]
    public void Another_kind_of_document_is_refused(string text, string message) => Assert.Equal(message, Files.Error(text));

    [Fact]
    public void A_byte_that_is_no_text_is_refused_where_it_stands()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("id: a\nkind: "), 0xFF, .. "x\n"u8];
        Assert.Equal("f.yaml:2:7: a byte that is not UTF-8; save the file as UTF-8.", Assert.Throws<InputException>(() => ClaimFile.Parse(bytes, "f.yaml")).Message);
    }

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_change_nothing()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Files.Valid.ReplaceLineEndings("\r\n"))];
        Assert.Equal("valid", ClaimFile.Parse(bytes, "f.yaml").Claim.Id);
        Assert.StartsWith("f.yaml:7:7: ", Files.Error(Files.With(Files.Valid, "kind", "kind: uper").ReplaceLineEndings("\r\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_long_formulas_are_refused()
    {
        Assert.StartsWith("f.yaml:1:", Files.Error("id: " + new string('[', 100_000)), StringComparison.Ordinal);
        Assert.StartsWith("f.yaml:8:8: bound has 2001 characters;", Files.Error(Files.With(Files.Valid, "bound", "bound: L" + string.Concat(Enumerable.Repeat("+1", 1000)))), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Files.Error(Files.With(Files.Valid, "bound", "bound: " + new string('(', 400) + "1" + new string(')', 400))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_large_file_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory("claim-files-").FullName;
        try
        {
            string missing = Path.Combine(folder, "none.yaml"), large = Path.Combine(folder, "large.yaml");
            Assert.StartsWith($"There is no claim file '{missing}'", Assert.Throws<InputException>(() => ClaimFile.Read(missing)).Message, StringComparison.Ordinal);
            File.WriteAllText(large, "# " + new string('x', 2 << 20));
            Assert.StartsWith($"{large}:1:1: the file is larger than 1 MiB", Assert.Throws<InputException>(() => ClaimFile.Read(large)).Message, StringComparison.Ordinal);
            File.Delete(large);
            Assert.Contains("holds no claim file", Assert.Throws<InputException>(() => ClaimFile.Find(folder)).Message, StringComparison.Ordinal);
            foreach (string name in (string[])["b.yml", "a/z.yaml", "B.yaml", "a.yaml", "other.txt", ".hidden.yaml"])
            {
                Directory.CreateDirectory(Path.Combine(folder, "a"));
                File.WriteAllText(Path.Combine(folder, name), string.Empty);
            }

            Assert.Equal(["B.yaml", "a.yaml", "a/z.yaml", "b.yml"], ClaimFile.Find(folder).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
