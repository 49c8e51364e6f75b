using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>What problems with a Hessian promise beyond their gradients, and the constants of second-order methods against brute force.</summary>
public sealed class SecondOrderTests
{
    public static TheoryData<string> Names =>
        [.. Families.All.Where(f => Seeds.Generator(1).Instance(f, 3).In<double>() is SecondOrderProblem<double>).Select(f => f.Name)];

    public static TheoryData<string> WithLipschitzHessian =>
        [.. Families.All.Where(f => f.Constants.Any(c => c.Name == "LH")).Select(f => f.Name)];

    [Fact]
    public void Families_with_a_hessian_are_found() => Assert.True(Names.Count >= 10);

    // D(h) = (g(x + h d) - g(x - h d))/(2 h) tends to H d with an error of order h at least, also at the kinks of third derivatives: it is at most
    // twice |D(h) - D(h/2)|, to leading order; twice that again covers the next one.
    [Theory]
    [MemberData(nameof(Names))]
    public void Hessian_products_are_limits_of_differences(string name) => Any.Seed(10, random =>
    {
        (SecondOrderProblem<Tracked<DoubleDouble>> problem, HostVector<Tracked<DoubleDouble>> x) = Draw<Tracked<DoubleDouble>>(random, name);
        HostVector<Tracked<DoubleDouble>> d = x.NewLike(), product = x.NewLike();
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = Tracked<DoubleDouble>.FromDouble(random.Uniform(-1, 1));
        }

        problem.HessianProduct(x, d, product);
        Tracked<DoubleDouble>[] coarse = Difference(problem, x, d, Math.ScaleB(1, -30)), fine = Difference(problem, x, d, Math.ScaleB(1, -31));
        for (int i = 0; i < d.Length; i++)
        {
            Tracked<DoubleDouble> error = fine[i] - product[i], change = fine[i] - coarse[i];
            Assert.True(
                Math.Abs(error.Value.High) <= (4 * Math.Abs(change.Value.High)) + (4 * change.Error) + error.Error && double.IsFinite(error.Error), $"{name}: {error} against {change}");
        }
    });

    // H e_j by the oracle is column j of the matrix that is factored: solving returns e_j, up to the condition of H, which tracked arithmetic bounds.
    [Theory]
    [MemberData(nameof(Names))]
    public void Solving_undoes_a_product(string name) => Any.Seed(10, random =>
    {
        (SecondOrderProblem<Tracked<DoubleDouble>> problem, HostVector<Tracked<DoubleDouble>> x) = Draw<Tracked<DoubleDouble>>(random, name);
        HostVector<Tracked<DoubleDouble>> d = x.NewLike(), product = x.NewLike(), solution = x.NewLike();
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = Tracked<DoubleDouble>.FromDouble(random.Uniform(-1, 1));
        }

        Tracked<DoubleDouble> shift = Tracked<DoubleDouble>.One;
        problem.HessianProduct(x, d, product);
        product.Assign(product + shift * d);
        problem.Factor(x, shift);
        problem.Solve(product, solution);
        for (int i = 0; i < d.Length; i++)
        {
            Tracked<DoubleDouble> error = solution[i] - d[i];
            Assert.True(Math.Abs(error.Value.High) <= error.Error, $"{name}: {error}");
        }
    });

    // |g(y) - g(x) - H (y - x)| <= LH |y - x|^2/2, for every family that declares LH, between random points.
    [Theory]
    [MemberData(nameof(WithLipschitzHessian))]
    public void Declared_Lipschitz_constants_bound_the_remainder_of_the_gradient(string name) => Any.Seed(30, random =>
    {
        (SecondOrderProblem<Tracked<DoubleDouble>> problem, HostVector<Tracked<DoubleDouble>> x) = Draw<Tracked<DoubleDouble>>(random, name);
        HostVector<Tracked<DoubleDouble>> y = random.Point<Tracked<DoubleDouble>>(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike(), product = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        d.Assign(y - x);
        problem.HessianProduct(x, d, product);
        gy.Assign(gy - gx - product);
        Tracked<DoubleDouble> half = Tracked<DoubleDouble>.FromDouble(0.5);
        Tracked<DoubleDouble> excess = ScalarMath.Sqrt(HostVector<Tracked<DoubleDouble>>.Dot(gy, gy))
            - (half * problem.Constant("LH")!.Value * HostVector<Tracked<DoubleDouble>>.Dot(d, d));
        Assert.True(excess.Value.High <= excess.Error, $"{name}: {excess}");
    });

    // Quasi-self-concordance: <d, H(x + t v) d> <= exp(M t |v|) <d, H(x) d> (Doikov 2023), for the families that declare M as its constant.
    [Theory]
    [InlineData("logistic-regression")]
    [InlineData("softmax-regression")]
    public void Declared_constants_of_quasi_self_concordance_bound_the_change_of_the_hessian(string name) => Any.Seed(10, random =>
    {
        // Hardly regularised and far from zero, where curvatures are exponentially small; a step towards zero makes them grow.
        SecondOrderProblem<Tracked<DoubleDouble>> problem =
            (SecondOrderProblem<Tracked<DoubleDouble>>)Families.Named(name).Create(1, ("regularization", 1e-9)).In<Tracked<DoubleDouble>>();
        HostVector<Tracked<DoubleDouble>> x = problem.InitialPoint.Copy(), v = x.NewLike(), d = x.NewLike(), y = x.NewLike(), product = x.NewLike();
        for (int i = 0; i < d.Length; i++)
        {
            x[i] = Tracked<DoubleDouble>.FromDouble(random.Uniform(-3, 3));
            d[i] = Tracked<DoubleDouble>.FromDouble(random.Uniform(-1, 1));
        }

        v.Assign(Tracked<DoubleDouble>.FromDouble(-0.25), x);
        y.Assign(x + v);
        problem.HessianProduct(x, d, product);
        Tracked<DoubleDouble> before = HostVector<Tracked<DoubleDouble>>.Dot(d, product);
        problem.HessianProduct(y, d, product);
        Tracked<DoubleDouble> length = ScalarMath.Sqrt(HostVector<Tracked<DoubleDouble>>.Dot(v, v));
        Tracked<DoubleDouble> excess = HostVector<Tracked<DoubleDouble>>.Dot(d, product) - (ScalarMath.Exp(problem.Constant("M")!.Value * length) * before);
        Assert.True(excess.Value.High <= excess.Error, $"{name}: {excess}");
    });

    // d'F d is the average of <g_i, d>^2 over the gradients g_i of the single losses, written out for logistic regression, plus reg |d|^2. The tolerance is
    // the rounding of an inversion of condition below 1e4 in 30 variables.
    [Fact]
    public void The_fisher_matrix_averages_squared_slopes()
    {
        SecondOrderProblem<double> problem = (SecondOrderProblem<double>)Families.Named("logistic-regression").Create(1, ("regularization", 0.5)).In<double>();
        DataSet data = DataSets.Load("breast-cancer").Standardized();
        double[] labels = data.BinaryLabels(), w = [.. Enumerable.Range(0, data.Features).Select(i => 0.1 * Math.Sin(i))], d = [.. Enumerable.Range(0, data.Features).Select(i => Math.Cos(i))];
        double expected = 0.5 * d.Sum(v => v * v);
        for (int i = 0; i < data.Rows; i++)
        {
            double margin = labels[i] * data.Row(i).ToArray().Zip(w, (a, b) => a * b).Sum(), along = data.Row(i).ToArray().Zip(d, (a, b) => a * b).Sum();
            expected += Math.Pow(along / (1 + Math.Exp(margin)), 2) / data.Rows;
        }

        double[] solved = Solved(problem, w, d);
        double actual = solved.Zip(d, (a, b) => a * b).Sum();
        Assert.Equal(expected, actual, 1e-9 * expected);
        Assert.Throws<InputException>(() => ((SecondOrderProblem<double>)Create("cubed-model")).Factor(new([1.0]), 1, Curvature.Fisher));
    }

    /// <summary>F d, column by column from the inverse: F = (F^-1)^-1, by Gaussian elimination on the solutions for unit vectors.</summary>
    private static double[] Solved(SecondOrderProblem<double> problem, double[] w, double[] d)
    {
        int n = d.Length;
        problem.Factor(new(w), 0, Curvature.Fisher);
        double[,] augmented = new double[n, n + 1];
        for (int j = 0; j < n; j++)
        {
            HostVector<double> unit = new(new double[n]), column = unit.NewLike();
            unit[j] = 1;
            problem.Solve(unit, column);
            for (int i = 0; i < n; i++)
            {
                augmented[i, j] = column[i];
            }

            augmented[j, n] = d[j];
        }

        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                double factor = i == k ? 0 : augmented[i, k] / augmented[k, k];
                for (int j = k; j <= n && factor != 0; j++)
                {
                    augmented[i, j] -= factor * augmented[k, j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => augmented[i, n] / augmented[i, i])];
    }

    private static HostProblem<double> Create(string name) => Families.Named(name).Create(1).In<double>();

    private static (SecondOrderProblem<T> Problem, HostVector<T> X) Draw<T>(Random random, string name)
        where T : struct, INumber<T>
    {
        SecondOrderProblem<T> problem = (SecondOrderProblem<T>)random.Instance(Families.Named(name), 8).In<T>();
        return (problem, random.Point<T>(problem));
    }

    private static Tracked<DoubleDouble>[] Difference(
        SecondOrderProblem<Tracked<DoubleDouble>> problem, HostVector<Tracked<DoubleDouble>> x, HostVector<Tracked<DoubleDouble>> d, double h)
    {
        HostVector<Tracked<DoubleDouble>> y = x.NewLike(), up = x.NewLike(), down = x.NewLike();
        Tracked<DoubleDouble> step = Tracked<DoubleDouble>.FromDouble(h);
        y.Assign(x + step * d);
        problem.Gradient(y, up);
        y.Assign(x - step * d);
        problem.Gradient(y, down);
        up.Assign((Tracked<DoubleDouble>.One / (step + step)) * (up - down));
        return up.Span.ToArray();
    }
}
