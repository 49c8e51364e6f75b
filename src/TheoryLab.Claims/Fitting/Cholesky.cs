namespace TheoryLab.Claims.Fitting;

/// <summary>A dense positive definite solve on the stack, for a handful of columns.</summary>
internal static class Cholesky
{
    /// <summary>Solves a x = b, b given in x. Only the lower triangle of a is read, and it is overwritten by its factor.</summary>
    public static void Solve(Span<double> a, Span<double> x)
    {
        int m = x.Length;
        for (int j = 0; j < m; j++)
        {
            for (int i = j; i < m; i++)
            {
                double sum = a[(i * m) + j];
                for (int l = 0; l < j; l++)
                {
                    sum -= a[(i * m) + l] * a[(j * m) + l];
                }

                a[(i * m) + j] = i == j ? Math.Sqrt(Math.Max(sum, double.Epsilon)) : sum / a[(j * m) + j];
            }
        }

        for (int i = 0; i < m; i++)
        {
            for (int l = 0; l < i; l++)
            {
                x[i] -= a[(i * m) + l] * x[l];
            }

            x[i] /= a[(i * m) + i];
        }

        for (int i = m - 1; i >= 0; i--)
        {
            for (int l = i + 1; l < m; l++)
            {
                x[i] -= a[(l * m) + i] * x[l];
            }

            x[i] /= a[(i * m) + i];
        }
    }
}
