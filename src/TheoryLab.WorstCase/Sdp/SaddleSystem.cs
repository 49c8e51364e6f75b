using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// The linear system (M + D) x - a z = h, a'x = r of one iteration, D diagonal. The rows a' lie below M, so that one Cholesky factorisation of M leaves
/// Y = a' L^-T in place; then Y Y' is factored and both unknowns follow by triangular solves.
/// </summary>
internal sealed class SaddleSystem
{
    // Near the solution M loses definiteness to rounding. Its diagonal is raised by these multiples of the unit round-off until the factor exists;
    // replacing small pivots instead ruins the direction.
    private const double FirstLift = 1.0 / (1L << 50);
    private const double LargestLift = 1.0 / (1L << 20);

    private readonly int _rows;
    private readonly int _values;
    private readonly double[] _factor;
    private readonly double[] _small;
    private readonly double[] _z;

    public SaddleSystem(int rows, int values)
    {
        (_rows, _values) = (rows, values);
        Stride = (rows + 7) / 8 * 8;
        Matrix = new double[(rows + values) * Stride];
        _factor = new double[Matrix.Length];
        _small = new double[values * values];
        _z = new double[values];
    }

    /// <summary>Distance between rows.</summary>
    public int Stride { get; }

    /// <summary>M + D in the lower triangle of the first rows, a' below; to be filled by the caller, left as it is.</summary>
    public double[] Matrix { get; }

    /// <summary>Factors what the caller has filled in.</summary>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>False if no allowed lift makes it definite, or the rows a' are dependent.</returns>
    public bool TryFactor(CancellationToken cancellation)
    {
        for (double lift = 0; ; lift = lift == 0 ? FirstLift : 8 * lift)
        {
            if (lift > LargestLift)
            {
                return false;
            }

            Matrix.CopyTo(_factor, 0);
            for (int k = 0; k < _rows; k++)
            {
                _factor[(k * Stride) + k] *= 1 + lift;
            }

            if (LowerFactor.TryFactor(_factor, Stride, _rows, _values, cancellation))
            {
                break;
            }
        }

        Array.Clear(_small);
        ReadOnlySpan<double> y = _factor.AsSpan(_rows * Stride);
        MatrixKernels.AddProductTransposed(_small, _values, y, Stride, y, Stride, _values, _values, _rows, 1);
        for (int i = 0; i < _values; i++)
        {
            // A value that no row ties down stays where it is.
            _small[(i * _values) + i] += _small[(i * _values) + i] == 0 ? 1 : 0;
        }

        return _values == 0 || LowerFactor.TryFactor(_small, _values, _values, 0, cancellation);
    }

    /// <summary>(h, r) &lt;- (x, z).</summary>
    /// <param name="h">Right-hand side and solution, one entry per row.</param>
    /// <param name="r">Right-hand side and solution, one entry per value.</param>
    public void Solve(Span<double> h, Span<double> r)
    {
        LowerFactor.SolveForward(_factor, Stride, _rows, h);
        for (int i = 0; i < _values; i++)
        {
            _z[i] = r[i] - MatrixKernels.Dot(Row(i), h);
        }

        LowerFactor.SolveForward(_small, _values, _values, _z);
        LowerFactor.SolveBackward(_small, _values, _values, _z);
        for (int i = 0; i < _values; i++)
        {
            MatrixKernels.AddScaled(_z[i], Row(i), h);
        }

        LowerFactor.SolveBackward(_factor, Stride, _rows, h);
        _z.CopyTo(r);
    }

    private ReadOnlySpan<double> Row(int i) => _factor.AsSpan((_rows + i) * Stride, _rows);
}
