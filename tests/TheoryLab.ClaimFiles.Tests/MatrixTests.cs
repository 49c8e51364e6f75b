using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Tests;

namespace TheoryLab.ClaimFiles.Tests;

public sealed class MatrixTests : IDisposable
{
    private const string Text = "id: m\nmethod: nesterov\nproblem: { family: quadratic, matrix: A.csv, vector: b.csv }\nmeasure: primal-gap\nkind: upper\nbound: 2*L*R^2/(k+1)^2\niterations: 50\ntwins: [ { problem: { x: 1 } } ]";

    private readonly string _folder = Directory.CreateTempSubdirectory("claim-matrices-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Constants_are_proved_bounds_on_known_eigenvalues()
    {
        // Eigenvalues 1 and 3, x* = (1, 1), f* = -3.
        Write("A.csv", "2,1\n1,2\n");
        Write("b.csv", "3,3\n");
        HostProblem<Tracked<DoubleDouble>> problem = Family().Create(1).In<Tracked<DoubleDouble>>();
        Assert.InRange(problem.Constant("L")!.Value.Value.High, 3, 3 + 1e-14);
        Assert.InRange(problem.Constant("mu")!.Value.Value.High, 1 - 1e-14, 1);
        Tracked<DoubleDouble> value = problem.Constant("fstar")!.Value;
        Assert.InRange(Math.Abs((value.Value - (DoubleDouble)(-3.0)).High), 0, value.Error + 1e-30);
        Assert.InRange(problem.Minimizer[0].Value.High, 1 - 1e-15, 1 + 1e-15);
        Assert.InRange(problem.PrimalGap(problem.InitialPoint).Value.High, 3 - 1e-14, 3 + 1e-14);
    }

    [Fact]
    public void A_true_bound_is_consistent_and_a_false_one_refuted()
    {
        Second(20);
        string text = Files.With(Files.With(Text, "method", "method: gradient-descent"), "twins", "twins: [ { factor: 1/4 } ]");
        Assert.Equal(Verdict.Consistent, Files.Check(Files.With(text, "bound", "bound: L*R^2/(4*k+2)\n"), At("f.yaml")).Verdict);
        Assert.Equal(Verdict.Refuted, Files.Check(Files.With(text, "bound", "bound: L*R^2/(4*k+2)/20"), At("f.yaml")).Verdict);
        Assert.Equal(Verdict.Consistent, Files.Check(Files.With(Files.With(Files.With(text, "method", "method: newton"), "bound", "bound: 1e-25+0*h0"), "twins", "twins: [ { method: gradient-descent } ]"), At("f.yaml")).Verdict);
    }

    [Fact]
    public void The_start_may_be_given()
    {
        Second(5);
        Write("x.csv", "1\n2\n3\n4\n5\n");
        MatrixQuadratic family = new(At("A.csv"), null, At("x.csv"));
        Assert.Equal(Math.Sqrt(55), family.Create(1).In<double>().Constant("R")!.Value, 1e-14);
    }

    [Theory]
    [InlineData("# comment\n\n2,1\n1.5,2\n", "line 4: column 1 is 1.5, but column 2 of row 1 is 1; the matrix must be symmetric.")]
    [InlineData("2,1\n1\n", "line 2: 1 value where the lines before have 2; complete or remove the line.")]
    [InlineData("2,1\n1,2,3\n", "line 2: 3 values where the lines before have 2; shorten or remove the line.")]
    [InlineData("2,1\n", "line 1: the matrix ends after 1 rows of 2 values; it must be square.")]
    [InlineData("2,x\nx,2\n", "line 1: 'x' in column 2 is not a number;")]
    [InlineData("2,nan\nnan,2\n", "line 1: 'nan' in column 2 is not a finite number;")]
    [InlineData("2,\n1,2\n", "line 1: no value in column 2;")]
    [InlineData("1,2\n2,1\n", "line 2: the first 2 rows and columns are not positive definite (pivot -3, error")]
    [InlineData("1,1\n1,1\n", "line 2: the first 2 rows and columns are not positive definite (pivot 0, error")]
    [InlineData("1e200,0\n0,1e200\n", "are too large to be squared")]
    [InlineData("# nothing\n", "has no rows;")]
    public void Matrices_that_are_none_are_refused_by_file_and_line(string matrix, string message)
    {
        Write("A.csv", matrix);
        Write("b.csv", "1,1\n");
        string error = Files.Error(Text, At("f.yaml"));
        Assert.StartsWith($"{At("f.yaml")}:3:39: ", error, StringComparison.Ordinal);
        Assert.Contains(At("A.csv"), error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2,3\n", "b.csv, line 1: the vector ends after 3 values where the matrix has 2 columns;")]
    [InlineData("1,2\n3,4\n", "b.csv, line 1: 2 values where a vector has one;")]
    public void Vectors_of_another_size_are_refused(string vector, string message)
    {
        Write("A.csv", "2,1\n1,2\n");
        Write("b.csv", vector);
        Assert.Contains(message, Files.Error(Text, At("f.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_has_no_parameters()
    {
        Write("A.csv", "2,1\n1,2\n");
        Write("b.csv", "1\n2\n");
        Assert.StartsWith($"{At("f.yaml")}:8:23: There is no parameter of the problem 'x'.", Files.Error(Text, At("f.yaml")), StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private MatrixQuadratic Family() => new(At("A.csv"), At("b.csv"), null);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    private void Second(int n)
    {
        Write("A.csv", string.Concat(Enumerable.Range(0, n).Select(i => string.Join(',', Enumerable.Range(0, n).Select(j => i == j ? "2" : Math.Abs(i - j) == 1 ? "-1" : "0")) + "\n")));
        Write("b.csv", string.Concat(Enumerable.Range(0, n).Select(i => i == 0 ? "1\n" : "0\n")));
    }
}
