using System.Text.RegularExpressions;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

/// <summary>What every method promises: nothing allocated per step, the initial point left alone, a name and a source.</summary>
public sealed class MethodContractTests
{
    private const int Dimension = 30;

    public static IEnumerable<TheoryDataRow<string, string>> Pairs() =>
        Catalogue.Pairs.Select(p => new TheoryDataRow<string, string>(p.Method.Name, p.Family.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Steps_allocate_nothing(string method, string family)
    {
        const int Warm = 100, Counted = 100;
        IIteration<HostVector<double>> iteration = Catalogue.Start(Catalogue.Method(method), Catalogue.Instance(family, Dimension).In<double>(), Warm + Counted)!;
        int k = 0;
        while (k < Warm)
        {
            iteration.Step(k++);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        while (k < Warm + Counted)
        {
            iteration.Step(k++);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_initial_point_is_copied(string method, string family)
    {
        HostProblem<double> problem = Catalogue.Instance(family, Dimension).In<double>();
        double[] x0 = problem.InitialPoint.Span.ToArray(), minimizer = Minimizer(problem);
        double[][] expected = Catalogue.Trajectory(Catalogue.Method(method), problem, 5);
        Assert.Equal(x0, expected[0]);
        Assert.Equal(x0, problem.InitialPoint.Span.ToArray());
        Assert.Equal(minimizer, Minimizer(problem));

        // What is written over x_0 once the method has started does not reach it.
        IIteration<HostVector<double>> iteration = Catalogue.Start(Catalogue.Method(method), problem, 5)!;
        problem.InitialPoint.Span.Fill(1e9);
        for (int k = 0; k < 5 && !iteration.IsFinished; k++)
        {
            iteration.Step(k);
        }

        Assert.Equal(expected[5], iteration.Iterate.Span.ToArray());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_runs_of_one_instance_do_not_meet(string method, string family)
    {
        IMethod m = Catalogue.Method(method);
        HostProblem<double> problem = Catalogue.Instance(family, Dimension).In<double>();
        double[][] alone = Catalogue.Trajectory(m, problem, 5);
        IIteration<HostVector<double>> first = Catalogue.Start(m, problem, 5)!, second = Catalogue.Start(m, problem, 5)!;
        for (int k = 0; k < 5 && !first.IsFinished; k++)
        {
            first.Step(k);
            second.Step(k);
            Assert.Equal(alone[k + 1], first.Iterate.Span.ToArray());
            Assert.Equal(alone[k + 1], second.Iterate.Span.ToArray());
        }
    }

    private static double[] Minimizer(HostProblem<double> problem) => problem.HasMinimizer ? problem.Minimizer.Span.ToArray() : [];

    [Fact]
    public void Methods_are_named_in_kebab_case_once_and_say_where_they_come_from()
    {
        Assert.True(Catalogue.Methods.Count >= 8);
        Assert.Equal(Catalogue.Methods.Count, Catalogue.Methods.Select(m => m.Name).Distinct().Count());
        Assert.All(Catalogue.Methods, m =>
        {
            Assert.Matches(new Regex("^[a-z]+(-[a-z0-9]+)*(\\(.+\\))?$"), m.Name);
            Assert.NotEmpty(m.Source);
            Assert.DoesNotContain('\n', m.UpdateRule);
            Assert.NotEmpty(m.UpdateRule);
        });
    }
}
