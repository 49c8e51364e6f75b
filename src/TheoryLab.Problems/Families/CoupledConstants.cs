using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The constants of x'Ax/2 that coordinates and blocks see, computed when asked for and proved; doubles, rounded to the safe side.</summary>
internal sealed class CoupledConstants
{
    // Beyond this order the proofs take seconds; constants then come from Gershgorin's discs and mu from 0.
    private const int LargestProved = 128;

    // All 2^(n-1) sign vectors are tried.
    private const int LargestEnumerated = 20;

    private readonly SymmetricMatrix<double> _a;
    private readonly Lazy<double[]> _dense;
    private readonly Lazy<double> _smoothness;
    private readonly Lazy<double> _mu;
    private readonly Lazy<double> _diagonalMu;
    private readonly Lazy<double> _blockMu;
    private readonly Lazy<double> _oneNormMu;
    private readonly Lazy<double> _scaledMu;

    public CoupledConstants(SymmetricMatrix<double> a, int block)
    {
        (_a, _dense) = (a, new(a.Dense));
        double[] diagonal = Sampling.Fill(a.Order, i => a[i, i]);
        (Largest, Smallest) = (diagonal.Max(), diagonal.Min());
        _smoothness = new(() => a.Order > LargestProved ? Up(a.LargestRowSum()) : CertifiedPencil.Largest(_dense.Value, Identity(), a.Order));
        _mu = new(() => Pencil(Identity));
        _diagonalMu = new(() => Pencil(() => CoupledMatrices.BlockDiagonal(a, 1)));
        _blockMu = new(() => Pencil(() => CoupledMatrices.BlockDiagonal(a, block)));
        _oneNormMu = new(() => Signs(Sampling.Fill(a.Order, _ => 1), Mu / a.Order));
        _scaledMu = new(() => Signs(Array.ConvertAll(diagonal, Math.Sqrt), DiagonalMu / a.Order));
    }

    /// <summary>What the families say about them.</summary>
    public static IReadOnlyList<ConstantInfo> Infos { get; } =
    [
        new("L", "lambda_max(A), bounded by a factorisation of t I - A whose pivots are proved positive; Gershgorin's bound for n above 128"),
        new("mu", "lambda_min(A), bounded likewise; 0 for n above 128"),
        new("Lmax", "largest diagonal entry of A"),
        new("Lmin", "smallest diagonal entry of A"),
        new("sumL", "trace of A, the sum of the L_i"),
        new("muL", "smallest eigenvalue of the pair (A, diag A): strong convexity in sum L_i x_i^2, bounded likewise"),
        new("muB", "smallest eigenvalue of the pair (A, blkdiag A), bounded likewise"),
        new("sigma", "1 - muB; with two blocks, the norm of A_11^-1/2 A_12 A_22^-1/2"),
        new("mu1", "strong convexity in the 1-norm: 1/max of s'A^-1 s over all 2^(n-1) sign vectors for n up to 20, else mu/n"),
        new("muGSL", "strong convexity in sum sqrt(L_i) |x_i|, likewise with weights sqrt(L_i), else muL/n"),
        new("RL2", "sum L_i (x_0 - x*)_i^2"),
    ];

    public double Largest { get; }

    public double Smallest { get; }

    public double Smoothness => _smoothness.Value;

    public double Mu => _mu.Value;

    public double DiagonalMu => _diagonalMu.Value;

    public double BlockMu => _blockMu.Value;

    /// <summary>A constant in a scalar; the sum of the L_i and RL2 are formulas in it.</summary>
    public T? In<T>(string name, T[] diagonal, ReadOnlySpan<T> start)
        where T : struct, System.Numerics.INumber<T>
    {
        if (name is "sumL" or "RL2")
        {
            T sum = T.Zero;
            for (int i = 0; i < diagonal.Length; i++)
            {
                sum += name == "sumL" ? diagonal[i] : diagonal[i] * start[i] * start[i];
            }

            return sum;
        }

        return name switch
        {
            "L" => ScalarMath.From<T>(Smoothness),
            "mu" => ScalarMath.From<T>(Mu),
            "Lmax" => ScalarMath.From<T>(Largest),
            "Lmin" => ScalarMath.From<T>(Smallest),
            "muL" => ScalarMath.From<T>(DiagonalMu),
            "muB" => ScalarMath.From<T>(BlockMu),
            "sigma" => T.One - ScalarMath.From<T>(BlockMu),
            "mu1" => ScalarMath.From<T>(_oneNormMu.Value),
            "muGSL" => ScalarMath.From<T>(_scaledMu.Value),
            _ => null,
        };
    }

    private double Pencil(Func<double[]> b) => _a.Order > LargestProved ? 0 : CertifiedPencil.Smallest(_dense.Value, b(), _a.Order);

    private double Signs(double[] weights, double otherwise) =>
        _a.Order > LargestEnumerated ? Down(otherwise) : Down(Down(1 / CertifiedPencil.LargestOverSigns(_dense.Value, weights)));

    private double[] Identity()
    {
        double[] identity = new double[_a.Order * _a.Order];
        for (int i = 0; i < _a.Order; i++)
        {
            identity[(i * _a.Order) + i] = 1;
        }

        return identity;
    }

    private static double Down(double x) => Math.Max(0, Math.BitDecrement(x));

    private double Up(double x) => x * (1 + (_a.Order * Math.ScaleB(1, -52)));
}
