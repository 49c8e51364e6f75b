using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Measures;

/// <summary>Every measure against the definition written out by hand, on problems whose data the test knows.</summary>
public sealed class MeasureTests
{
    // f(x) = sum a_i x_i^2/2 on R^3 for the quadratic in the coordinate basis; |x|^2 on the simplex.
    private static readonly double[] X = [0.5, 0.25, 0.125];

    [Fact]
    public void Symbols_and_names_are_unique()
    {
        Assert.Equal(Registry.Measures.Count, Registry.Measures.Select(m => m.Symbol).Distinct().Count());
        Assert.Equal(Registry.Measures.Count, Registry.Measures.Select(m => m.Name).Distinct().Count());
        Assert.All(Registry.Measures, m => Assert.Same(m, Registry.MeasureOfSymbol(m.Symbol)));
        Assert.Null(Registry.MeasureOfSymbol("k"));
    }

    [Fact]
    public void On_a_quadratic_in_coordinates()
    {
        // Eigenvalues 4, 1 and one in between that the seed draws: read off the gradient.
        HostProblem<double> problem = Create("quadratic", ("dimension", 3), ("L", 4), ("condition", 4), ("basis", "coordinates"));
        HostVector<double> unit = new([0, 0, 1]), gradient = unit.NewLike();
        problem.Gradient(unit, gradient);
        double[] a = [4, 1, gradient[2]];
        Assert.InRange(a[2], 1, 4);
        double value = X.Zip(a, (x, c) => c * x * x / 2).Sum();
        Assert.Equal(value, Measure(new PrimalGap(), problem), 1e-15);
        Assert.Equal(value, Measure(new ObjectiveValue(), problem), 1e-15);
        Assert.Equal(Math.Sqrt(X.Sum(x => x * x)), Measure(new Distance(), problem), 1e-15);
        Assert.Equal(X.Sum(x => x * x), Measure(new SquaredDistance(), problem), 1e-15);
        Assert.Equal(Math.Sqrt(X.Zip(a, (x, c) => c * c * x * x).Sum()), Measure(new GradientNorm(), problem), 1e-15);
    }

    [Fact]
    public void On_a_quadratic_turned_by_a_reflection()
    {
        HostProblem<double> problem = Create("quadratic", ("dimension", 3), ("L", 4), ("condition", 4));
        double[] d = [.. X.Select((x, i) => x - problem.Minimizer[i])];

        // The Hessian column by column from gradient differences, exact up to round-off for a quadratic.
        double[][] columns = [.. Enumerable.Range(0, 3).Select(j => Gradient(problem, [.. Enumerable.Range(0, 3).Select(i => problem.Minimizer[i] + (i == j ? 1 : 0))]))];
        double[] g = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => columns[j][i] * d[j]))];
        double value = g.Zip(d, (u, v) => u * v / 2).Sum();
        Assert.Equal(value, Measure(new PrimalGap(), problem), 1e-13);
        Assert.Equal(Math.Sqrt(d.Sum(v => v * v)), Measure(new Distance(), problem), 1e-13);
        Assert.Equal(d.Sum(v => v * v), Measure(new SquaredDistance(), problem), 1e-13);
        Assert.Equal(Math.Sqrt(g.Sum(v => v * v)), Measure(new GradientNorm(), problem), 1e-13);
    }

    [Fact]
    public void On_the_simplex()
    {
        // f = |x|^2, gradient 2x; X is not on the simplex, which no formula here assumes but the primal gap.
        HostProblem<double> problem = Create("simplex-norm", ("dimension", 3));
        double[] x = [0.5, 0.375, 0.125];
        double gap = Enumerable.Range(0, 3).Max(s => x.Select((v, i) => 2 * v * (v - (i == s ? 1 : 0))).Sum());
        Assert.Equal(x.Sum(v => v * v), Measure(new ObjectiveValue(), problem, x), 1e-15);
        Assert.Equal(x.Sum(v => v * v) - (1.0 / 3), Measure(new PrimalGap(), problem, x), 1e-15);
        Assert.Equal(gap, Measure(new FrankWolfeGap(), problem, x), 1e-15);

        // The smallest gradient entry is the third: the vertex is e_3.
        Assert.Equal(x.Select((v, i) => Math.Pow(v - (i == 2 ? 1 : 0), 2)).Sum(), Measure(new SquaredVertexDistance(), problem, x), 1e-15);
    }

    // f = x^2/2 + |x|^3/6: f'(x) = x + x|x|/2, f''(x) = 1 + |x|. From 2 to 1/2.
    [Theory]
    [InlineData("newton-decrement", 0.625 / 1.2247448713915890)]
    [InlineData("local-distance", 0.5 * 1.2247448713915890)]
    [InlineData("carried-gradient-norm", 0.625 / 1.7320508075688773)]
    [InlineData("step-product", 0.625 * 1.5)]
    [InlineData("step-length", 1.5)]
    [InlineData("local-squared-step", 1.5 * 1.5 * 3)]
    [InlineData("turn", 1.0)]
    public void Of_second_order_on_a_cubed_model(string name, double expected)
    {
        HostProblem<double> problem = Create("cubed-model");
        HostVector<double> x = new([0.5]), previous = new([2.0]);
        double measured = Registry.Measure(name) is ICompanionMeasure both
            ? both.EvaluateBoth<HostVector<double>, double, double, HostProblem<double>>(problem, x, previous, x.NewLike(), x.NewLike())
            : Evaluate(Registry.Measure(name), problem, x);
        Assert.Equal(expected, measured, 1e-14);
    }

    [Theory]
    [InlineData("newton-decrement")]
    [InlineData("local-distance")]
    public void A_measure_in_local_norms_needs_a_hessian(string name) =>
        Assert.Contains("Hessian", Assert.Throws<InputException>(() => Measure(Registry.Measure(name), Create("huber"), [0.5])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_frank_wolfe_gap_bounds_the_primal_gap()
    {
        HostProblem<double> problem = Create("quadratic-on-simplex", ("dimension", 6));
        Random random = Seeds.Generator(1);
        for (int i = 0; i < 100; i++)
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(_ => -Math.Log(random.NextDouble()))];
            double[] point = [.. x.Select(v => v / x.Sum())];
            Assert.True(Measure(new FrankWolfeGap(), problem, point) >= Measure(new PrimalGap(), problem, point) - 1e-15);
        }
    }

    // L = 1, u = 1/2 within the threshold 1, w = (3, 0) beyond e_1, p = 1: the nearest point of the Pareto set is e_1, at distance 2.
    [Theory]
    [InlineData("pareto-gap", 2.0615528128088303)]
    [InlineData("pareto-merit", 0.125 + 2)]
    public void Of_two_objectives(string name, double expected) =>
        Assert.Equal(expected, Measure(Registry.Measure(name), Create("lifted-huber", ("tau", 1)), [0.5, 3, 0]), 1e-15 * expected);

    [Theory]
    [InlineData("pareto-gap")]
    [InlineData("pareto-merit")]
    public void A_measure_of_several_objectives_needs_them(string name) =>
        Assert.Contains("several objectives", Assert.Throws<InputException>(() => Measure(Registry.Measure(name), Create("huber"), [0.5])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("frank-wolfe-gap")]
    [InlineData("squared-vertex-distance")]
    public void A_measure_over_vertices_needs_a_set(string name)
    {
        HostProblem<double> problem = Create("quadratic", ("dimension", 3));
        Assert.Contains("compact set", Assert.Throws<InputException>(() => Measure(Registry.Measure(name), problem)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_measure_changes_the_iterate()
    {
        HashSet<string> evaluated = [];
        foreach (string family in new[] { "quadratic-on-simplex", "log-portfolio", "lasso", "quadratic", "analytic-centre", "coupled-quadratic", "l1-quadratic", "fractional-quadratic", "lifted-huber" })
        {
            HostProblem<double> problem = Registry.Family(family).Parameters.Any(p => p.Name == "dimension") ? Create(family, ("dimension", 3)) : Create(family);
            double[] start = [.. Enumerable.Range(0, problem.InitialPoint.Length).Select(i => 1.0 / (i + 2))];
            foreach (IMeasure measure in Registry.Measures)
            {
                HostVector<double> x = new([.. start]);
                try
                {
                    Evaluate(measure, problem, x);
                    evaluated.Add(measure.Name);
                }
                catch (InputException)
                {
                    // The measure needs an oracle that this family lacks; another family of the list has it.
                    continue;
                }

                Assert.Equal(start, x.Span.ToArray());
            }
        }

        Assert.Equal(Registry.Measures.Select(m => m.Name).Except(evaluated), []);
    }

    private static double Measure(IMeasure measure, HostProblem<double> problem, double[]? x = null) => Evaluate(measure, problem, new([.. x ?? X]));

    private static double Evaluate(IMeasure measure, HostProblem<double> problem, HostVector<double> x) =>
        measure.Evaluate<HostVector<double>, double, double, HostProblem<double>>(problem, x, x.NewLike(), x.NewLike());

    private static double[] Gradient(HostProblem<double> problem, double[] x)
    {
        HostVector<double> g = new(new double[x.Length]);
        problem.Gradient(new(x), g);
        return g.Span.ToArray();
    }

    private static HostProblem<double> Create(string family, params (string Name, ParameterValue Value)[] parameters) => Families.Named(family).Create(5, parameters).In<double>();
}
