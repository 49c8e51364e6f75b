namespace TheoryLab.Core;

/// <summary>A Cholesky factor by a dense backend. A matrix without one answers with NaNs. Nothing is allocated after construction.</summary>
/// <param name="n">The order of A.</param>
/// <param name="backend">The backend.</param>
public sealed class BackendFactor(int n, IDenseBackend backend) : IShiftedFactor<double>
{
    private readonly double[] _matrix = new double[n * n];
    private bool _exists;

    /// <inheritdoc/>
    public Span<double> Matrix => _matrix;

    /// <inheritdoc/>
    public void Factor(double shift)
    {
        for (int i = 0; i < n; i++)
        {
            _matrix[(i * n) + i] += shift;
        }

        _exists = backend.Factor(new(_matrix, n, n)) < 0;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> x)
    {
        if (!_exists)
        {
            x.Fill(double.NaN);
            return;
        }

        backend.Solve(new(_matrix, n, n), x);
    }
}
