namespace TheoryLab.Core;

/// <summary>
/// Small integers through every function of a backend. Sums and products of them are exact in every order, and so is a factorisation whose factor has integers
/// below a diagonal of powers of two: the answers have to be right to the last bit. Takes a few milliseconds.
/// </summary>
public static class DenseSelfTest
{
    /// <summary>Tests a backend.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>What is wrong, in a few words; null if nothing is.</returns>
    public static string? Run(IDenseBackend backend)
    {
        // Around the edges of blocks of 4, 16 and 64, and with rows that are further apart than they are long.
        foreach ((int m, int n) in new[] { (1, 1), (5, 17), (67, 64), (64, 131) })
        {
            if ((Products(backend, m, n, n + 3) ?? Factors(backend, n, n + 3)) is { } wrong)
            {
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wrong} of order {m} x {n} is wrong");
            }
        }

        return null;
    }

    private static string? Products(IDenseBackend backend, int m, int n, int stride)
    {
        double[] a = new double[m * stride], x = Integers(n, 1), y = new double[m], z = new double[n];
        for (int i = 0; i < m; i++)
        {
            Integers(n, i).CopyTo(a.AsSpan(i * stride));
        }

        ReadOnlyMatrixSpan matrix = new(a, m, n, stride);
        backend.Multiply(matrix, x, y);
        for (int i = 0; i < m; i++)
        {
            if (y[i] != Sum(n, j => a[(i * stride) + j] * x[j]))
            {
                return "a matrix times a vector";
            }
        }

        backend.MultiplyTransposed(matrix, y, z);
        double[] gram = new double[n * n], c = new double[m * n];
        backend.Gram(matrix, new(gram, n, n));
        for (int j = 0; j < n; j++)
        {
            if (z[j] != Sum(m, i => a[(i * stride) + j] * y[i]))
            {
                return "a transposed matrix times a vector";
            }

            for (int k = 0; k < n; k++)
            {
                if (gram[(j * n) + k] != (k > j ? 0 : Sum(m, i => a[(i * stride) + j] * a[(i * stride) + k])))
                {
                    return "a symmetric product";
                }
            }
        }

        double[] full = Symmetric(gram, n), w = new double[n];
        backend.MultiplySymmetric(new(gram, n, n), x, w);
        backend.Multiply(new(full, n, n), x, z);
        backend.Product(matrix, new(full, n, n), new(c, m, n));
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < n; k++)
            {
                if (c[(i * n) + k] != Sum(n, j => a[(i * stride) + j] * full[(j * n) + k]))
                {
                    return "a product of matrices";
                }
            }
        }

        return w.AsSpan().SequenceEqual(z) ? null : "a symmetric matrix times a vector";
    }

    private static string? Factors(IDenseBackend backend, int n, int stride)
    {
        // L has a diagonal of 1, 2 and 4 and two entries -1, 0 or 1 before it; L L' x is solved for an x of integers.
        double[] lower = new double[n * stride], matrix = new double[n * stride], x = Integers(n, 5), right = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = Math.Max(0, i - 2); j < i; j++)
            {
                lower[(i * stride) + j] = ((i + (2 * j)) % 3) - 1;
            }

            lower[(i * stride) + i] = 1 << (i % 3);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double entry = Sum(n, k => lower[(i * stride) + k] * lower[(j * stride) + k]);
                right[i] += entry * x[j];
                matrix[(i * stride) + j] = j <= i ? entry : 0;
            }
        }

        MatrixSpan a = new(matrix, n, n, stride);
        if (backend.Factor(a) >= 0 || !matrix.AsSpan().SequenceEqual(lower))
        {
            return "a Cholesky factor";
        }

        backend.Solve(a, right);
        return !right.AsSpan().SequenceEqual(x) ? "a Cholesky solution" : null;
    }

    private static double[] Symmetric(double[] lower, int n)
    {
        double[] full = [.. lower];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                full[(j * n) + i] = lower[(i * n) + j];
            }
        }

        return full;
    }

    private static double[] Integers(int n, int salt) => [.. Enumerable.Range(0, n).Select(i => (double)((((i + 1) * (salt + 3) * 7) % 19) - 9))];

    private static double Sum(int n, Func<int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += term(i);
        }

        return sum;
    }
}
