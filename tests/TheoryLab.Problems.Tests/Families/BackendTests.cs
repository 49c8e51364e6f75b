using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>Problems handed to a dense backend are the same problems. On the managed backend products are even the same bits.</summary>
public sealed class BackendTests
{
    private const double U = 1.0 / (1L << 53);

    public static TheoryData<string> Dense => new("least-squares", "logistic-regression", "dense-quadratic");

    [Theory]
    [MemberData(nameof(Dense))]
    public void Gradients_and_Hessian_products_on_the_managed_backend_are_the_same_bits(string family)
    {
        (SecondOrderProblem<double> own, SecondOrderProblem<double> handed, int _) = Both(family);
        HostVector<double> x = own.InitialPoint.Copy(), d = x.NewLike(), first = x.NewLike(), second = x.NewLike();
        Random random = Seeds.Generator(5);
        for (int i = 0; i < x.Length; i++)
        {
            (x[i], d[i]) = (random.Uniform(-1, 1), random.Uniform(-1, 1));
        }

        own.Gradient(x, first);
        handed.Gradient(x, second);
        Assert.Equal(first.Span.ToArray(), second.Span.ToArray());
        own.HessianProduct(x, d, first);
        handed.HessianProduct(x, d, second);
        Assert.Equal(first.Span.ToArray(), second.Span.ToArray());
        Assert.Equal(2, handed.OracleCalls);
    }

    [Theory]
    [MemberData(nameof(Dense))]
    public void Newton_systems_on_a_backend_are_solved_to_their_backward_error(string family)
    {
        (SecondOrderProblem<double> own, SecondOrderProblem<double> handed, int rows) = Both(family);
        HostVector<double> x = own.InitialPoint, right = x.NewLike(), solution = x.NewLike(), image = x.NewLike();
        int n = x.Length;
        right.Span.Fill(1);
        const double Shift = 0.5;
        handed.Factor(x, Shift);
        handed.Solve(right, solution);
        own.HessianProduct(x, solution, image);
        double norm = own.Constant("L")!.Value + Shift, length = Math.Sqrt(HostVector<double>.Dot(solution, solution));

        // Higham 2002, theorem 10.4: (A + E) s = r with |E| <= gamma_{3n+1} |R'||R|, at most n |A| in norm; forming A from m rows and multiplying by it adds 2 m + n
        // roundings and those of the weights to as much.
        double allowed = ((4.0 * n) + (3.0 * rows) + 32) * n * U * norm * length;
        for (int i = 0; i < n; i++)
        {
            Assert.True(Math.Abs(image[i] + (Shift * solution[i]) - right[i]) <= allowed, $"component {i} of {family}");
        }
    }

    [Fact]
    public void A_matrix_without_a_factor_answers_with_NaN()
    {
        BackendFactor factor = new(2, new ManagedBackend());
        new double[] { 1, 0, 2, 1 }.CopyTo(factor.Matrix);
        double[] x = [1, 1];
        factor.Factor(0);
        factor.Solve(x);
        Assert.All(x, v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Families_without_dense_products_hand_nothing_over() =>
        Assert.Null(new Quadratic().Create(1).On(new ManagedBackend()));

    [Fact]
    public void The_dense_quadratic_is_symmetric_with_the_spectrum_it_declares()
    {
        // In rationals: products with the columns of a Hadamard matrix are multiples of them, and the multiples lie between mu and L, both attained.
        const int N = 16;
        HostProblem<Rational> problem = new DenseQuadratic().Create(3, ("dimension", N), ("condition", 1000)).In<Rational>();
        IHessianOracle<HostVector<Rational>> hessian = (IHessianOracle<HostVector<Rational>>)problem;
        HostVector<Rational> x = problem.InitialPoint.NewLike(), y = x.NewLike();
        List<Rational> eigenvalues = [];
        for (int k = 0; k < N; k++)
        {
            for (int i = 0; i < N; i++)
            {
                x[i] = int.IsEvenInteger(int.PopCount(i & k)) ? Rational.One : -Rational.One;
            }

            hessian.HessianProduct(problem.InitialPoint, x, y);
            Rational eigenvalue = y[0] / x[0];
            Assert.All(Enumerable.Range(0, N), i => Assert.Equal(eigenvalue * x[i], y[i]));
            eigenvalues.Add(eigenvalue);
        }

        Assert.Equal((problem.Constant("mu"), problem.Constant("L")), (eigenvalues.Min(), eigenvalues.Max()));
    }

    private static (SecondOrderProblem<double> Own, SecondOrderProblem<double> Handed, int Rows) Both(string name)
    {
        ProblemInstance instance = Families.Named(name).Create(7);
        return ((SecondOrderProblem<double>)instance.In<double>(), (SecondOrderProblem<double>)instance.On(new ManagedBackend())!, 569);
    }
}
