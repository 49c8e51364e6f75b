namespace TheoryLab.Core.Tests;

public sealed class MatrixKernelsTests
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    public static TheoryData<int, int, int> Shapes => new() { { 1, 1, 1 }, { 4, 4, 8 }, { 5, 7, 3 }, { 13, 4, 17 }, { 33, 31, 65 }, { 64, 3, 1025 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_agrees_with_exact_rationals_to_its_forward_error(int m, int n, int k)
    {
        System.Random random = Seeds.Generator((m * 1000) + (n * 10) + k);
        double[] a = Random(random, m * k), b = Random(random, n * k), c = new double[m * n];
        MatrixKernels.ProductTransposed(c, a, b, m, n, k);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Rational exact = 0;
                double magnitude = 0;
                for (int p = 0; p < k; p++)
                {
                    exact += Rational.FromDouble(a[(i * k) + p]) * Rational.FromDouble(b[(j * k) + p]);
                    magnitude += Math.Abs(a[(i * k) + p] * b[(j * k) + p]);
                }

                // An inner product of length k has a forward error of at most k u sum |a b| (Higham 2002, section 3.1).
                Assert.True(Math.Abs(Rational.ToDouble(Rational.FromDouble(c[(i * n) + j]) - exact)) <= (k + 1) * UnitRoundoff * magnitude);
            }
        }
    }

    [Fact]
    public void A_product_is_the_same_bits_on_one_thread_and_on_many()
    {
        const int N = 160;
        double[] a = Random(Seeds.Generator(3), N * N), one = new double[N * N], many = new double[N * N];
        MatrixKernels.ProductTransposed(many, a, a, N, N, N);
        MatrixKernels.AddProductTransposed(one, N, a, N, a, N, N, N, N, 1);
        Assert.Equal(one, many);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public void A_factor_reproduces_its_matrix_solves_and_inverts(int n)
    {
        const int Extra = 3;
        int stride = n + 2;
        double[] matrix = PositiveDefinite(n), rows = Random(Seeds.Generator(n + 1), Extra * n), factor = new double[(n + Extra) * stride], x = Random(Seeds.Generator(n), n);
        for (int i = 0; i < n + Extra; i++)
        {
            (i < n ? matrix.AsSpan(i * n, n) : rows.AsSpan((i - n) * n, n)).CopyTo(factor.AsSpan(i * stride));
        }

        Assert.True(LowerFactor.TryFactor(factor, stride, n, Extra, TestContext.Current.CancellationToken));

        // Backward error of Cholesky: at most (n + 1) u |L||L'|, and the diagonal of |L||L'| is that of the matrix (Higham 2002, theorem 10.3).
        double largest = Enumerable.Range(0, n).Max(i => matrix[(i * n) + i]), tolerance = (n + 2) * UnitRoundoff * largest;
        for (int i = 0; i < n + Extra; i++)
        {
            for (int j = 0; j < Math.Min(i + 1, n); j++)
            {
                double sum = MatrixKernels.Dot(factor.AsSpan(i * stride, j + 1), factor.AsSpan(j * stride, j + 1));
                double expected = i < n ? matrix[(i * n) + j] : rows[((i - n) * n) + j];
                Assert.True(Math.Abs(sum - expected) <= (n + 2) * tolerance, $"entry {i}, {j}");
            }
        }

        // The condition of the matrix is about 2, so that a backward error is a forward error.
        double[] solution = [.. x], image = new double[n];
        LowerFactor.SolveForward(factor, stride, n, solution);
        LowerFactor.SolveBackward(factor, stride, n, solution);
        MatrixKernels.ProductTransposed(image, solution, matrix, 1, n, n);
        double[] compact = new double[n * n], inverse = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            factor.AsSpan(i * stride, i + 1).CopyTo(compact.AsSpan(i * n));
            Assert.True(Math.Abs(image[i] - x[i]) <= 8 * n * tolerance);
        }

        LowerFactor.Invert(compact, inverse, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = Enumerable.Range(j, i - j + 1).Sum(k => compact[(i * n) + k] * inverse[(k * n) + j]);
                Assert.True(Math.Abs(sum - (i == j ? 1 : 0)) <= 8 * n * tolerance);
            }
        }
    }

    [Fact]
    public void An_indefinite_matrix_is_refused() => Assert.False(LowerFactor.TryFactor([1, 0, 2, 1], 2, 2, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void The_smallest_eigenvalue_of_a_tridiagonal_matrix_is_the_known_one()
    {
        // The second difference matrix of order n has eigenvalues 2 - 2 cos(pi k/(n+1)); an orthogonal similarity by a reflection hides its form.
        const int N = 40;
        double[] matrix = new double[N * N];
        double[] v = [.. Enumerable.Repeat(1 / Math.Sqrt(N), N)];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                matrix[(i * N) + j] = Reflected(i, j);
            }
        }

        double smallest = SymmetricEigenvalue.Smallest(matrix, N, new double[3 * N], 1e-12), expected = 2 - (2 * Math.Cos(Math.PI / (N + 1)));

        // Householder reduction is backward stable: n u |A| up to a small factor, and |A| = 4.
        Assert.True(Math.Abs(smallest - expected) <= 8 * N * UnitRoundoff * 4, $"{smallest} is not {expected}");

        double Difference(int i, int j) => i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0;

        // (I - 2 v v') A (I - 2 v v').
        double Reflected(int i, int j)
        {
            double row = Enumerable.Range(0, N).Sum(k => v[k] * Difference(k, j)), column = Enumerable.Range(0, N).Sum(k => Difference(i, k) * v[k]);
            double form = Enumerable.Range(0, N).Sum(k => v[k] * Enumerable.Range(0, N).Sum(l => Difference(k, l) * v[l]));
            return Difference(i, j) - (2 * v[i] * row) - (2 * column * v[j]) + (4 * v[i] * v[j] * form);
        }
    }

    private static double[] Random(System.Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => (2 * random.NextDouble()) - 1)];

    // I + B B'/(3 n) with entries of B in [-1, 1].
    private static double[] PositiveDefinite(int n)
    {
        double[] b = Random(Seeds.Generator(n), n * n), result = new double[n * n];
        MatrixKernels.ProductTransposed(result, b, b, n, n, n);
        for (int i = 0; i < n * n; i++)
        {
            result[i] = (result[i] / (3 * n)) + (i % (n + 1) == 0 ? 1 : 0);
        }

        return result;
    }
}
