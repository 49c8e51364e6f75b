using TheoryLab.Core;

namespace TheoryLab.Native.Tests;

/// <summary>Every backend against exact rationals, within what rounding allows in any order of additions.</summary>
public sealed class DenseBackendTests
{
    private const double U = 1.0 / (1L << 53);

    // Around the edges of registers (4, 8, 16), of blocks (64) and of what is transposed at once (512 rows).
    private static readonly (int M, int N)[] Shapes =
        [(0, 0), (0, 3), (3, 0), (1, 1), (1, 17), (17, 1), (3, 5), (4, 16), (5, 15), (8, 33), (13, 63), (16, 64), (7, 65), (66, 31), (513, 9), (9, 129)];

    public static TheoryData<string> Backends => BackendFixture.Names;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Products_with_vectors_agree_with_exact_rationals(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach ((int m, int n) in Shapes)
        {
            int stride = n + (m % 4);
            double[] a = BackendFixture.Numbers(m * stride, m + n), x = BackendFixture.Numbers(n, 3), v = BackendFixture.Numbers(m, 4), y = NaNs(m), z = NaNs(n);
            backend.Multiply(new(a, m, n, stride), x, y);
            backend.MultiplyTransposed(new(a, m, n, stride), v, z);
            for (int i = 0; i < m; i++)
            {
                AssertSum(n, j => a[(i * stride) + j], j => x[j], y[i]);
            }

            for (int j = 0; j < n; j++)
            {
                AssertSum(m, i => a[(i * stride) + j], i => v[i], z[j]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Symmetric_products_read_the_lower_triangle_only(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach (int n in (int[])[0, 1, 2, 15, 16, 17, 33, 70])
        {
            int stride = n + 2;
            double[] a = BackendFixture.Numbers(n * stride, n), x = BackendFixture.Numbers(n, 3), y = NaNs(n);
            for (int i = 0; i < n; i++)
            {
                a.AsSpan((i * stride) + i + 1, n - i - 1).Fill(double.NaN);
            }

            backend.MultiplySymmetric(new(a, n, n, stride), x, y);
            for (int i = 0; i < n; i++)
            {
                AssertSum(n, j => a[(Math.Max(i, j) * stride) + Math.Min(i, j)], j => x[j], y[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Products_of_matrices_agree_with_exact_rationals_and_touch_nothing_else(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach ((int m, int n) in Shapes)
        {
            foreach (int k in (int[])[0, 1, 18])
            {
                int strideA = k + 1, strideB = n + 3, strideC = n + 2;
                double[] a = BackendFixture.Numbers(m * strideA, m), b = BackendFixture.Numbers(k * strideB, n), c = NaNs(m * strideC);
                backend.Product(new(a, m, k, strideA), new(b, k, n, strideB), new(c, m, n, strideC));
                for (int i = 0; i < m; i++)
                {
                    // A row and a column of every shape are compared exactly, and some more.
                    for (int j = 0; j < n; j += i == 0 ? 1 : Math.Max(1, n - 1))
                    {
                        AssertSum(k, p => a[(i * strideA) + p], p => b[(p * strideB) + j], c[(i * strideC) + j]);
                    }

                    Assert.True(double.IsNaN(c[(i * strideC) + n]) && double.IsNaN(c[(i * strideC) + n + 1]));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_Gram_matrix_agrees_with_exact_rationals_and_leaves_the_upper_triangle(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach ((int m, int n) in Shapes)
        {
            int stride = n + 1, strideC = n + 2;
            double[] a = BackendFixture.Numbers(m * stride, m), c = NaNs(n * strideC);
            const double Mark = 7;
            for (int i = 0; i < n; i++)
            {
                c.AsSpan((i * strideC) + i + 1, strideC - i - 1).Fill(Mark);
            }

            backend.Gram(new(a, m, n, stride), new(c, n, n, strideC));
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < strideC; j++)
                {
                    if (j > i)
                    {
                        Assert.True(c[(i * strideC) + j] == Mark, $"{name}: entry {i}, {j} of {m} x {n} was written");
                    }
                    else if (j == 0 || j == i || j % 16 == 15)
                    {
                        AssertSum(m, p => a[(p * stride) + i], p => a[(p * stride) + j], c[(i * strideC) + j]);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_factor_reproduces_its_matrix_and_solves(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach (int n in (int[])[0, 1, 3, 63, 64, 65, 68, 127, 129])
        {
            int stride = n + 3;
            double[] matrix = BackendFixture.PositiveDefinite(n), factor = NaNs(n * stride), x = BackendFixture.Numbers(n, 5);
            for (int i = 0; i < n; i++)
            {
                matrix.AsSpan(i * n, i + 1).CopyTo(factor.AsSpan(i * stride));
            }

            Assert.Equal(-1, backend.Factor(new(factor, n, n, stride)));
            double largest = 0;
            for (int i = 0; i < n; i++)
            {
                largest = Math.Max(largest, matrix[i * (n + 1)]);
                Assert.All(factor[((i * stride) + i + 1)..((i + 1) * stride)], v => Assert.True(double.IsNaN(v)));
            }

            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    // |L L' - A| <= gamma_{n+1} |L||L'| (Higham 2002, theorem 10.3), whose entries are at most the largest of the diagonal; as much again for this sum.
                    double sum = Reductions.Dot<double>(factor.AsSpan(i * stride, j + 1), factor.AsSpan(j * stride, j + 1));
                    Assert.True(Math.Abs(sum - matrix[(i * n) + j]) <= 2 * (n + 2) * U * largest, $"{name}: entry {i}, {j} of order {n}");
                }
            }

            // Condition below 8: 3 n u |A|-sized backward errors of factor and two solutions grow by no more than that; norms of matrices against entries cost n.
            double[] solution = [.. x], image = new double[n];
            backend.Solve(new(factor, n, n, stride), solution);
            VectorProducts.Multiply(new(matrix, n, n), solution, image);
            for (int i = 0; i < n; i++)
            {
                Assert.True(Math.Abs(image[i] - x[i]) <= 8.0 * 4 * (n + 2) * n * U * largest, $"{name}: component {i} of order {n}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_matrix_that_is_not_positive_definite_is_refused_with_the_index_of_its_pivot(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        foreach ((int n, int bad) in new[] { (1, 0), (5, 4), (70, 3), (70, 63), (70, 64), (200, 150) })
        {
            foreach (double pivot in (double[])[-1, 0, double.NaN])
            {
                double[] matrix = BackendFixture.PositiveDefinite(n);
                matrix[bad * (n + 1)] = pivot;
                Assert.Equal(bad, backend.Factor(new(matrix, n, n)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void The_self_test_passes(string name) => Assert.Null(DenseSelfTest.Run(BackendFixture.Open(name)));

    [Theory]
    [MemberData(nameof(Backends))]
    public void Shapes_that_do_not_fit_are_refused_before_memory_is_touched(string name)
    {
        IDenseBackend backend = BackendFixture.Open(name);
        double[] a = new double[12], x = new double[3], y = new double[4];
        Assert.Throws<ArgumentException>(() => backend.Multiply(new(a, 4, 3), y, x));
        Assert.Throws<ArgumentException>(() => backend.MultiplyTransposed(new(a, 4, 3), x, y));
        Assert.Throws<ArgumentException>(() => backend.MultiplySymmetric(new(a, 4, 3), x, y));
        Assert.Throws<ArgumentException>(() => backend.MultiplySymmetric(new(a, 3, 3), y, x));
        Assert.Throws<ArgumentException>(() => backend.Product(new(a, 4, 3), new(a, 4, 3), new(new double[12], 4, 3)));
        Assert.Throws<ArgumentException>(() => backend.Gram(new(a, 4, 3), new(new double[16], 4, 4)));
        Assert.Throws<ArgumentException>(() => backend.Factor(new(a, 4, 3)));
        Assert.Throws<ArgumentException>(() => backend.Solve(new(a, 3, 3), y));
    }

    [Theory]
    [InlineData("managed")]
    [InlineData("openblas")]
    public void Calls_allocate_nothing(string name)
    {
        const int N = 96;
        IDenseBackend backend = BackendFixture.Open(name);
        double[] a = BackendFixture.PositiveDefinite(N), b = [.. a], c = new double[N * N], x = BackendFixture.Numbers(N, 1), y = new double[N];
        All();
        long before = GC.GetAllocatedBytesForCurrentThread();
        All();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void All()
        {
            backend.Multiply(new(a, N, N), x, y);
            backend.MultiplyTransposed(new(a, N, N), x, y);
            backend.MultiplySymmetric(new(a, N, N), x, y);
            backend.Product(new(a, N, N), new(a, N, N), new(c, N, N));
            backend.Gram(new(a, N, N), new(c, N, N));
            a.CopyTo(b, 0);
            backend.Factor(new(b, N, N));
            backend.Solve(new(b, N, N), x);
        }
    }

    private static double[] NaNs(int n)
    {
        double[] result = new double[n];
        Array.Fill(result, double.NaN);
        return result;
    }

    /// <summary>An inner product of length n in any order, fused or not, is off by at most n u sum |a b| (Higham 2002, section 3.1), to first order.</summary>
    private static void AssertSum(int n, Func<int, double> a, Func<int, double> b, double computed)
    {
        Rational exact = Rational.Zero;
        double magnitude = 0;
        for (int i = 0; i < n; i++)
        {
            exact += Rational.FromDouble(a(i)) * Rational.FromDouble(b(i));
            magnitude += Math.Abs(a(i) * b(i));
        }

        Assert.True(Math.Abs(Rational.ToDouble(Rational.FromDouble(computed) - exact)) <= (n + 1) * U * magnitude, $"{computed} is not {Rational.ToDouble(exact)}");
    }
}
