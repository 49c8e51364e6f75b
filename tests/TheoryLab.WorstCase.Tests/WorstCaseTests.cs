using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.WorstCase.Tests;

public sealed class WorstCaseTests
{
    // The solver is asked for a relative gap of 1e-9; ten times that is what all figures of a result agree to.
    private const double Accuracy = 1e-8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(60)]
    public void Gradient_descent_has_the_worst_case_of_Drori_and_Teboulle(int n) =>
        Near(1.0 / ((4 * n) + 2), Solve(Problems.Gap<double>(new GradientDescent(), n, 1, 0, 1)));

    // L R^2/2 mu/L/(mu/L - 1 + (1 - mu/L)^(-2N)) for steps 1/L.
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    public void Gradient_descent_has_the_worst_case_of_Taylor_Hendrickx_and_Glineur_on_strongly_convex_functions(int n) =>
        Near(0.05 / (0.1 - 1 + Math.Pow(0.9, -2 * n)), Solve(Problems.Gap<double>(new GradientDescent(), n, 1, 0.1, 1)));

    [Theory]
    [InlineData(1e-10)]
    [InlineData(1e-20)]
    public void A_parameter_near_zero_does_not_count(double mu) => Near(1.0 / 22, Solve(Problems.Gap<double>(new GradientDescent(), 5, 1, mu, 1)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_supremum_of_some_constraints_that_is_not_attained_does_not_spoil_that_of_all(double diameter)
    {
        // Solved with all constraints at once by the other statement of the same problem, a row of the table of references.
        MethodModel model = new(new FrankWolfe(), "smooth-convex", new PrimalGap());
        Near(0.1462124609 * diameter * diameter, Solve(model.Problem<double>(new Dictionary<string, string> { ["D"] = diameter.ToString(CultureInfo.InvariantCulture) })));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(40)]
    public void Momentum_k_over_k_plus_3_has_the_worst_case_of_Taylor_Hendrickx_and_Glineur(int n) =>
        Near(2.0 / ((n * n) + (5 * n) + 6), Solve(Problems.Gap<double>(new NesterovThree(), n, 1, 0, 1)));

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(30)]
    public void The_optimized_gradient_method_has_the_worst_case_of_Kim_and_Fessler(int n) =>
        Near(1 / (2 * Math.Pow(Momentum.FinalTheta<double>(n), 2)), Solve(Problems.Gap<double>(new OptimizedGradient(), n, 1, 0, 1)));

    [Fact]
    public void The_proximal_point_method_has_the_worst_case_of_Taylor_Hendrickx_and_Glineur() => Near(1.0 / 40, Solve(Problems.ProximalPoint<double>(10)));

    [Fact]
    public void The_smallest_of_several_measures_is_a_measure() => Near(4.0 / 15, Solve(Problems.Nonconvex<double>(5)));

    [Theory]
    [InlineData(4, 9)]
    [InlineData(0.01, 100)]
    public void The_value_scales_with_L_and_the_square_of_R(double L, double radius)
    {
        double one = Solve(Problems.Gap<double>(new GradientDescent(), 6, 1, 0.1, 1)).Value;
        Near(L * radius * radius * one, Solve(Problems.Gap<double>(new GradientDescent(), 6, L, 0.1 * L, radius)));
    }

    [Theory]
    [InlineData(ConstraintSelection.All)]
    [InlineData(ConstraintSelection.Generated)]
    public void Every_selection_of_constraints_gives_the_same_value(ConstraintSelection selection) =>
        Near(1 / (2 * Math.Pow(Momentum.FinalTheta<double>(8), 2)), Solve(Problems.Gap<double>(new OptimizedGradient(), 8, 1, 0, 1), new(Selection: selection)));

    [Fact]
    public void A_point_that_is_not_used_changes_nothing()
    {
        WorstCaseProblem<double> problem = Problems.Gap<double>(new GradientDescent(), 3, 1, 0, 1);
        SymbolicFunction<double> f = (SymbolicFunction<double>)problem.Interpolated[0];
        double before = Solve(problem).Value;
        f.Gradient(problem.Vector("elsewhere"), problem.Zero());
        Near(before, Solve(problem));
    }

    [Fact]
    public void An_assumption_added_after_a_solve_counts()
    {
        WorstCaseProblem<double> problem = Problems.Gap<double>(new GradientDescent(), 1, 1, 0, 1);
        const double Norm = 0.01;
        Near(1.0 / 6, Solve(problem));
        SymbolicFunction<double> f = (SymbolicFunction<double>)problem.Interpolated[0];
        problem.AtMost("small gradient", Form<double>.Squared(f.Points[1].G), Norm * Norm);

        // f(x_1) - f* <= f(x_0) - f* <= |g_0| |x_0 - x*|, far below 1/6.
        Assert.InRange(Solve(problem).Value, 0, Norm * (1 + Accuracy));
    }

    [Fact]
    public void Asking_twice_for_a_gradient_gives_one_gradient_of_a_smooth_function_and_two_of_another()
    {
        WorstCaseProblem<double> problem = new();
        SymbolicFunction<double> smooth = problem.Function("f", new SmoothStronglyConvex<double>(1, 0)), convex = problem.Function("h", new Convex<double>());
        SymbolicVector<double> x = problem.Vector("x"), first = problem.Zero(), second = problem.Zero();
        smooth.Gradient(x, first);
        smooth.Gradient(x, second);
        Assert.True(first.Coordinates.SequenceEqual(second.Coordinates));
        convex.Gradient(x, first);
        convex.Gradient(x, second);
        Assert.False(first.Coordinates.SequenceEqual(second.Coordinates));
    }

    [Fact]
    public void Without_a_start_condition_the_answer_is_no_number()
    {
        WorstCaseProblem<double> problem = new();
        SymbolicFunction<double> f = problem.Function("f", new SmoothStronglyConvex<double>(1, 0));
        f.AddMinimizer();
        problem.Maximize(f.Value(problem.Vector("x0")));
        Assert.NotEqual(SdpStatus.Converged, Solve(problem).Status);
    }

    [Fact]
    public void A_problem_lists_its_constraints_by_name()
    {
        string[] names = [.. Problems.Gap<double>(new GradientDescent(), 1, 1, 0, 1).Constraints.Select(c => c.Name)];
        Assert.Equal(7, names.Length);
        Assert.Equal("initial distance", names[0]);
        Assert.Contains("f: interpolation (x*, x1)", names);
    }

    [Fact]
    public void Wrong_parameters_are_refused_by_name()
    {
        Assert.Contains("mu", Assert.Throws<InputException>(() => new SmoothStronglyConvex<double>(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("M of the class convex-lipschitz", Assert.Throws<InputException>(() => new ConvexLipschitz<double>(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("beta of the operator class cocoercive", Assert.Throws<InputException>(() => new Cocoercive<double>(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_solved_in_parallel_give_what_they_give_alone()
    {
        double[] alone = [.. Enumerable.Range(1, 12).Select(n => Solve(Problems.Gap<double>(new NesterovThree(), n, 1, 0, 1)).Value)];
        double[] together = new double[12];
        Parallel.For(0, 12, i => together[i] = Solve(Problems.Gap<double>(new NesterovThree(), i + 1, 1, 0, 1)).Value);
        Assert.Equal(alone, together);
    }

    private static WorstCaseResult<double> Solve(WorstCaseProblem<double> problem, WorstCaseOptions? options = null) =>
        problem.Solve(options, TestContext.Current.CancellationToken);

    private static void Near(double expected, WorstCaseResult<double> result)
    {
        Assert.Equal(SdpStatus.Converged, result.Status);
        Near(expected, result.Value);
        Near(expected, result.Attained);
    }

    private static void Near(double expected, double value) => Assert.True(Math.Abs(value - expected) <= Accuracy * Math.Abs(expected), $"{value:G12} is not {expected:G12}");
}
