using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>Gauss-Newton and Fisher matrices of nonlinear least squares against their declared constants and closed forms, in rationals without rounding.</summary>
public sealed class NonlinearLeastSquaresTests
{
    private static readonly ProblemFamily Family = Families.Named("nonlinear-least-squares");

    // B between muB and LB, and |B d - g| <= E |d|^2, as seen through solutions with B.
    [Fact]
    public void Gauss_newton_steps_obey_the_declared_constants() => Any.Seed(30, random =>
    {
        (SecondOrderProblem<Rational> problem, HostVector<Rational> x) = Draw(random, random.Next(1, 4));
        HostVector<Rational> g = x.NewLike(), n = x.NewLike(), d = x.NewLike();
        d.Assign(x - problem.Minimizer);
        problem.Gradient(x, g);
        problem.Factor(x, Rational.Zero, Curvature.GaussNewton);
        problem.Solve(g, n);
        Rational square = HostVector<Rational>.Dot(g, g), local = HostVector<Rational>.Dot(g, n), distance = HostVector<Rational>.Dot(d, d);
        Rational Constant(string name) => problem.Constant(name)!.Value;
        Assert.True(square <= Constant("LB") * local);
        Assert.True(Constant("muB") * local <= square);
        n.Assign(d - n);
        Rational bound = Constant("E") * distance / Constant("muB");
        Assert.True(HostVector<Rational>.Dot(n, n) <= bound * bound);
    });

    [Fact]
    public void The_hessian_is_another_matrix_and_can_be_negative()
    {
        // phi'' is least near t = sqrt 2 - 1, where a large positive residual makes the Hessian negative; one of the two sides of x* is that one.
        Rational[] weights = [.. Enumerable.Range(1, 8).Select(seed =>
        {
            SecondOrderProblem<Rational> problem = Problem(seed, ("dimension", 1), ("minimizer", 3), ("start", 3.4));
            HostVector<Rational> one = new([Rational.One]), hessian = one.NewLike(), gauss = one.NewLike();
            problem.HessianProduct(problem.InitialPoint, one, hessian);
            problem.Factor(problem.InitialPoint, Rational.Zero, Curvature.GaussNewton);
            problem.Solve(one, gauss);
            Assert.True(gauss[0] > Rational.Zero);
            Assert.NotEqual(Rational.One / gauss[0], hessian[0]);
            return hessian[0];
        })];
        Assert.Contains(weights, w => w < Rational.Zero);
        Assert.Contains(weights, w => w > Rational.Zero);
    }

    [Fact]
    public void The_fisher_matrix_of_one_residual_is_the_square_of_its_gradient() => Any.Seed(10, random =>
    {
        (SecondOrderProblem<Rational> problem, HostVector<Rational> x) = Draw(random, 1);
        HostVector<Rational> g = x.NewLike(), n = x.NewLike();
        problem.Gradient(x, g);
        problem.Factor(x, new Rational(1, 7), Curvature.Fisher);
        problem.Solve(g, n);
        Assert.Equal(g[0] / ((g[0] * g[0]) + new Rational(1, 7)), n[0]);
    });

    // |2 t^3 - 6 t| <= (35/24) (1 + t^2)^3 and 4 t^2 <= 0.77^2 (1 + t^2)^3 on a grid; beyond t = 4 the right-hand sides are larger by far.
    [Fact]
    public void The_bounds_on_the_curvature_of_the_link_hold()
    {
        for (int i = 0; i <= 4000; i++)
        {
            Rational t = new(i, 1000), u = t * t, cube = (1 + u) * (1 + u) * (1 + u), bending = t * ((2 * u) - 6);
            Assert.True(bending <= new Rational(35, 24) * cube && -bending <= new Rational(35, 24) * cube);
            Assert.True(4 * u <= new Rational(77 * 77, 10000) * cube);
        }
    }

    private static SecondOrderProblem<Rational> Problem(int seed, params (string Name, ParameterValue Value)[] parameters) =>
        (SecondOrderProblem<Rational>)Family.Create(seed, parameters).In<Rational>();

    private static (SecondOrderProblem<Rational> Problem, HostVector<Rational> Point) Draw(Random random, int dimension)
    {
        SecondOrderProblem<Rational> problem = Problem(
            random.Next(), ("dimension", dimension), ("bend", random.Uniform(0, 1)), ("condition", random.Uniform(1, 10)), ("minimizer", random.Uniform(0, 5)), ("start", random.Uniform(0.01, 5)));
        return (problem, problem.InitialPoint);
    }
}
