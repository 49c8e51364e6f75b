using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The matrices and starting points of quadratics whose coordinates matter, as doubles, which are the data.</summary>
internal static class CoupledMatrices
{
    /// <summary>Parameters that the families share.</summary>
    public static IReadOnlyList<ParameterInfo> Parameters { get; } =
    [
        ParameterInfo.Integer("dimension", "n", 8, 1, 1_000_000),
        ParameterInfo.Choice("matrix", "A: G'G/(2n) with normal G and scaled columns; I; diagonal; tridiagonal (-1, 2, -1); (1-c) I + c 11'; two halves coupled by c I", "random", "identity", "diagonal", "tridiagonal", "equicorrelated", "two-halves"),
        ParameterInfo.Real("coupling", "c", 0.5, 0, 0.99999),
        ParameterInfo.Real("spread", "largest over smallest scale of a random matrix, and last over first diagonal entry: 1, ..., spread", 4, 1, 1e4, logarithmic: true),
        ParameterInfo.Choice("order", "diagonal entries: evenly from 1 to spread; 1 and then spread; 1, 2, 5, 10, 20, ..", "rising", "one-then-spread", "one-two-five"),
        ParameterInfo.Integer("block", "coordinates per block, for the constants of blocks", 1, 1, 1000),
        ParameterInfo.Choice(
            "start",
            "x_0: normal; e_1; ones; 1 - i/(n+1); 1/A_ii, or A_ii^-1/2, a little more where A_ii is largest; slowest for random coordinates, or random blocks; slowest under cycles; largest gradient for its decrease in a cycle",
            "normal", "first", "ones", "ramp", "equal-slopes", "equal-scaled", "slowest", "slowest-block", "slowest-cycle", "hardest-cycle"),
    ];

    public static SymmetricMatrix<double> Matrix(ParameterSet p, Random random)
    {
        int n = p.Integer("dimension");
        double c = p.Real("coupling"), spread = p.Real("spread");
        return p.Text("matrix") switch
        {
            "identity" => SymmetricMatrix<double>.OfRows(n, i => [(i, 1)]),
            "diagonal" => SymmetricMatrix<double>.OfRows(n, i => [(i, DiagonalEntry(p.Text("order"), i, n, spread))]),
            "tridiagonal" => SymmetricMatrix<double>.OfRows(n, i => Neighbours(i, n)),
            "equicorrelated" => Dense(n, (i, j) => i == j ? 1 : c),
            "two-halves" => SymmetricMatrix<double>.OfRows(n, i => Halves(i, n, c)),
            _ => Random(n, spread, random),
        };
    }

    public static double[] Start(ParameterSet p, SymmetricMatrix<double> a, Random random)
    {
        int n = a.Order;
        double[] x = p.Text("start") switch
        {
            "first" => Sampling.Fill(n, i => i == 0 ? 1 : 0),
            "ones" => Sampling.Fill(n, _ => 1),
            "ramp" => Sampling.Fill(n, i => 1 - ((i + 1.0) / (n + 1))),

            "equal-slopes" => Sampling.Fill(n, i => Winner(a, i) / a[i, i]),
            "equal-scaled" => Sampling.Fill(n, i => Winner(a, i) / Math.Sqrt(a[i, i])),
            "slowest" => CertifiedPencil.SmallestVector(a.Dense(), BlockDiagonal(a, 1), n),
            "slowest-block" => CertifiedPencil.SmallestVector(a.Dense(), BlockDiagonal(a, p.Integer("block")), n),
            "slowest-cycle" => SlowestCycle(p.Text("matrix"), a),
            "hardest-cycle" => HardestCycle(a),
            _ => Sampling.Normal(random, n),
        };
        return x.Any(v => v != 0) ? x : Sampling.Fill(n, _ => 1);
    }

    /// <summary>blkdiag(A) for consecutive blocks, dense.</summary>
    public static double[] BlockDiagonal(SymmetricMatrix<double> a, int block)
    {
        int n = a.Order;
        double[] dense = a.Dense();
        for (int i = 0; i < n * n; i++)
        {
            dense[i] = i / n / block == i % n / block ? dense[i] : 0;
        }

        return dense;
    }

    /// <summary>A tie would be broken by rounding; the coordinate of the largest A_ii, the first of them, is made to win it.</summary>
    private static double Winner(SymmetricMatrix<double> a, int i)
    {
        int largest = Enumerable.Range(0, a.Order).MaxBy(j => a[j, j]);
        return i == largest ? 1 + Math.ScaleB(1, -30) : 1;
    }

    private static double DiagonalEntry(string order, int i, int n, double spread)
    {
        double share = n == 1 ? 0 : (double)i / (n - 1);
        return order switch
        {
            "one-then-spread" => i == 0 ? 1 : spread,
            "one-two-five" => (i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 5) * Math.Pow(10, Math.Min(i / 3, 5)),
            _ => 1 + (share * (spread - 1)),
        };
    }

    private static IEnumerable<(int Column, double Value)> Neighbours(int i, int n)
    {
        if (i > 0)
        {
            yield return (i - 1, -1);
        }

        yield return (i, 2);
        if (i + 1 < n)
        {
            yield return (i + 1, -1);
        }
    }

    private static IEnumerable<(int Column, double Value)> Halves(int i, int n, double c)
    {
        int half = (n + 1) / 2;
        (int Column, double Value)[] row = i < half ? [(i, 1), (i + half, c)] : [(i - half, c), (i, 1)];
        return row.Where(e => e.Column < n && e.Value != 0);
    }

    private static SymmetricMatrix<double> Dense(int n, Func<int, int, double> entry) =>
        SymmetricMatrix<double>.OfRows(n, i => Enumerable.Range(0, n).Select(j => (j, entry(Math.Max(i, j), Math.Min(i, j)))).Where(e => e.Item2 != 0));

    private static SymmetricMatrix<double> Random(int n, double spread, Random random)
    {
        if (n > 1000)
        {
            throw new InputException($"A random matrix of order {n} has {(long)n * n} entries; choose a dimension of at most 1000, or a sparse matrix.");
        }

        int m = 2 * n;
        double[] g = Sampling.Normal(random, m * n), scale = Sampling.Fill(n, _ => Math.Sqrt(Sampling.LogUniform(random, 1, spread) / m));
        for (int i = 0; i < g.Length; i++)
        {
            g[i] *= scale[i % n];
        }

        double[] gram = CertifiedEigenvalue.Gram(g, m);
        return Dense(n, (i, j) => gram[(i * n) + j]);
    }

    /// <summary>The dominant eigenvector of a Gauss-Seidel cycle, -(D + Lo)^-1 U; of a complex pair its real part.</summary>
    private static double[] SlowestCycle(string matrix, SymmetricMatrix<double> a)
    {
        if (matrix != "equicorrelated" || a.Order < 3)
        {
            throw new InputException("The start 'slowest-cycle' is an eigenvector of a cycle on an equicorrelated matrix of order 3 at least; choose that matrix, or another start.");
        }

        (Matrix<double> lower, Matrix<double> upper) = Triangles(a);
        try
        {
            var evd = (-lower.Solve(upper)).Evd(Symmetricity.Asymmetric);
            double[] sizes = [.. evd.EigenValues.Select(z => z.Magnitude)];
            return evd.EigenVectors.Column(Array.IndexOf(sizes, sizes.Max())).ToArray();
        }
        catch (NonConvergenceException)
        {
            throw new InputException($"The eigenvalues of a cycle with coupling {a[0, 1]} did not converge; choose a coupling nearer to 1.");
        }
    }

    /// <summary>
    /// A cycle moves by y with (D + Lo) y = -grad f and lowers f by y'Dy/2. The x whose |grad f|^2 is largest beside that has grad f = (D + Lo) y, y
    /// the dominant eigenvector of the pair (D + Lo)'(D + Lo), D.
    /// </summary>
    private static double[] HardestCycle(SymmetricMatrix<double> a)
    {
        (Matrix<double> lower, _) = Triangles(a);
        int n = a.Order;
        double[] root = Sampling.Fill(n, i => Math.Sqrt(a[i, i]));
        Matrix<double> scaled = Matrix<double>.Build.Dense(n, n, (i, j) => lower[i, j] / root[j]);
        var evd = scaled.TransposeThisAndMultiply(scaled).Evd(Symmetricity.Symmetric);
        Vector<double> y = Vector<double>.Build.Dense(n, i => evd.EigenVectors[i, n - 1] / root[i]);
        return Matrix<double>.Build.DenseOfRowMajor(n, n, a.Dense()).Solve(lower * y).ToArray();
    }

    private static (Matrix<double> Lower, Matrix<double> Upper) Triangles(SymmetricMatrix<double> a)
    {
        int n = a.Order;
        return (Matrix<double>.Build.Dense(n, n, (i, j) => j <= i ? a[i, j] : 0), Matrix<double>.Build.Dense(n, n, (i, j) => j > i ? a[i, j] : 0));
    }
}
