namespace TheoryLab.Core.Tests;

/// <summary>Rows taken together give the bits of rows taken one by one.</summary>
public sealed class VectorProductsTests
{
    [Fact]
    public void Products_are_the_bits_of_one_inner_product_or_update_per_row()
    {
        System.Random random = Seeds.Generator(11);
        foreach (int m in (int[])[0, 1, 2, 3, 4, 5, 7, 8, 13])
        {
            foreach (int n in (int[])[0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 100])
            {
                int stride = n + (m % 3);
                double[] a = KernelTests.Fill(m * stride, _ => KernelTests.Wide(random)), x = KernelTests.Fill(n, _ => KernelTests.Wide(random));
                double[] y = new double[m], z = KernelTests.Fill(n, _ => double.NaN), expected = new double[n];
                ReadOnlyMatrixSpan matrix = new(a, m, n, stride);
                VectorProducts.Multiply(matrix, x, y);
                VectorProducts.MultiplyTransposed(matrix, y, z);
                for (int i = 0; i < m; i++)
                {
                    Assert.Equal(Reductions.Dot(matrix.Row(i), x), y[i]);
                    HostKernels.Combine(expected, 1, expected, y[i], matrix.Row(i));
                }

                Assert.Equal(expected, z);
            }
        }
    }

    [Fact]
    public void Matrices_that_leave_their_memory_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ReadOnlyMatrixSpan(new double[11], 3, 4).Rows);
        Assert.Throws<ArgumentException>(() => new MatrixSpan(new double[12], 3, 4, 5).Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatrixSpan(new double[12], 3, 4, 3).Rows);
        Assert.Throws<ArgumentException>(() => VectorProducts.Multiply(new(new double[12], 3, 4), new double[3], new double[3]));
        Assert.Equal(14, new ReadOnlyMatrixSpan(new double[14], 3, 4, 5).Entries.Length);
    }
}
