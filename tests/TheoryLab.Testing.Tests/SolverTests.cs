using System.Globalization;
using System.Text.RegularExpressions;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Testing.Tests;

/// <summary>Assertions on solvers: foreign code in arrays, run on instances of families.</summary>
public sealed partial class SolverTests
{
    private static readonly (string, string)[] Quadratics = [("dimension", "2..20"), ("condition", "1..1e4")];
    private static readonly (string, string)[] Hubers = [("tau", "1e-3..1"), ("L", "0.1..10")];
    private static readonly SolverCheck Few = new() { Iterations = 30, Instances = 5 };

    [Fact]
    public void Gradient_descent_keeps_the_bound_of_Drori_and_Teboulle_and_half_of_it_is_refuted()
    {
        RateAssert.Upper("huber", Hubers, "L*R^2/(4*k+2)", Solvers.GradientDescent, Few);
        RateException e = Assert.Throws<RateException>(() => RateAssert.Upper("huber", Hubers, "L*R^2/(8*k+4)", Solvers.GradientDescent, Few));
        Assert.Equal(Verdict.Refuted, e.Verdict);
        Assert.Contains("GradientDescent on huber (tau=1e-3..1, L=0.1..10) has primal-gap", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solver_with_a_defect_is_refuted_with_a_small_instance_that_can_be_made_again()
    {
        RateException e = Assert.Throws<RateException>(() => RateAssert.Upper("quadratic", Quadratics, "L*R^2/(4*k+2)", Solvers.TooLongSteps, Few));
        Assert.Equal(Verdict.Refuted, e.Verdict);
        Assert.Contains("smallest instance found: dimension=2,", e.Message, StringComparison.Ordinal);

        Match replay = Replay().Match(e.Message);
        (string, string)[] parameters = [.. Pair().Matches(replay.Groups["parameters"].Value).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];
        TestProblem problem = TestProblem.Create(replay.Groups["family"].Value, Integer(replay, "seed"), Integer(replay, "iterations"), parameters);
        int k = Integer(replay, "k");
        double gap = problem.Gap(Solvers.TooLongSteps(problem).ElementAt(k));
        Assert.True(gap > problem.L * problem.R * problem.R / ((4 * k) + 2));
        Assert.Equal(replay.Groups["measured"].Value, gap.ToString("G6", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_solver_in_arrays_makes_the_same_run_as_the_method_of_the_library()
    {
        ProblemInstance instance = new InstanceSpec("quadratic", ("dimension", "7"), ("condition", "50")).Create(30, 5);
        MeasuredRun expected = MeasuredRun.Make(new GradientDescent(), instance, 30, TestContext.Current.CancellationToken);
        TestProblem problem = TestProblem.Create("quadratic", 5, 30, ("dimension", "7"), ("condition", "50"));
        Dictionary<int, double> gaps = [];
        foreach ((int k, double[] x) in Solvers.GradientDescent(problem).Take(31).Index())
        {
            gaps[k] = problem.Gap(x);
        }

        Assert.All(expected.Rows, row => Assert.Equal(row[1], gaps[(int)row[0]]));
    }

    [Fact]
    public void Frank_Wolfe_runs_on_a_compact_set_and_a_loose_bound_has_no_power_until_that_is_said()
    {
        (string, string)[] simplices = [("dimension", "5..20")];
        RateException e = Assert.Throws<RateException>(() => RateAssert.Upper("quadratic-on-simplex", simplices, "1e6*L*D^2/(k+2)", Solvers.FrankWolfe, Few));
        Assert.Equal(Verdict.Inconclusive, e.Verdict);
        Assert.Contains("no power", e.Message, StringComparison.Ordinal);
        RateAssert.Upper("quadratic-on-simplex", simplices, "2*L*D^2/(k+2)", Solvers.FrankWolfe, Few with { Twins = [] });
    }

    [Fact]
    public void Gradient_descent_descends_and_Nesterov_does_not()
    {
        RateAssert.Monotone("quadratic", Quadratics, Solvers.GradientDescent, Few);
        RateException e = Assert.Throws<RateException>(() => RateAssert.Monotone("quadratic", Quadratics, Solvers.Nesterov, Few));
        Assert.Equal(Verdict.Refuted, e.Verdict);
    }

    [Fact]
    public void A_lower_bound_looks_at_the_other_side()
    {
        RateAssert.Lower("huber", [("tau", "1e-3")], "L*R^2/2000", Solvers.GradientDescent, Few with { Iterations = 10 });
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Lower("huber", [("tau", "1e-3")], "L*R^2/2", Solvers.GradientDescent, Few)).Verdict);
    }

    [Fact]
    public void The_first_iterate_must_be_the_initial_point()
    {
        InputException e = Assert.Throws<InputException>(() => RateAssert.Upper("quadratic", Quadratics, "L*R^2", p => Solvers.GradientDescent(p).Skip(1), Few));
        Assert.Contains("InitialPoint first", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_solver_throws_reaches_the_test()
    {
        static IEnumerable<double[]> Broken(TestProblem problem)
        {
            yield return problem.InitialPoint;
            throw new DivideByZeroException("in the solver");
        }

        Assert.Equal("in the solver", Assert.Throws<DivideByZeroException>(() => RateAssert.Upper("quadratic", Quadratics, "L*R^2", Broken, Few)).Message);
    }

    [Fact]
    public void A_solver_that_ends_early_keeps_its_last_iterate()
    {
        RateAssert.Upper("huber", Hubers, "L*R^2/2", p => Solvers.GradientDescent(p).Take(3), Few with { Twins = [] });
        Assert.Throws<RateException>(() => RateAssert.Upper("huber", [("tau", "0.01")], "L*R^2/(4*k+2)", p => Solvers.GradientDescent(p).Take(3), Few));
    }

    [Fact]
    public void Oracles_that_a_family_lacks_and_points_of_another_dimension_are_named()
    {
        TestProblem problem = TestProblem.Create("quadratic", 1, 10, ("dimension", "3"));
        double[] three = new double[3];
        Assert.Contains("compact", Assert.Throws<InputException>(() => problem.MinimizeLinear(three, three)).Message, StringComparison.Ordinal);
        Assert.Contains("nonsmooth", Assert.Throws<InputException>(() => problem.Proximal(three, 1, three)).Message, StringComparison.Ordinal);
        Assert.Contains("has 2 numbers where the problem has 3", Assert.Throws<InputException>(() => problem.Value([1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("no constant D", Assert.Throws<InputException>(() => problem.Constant("D")).Message, StringComparison.Ordinal);
    }

    private static int Integer(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<measured>\S+) against \S+ at k = (?<k>\d+);.*\s+its problem: TestProblem\.Create\("(?<family>[^"]+)", (?<seed>-?\d+), (?<iterations>\d+), (?<parameters>.*)\)""")]
    private static partial Regex Replay();

    [GeneratedRegex("""\("([^"]+)", "([^"]+)"\)""")]
    private static partial Regex Pair();
}
