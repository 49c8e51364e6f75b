using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests.Newton;

/// <summary>Second-order methods against closed forms, optimality conditions and the supports that lower bounds assume.</summary>
public sealed class NewtonMethodTests
{
    [Fact]
    public void Full_steps_on_a_cubed_model_are_those_of_the_formula()
    {
        // x_{k+1} = (L/2) x |x|/(mu + L |x|), in rationals without rounding.
        HostProblem<Rational> problem = Catalogue.Instance("cubed-model", 1, ("mu", 2), ("LH", 3), ("start", 5)).In<Rational>();
        Rational[][] run = Catalogue.Trajectory(new FullNewton(), problem, 6);
        for (int k = 0; k < 6; k++)
        {
            Rational x = run[k][0];
            Assert.Equal(new Rational(3, 2) * x * x / (2 + (3 * x)), run[k + 1][0]);
        }
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(17.5)]
    public void A_damped_step_on_the_logarithm_ends_on_the_minimizer(double start) =>
        Assert.Equal(1, Catalogue.Trajectory(new DampedNewton(), Catalogue.Instance("logarithm-model", 1, ("start", start)).In<double>(), 1)[1][0], 1e-14 * start);

    [Fact]
    public void The_damping_of_aicn_solves_its_equation()
    {
        // From 0 with f''(0) = 1 the first iterate is alpha lambda: (L lambda/2) alpha^2 + alpha = 1.
        HostProblem<double> problem = Catalogue.Instance("cubic-local-model", 1, ("L", 7), ("slope", 3)).In<double>();
        double alpha = Catalogue.Trajectory(new AffineInvariantCubicNewton(), problem, 1)[1][0] / 3;
        Assert.Equal(1, (7 * 3 * alpha * alpha / 2) + alpha, 1e-14);
    }

    [Theory]
    [InlineData("cubed-chain")]
    [InlineData("logistic-regression")]
    [InlineData("cubed-model")]
    public void Cubic_steps_minimize_their_model(string family)
    {
        HostProblem<DoubleDouble> made = Catalogue.Instance(family, 6).In<DoubleDouble>();
        SecondOrderProblem<DoubleDouble> problem = (SecondOrderProblem<DoubleDouble>)made;
        DoubleDouble[][] run = Catalogue.Trajectory(new CubicNewton(), made, 4);
        DoubleDouble L = problem.Constant("LH")!.Value;
        for (int k = 0; k < 4; k++)
        {
            HostVector<DoubleDouble> x = new(run[k]), s = new([.. run[k + 1]]), g = x.NewLike(), product = x.NewLike();
            s.Assign(s - x);
            problem.Gradient(x, g);
            problem.HessianProduct(x, s, product);

            // g + H s + (L/2) |s| s = 0, the global condition of Nesterov and Polyak for positive semidefinite H.
            DoubleDouble norm = ScalarMath.Sqrt(HostVector<DoubleDouble>.Dot(s, s)), size = ScalarMath.Sqrt(HostVector<DoubleDouble>.Dot(g, g));
            product.Assign(g + product + (L / 2 * norm) * s);
            DoubleDouble residual = ScalarMath.Sqrt(HostVector<DoubleDouble>.Dot(product, product));

            // A condition number below 2^30 costs that much of 2^-102.
            Assert.True(residual <= Math.ScaleB(1, -72) * size, $"step {k}: {residual} of {size}");
        }
    }

    [Theory]
    [InlineData("cubic-newton")]
    [InlineData("gradient-regularized-newton")]
    public void On_the_chain_one_coordinate_is_uncovered_per_step(string method)
    {
        double[][] run = Catalogue.Trajectory(Catalogue.Method(method), Catalogue.Instance("cubed-chain", 11).In<double>(), 10);
        for (int k = 0; k <= 10; k++)
        {
            Assert.All(run[k].Take(k), x => Assert.NotEqual(0, x));
            Assert.All(run[k].Skip(k), x => Assert.Equal(0, x));
        }
    }

    [Fact]
    public void The_subspace_optimum_is_stationary_in_its_coordinates()
    {
        HostProblem<Rational> problem = Catalogue.Instance("cubed-chain", 9).In<Rational>();
        IIteration<HostVector<Rational>> iteration = new SubspaceOptimum().Start<HostVector<Rational>, Rational, HostProblem<Rational>>(
            problem, problem.InitialPoint, new MethodSetup<Rational>(problem.Constant, 9));
        HostVector<Rational> g = problem.InitialPoint.NewLike();
        for (int k = 1; k <= 9; k++)
        {
            iteration.Step(k - 1);
            problem.Gradient(iteration.Iterate, g);
            Assert.All(g.Span[..k].ToArray(), v => Assert.True(Rational.IsZero(v)));
            Assert.All(iteration.Iterate.Span[k..].ToArray(), v => Assert.True(Rational.IsZero(v)));
            Assert.Equal(new Rational(-2 * k, 3), problem.Value(iteration.Iterate));
        }
    }

    [Theory]
    [InlineData(3, "cubed-model")]
    [InlineData(4, "quartic-model")]
    public void Backtracking_reaches_the_minimizer_without_a_constant(int order, string family)
    {
        HostProblem<double> problem = Catalogue.Instance(family, 1, ("start", 1000)).In<double>();
        Assert.True(problem.PrimalGap(Catalogue.Last(new RootNewtonBacktracking(order), problem, 60)) < 1e-20);
    }

    [Fact]
    public void The_step_keeps_the_point_it_started_from()
    {
        HostProblem<double> problem = Catalogue.Instance("cubed-model", 1).In<double>();
        IIteration<HostVector<double>> iteration = Catalogue.Start(new FullNewton(), problem, 3)!;
        Assert.Equal(iteration.Iterate[0], iteration.Point(Sequence.Previous)[0]);
        iteration.Step(0);
        double before = iteration.Iterate[0];
        iteration.Step(1);
        Assert.Equal(before, iteration.Point(Sequence.Previous)[0]);
        Assert.NotEqual(before, iteration.Iterate[0]);
        Assert.Throws<InputException>(() => iteration.Point(Sequence.Anchor));
    }

    // On a loss of linear functions the Gauss-Newton matrix is the Hessian.
    [Fact]
    public void Gauss_newton_steps_on_logistic_regression_are_newton_steps()
    {
        ProblemInstance instance = Catalogue.Instance("logistic-regression", 1);
        Assert.Equal(
            Catalogue.Trajectory(new QuasiSelfConcordantNewton(), instance.In<double>(), 5), Catalogue.Trajectory(new RegularizedGaussNewton(), instance.In<double>(), 5));
        Assert.NotEqual(
            Catalogue.Trajectory(new QuasiSelfConcordantNewton(), instance.In<double>(), 5)[5], Catalogue.Trajectory(new RegularizedFisherNewton(), instance.In<double>(), 5)[5]);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(1e-40)]
    [InlineData(12345.678)]
    public void Cube_roots_fill_the_scalar(double x)
    {
        DoubleDouble r = Roots.Of((DoubleDouble)x, 3);
        Assert.True(Math.Abs(((r * r * r) - x).High) <= x * Math.ScaleB(1, -98));
        BigReal wide = Roots.Of(BigReal.FromDouble(x), 3);
        Assert.True(Math.Abs(BigReal.ToDouble(((wide * wide * wide) - BigReal.FromDouble(x)) * BigReal.FromDouble(1 / x))) <= Math.ScaleB(1, -1015));
        Assert.Throws<InputException>(() => Roots.Of(x, 4));
    }
}
