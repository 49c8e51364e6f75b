using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A worst function that a solve has found, as a function that any method can be run on: smooth and (strongly) convex, through all recorded points.
/// </summary>
/// <remarks>
/// After mu|x|^2/2 is taken off, with L - mu for L: f(x) = min over the simplex of (L/2)|x - sum l_i w_i|^2 + sum l_i h_i, w_i = x_i - g_i/L and
/// h_i = f_i - |g_i|^2/(2L), is convex and L-smooth, with gradient L (x - sum l_i w_i), and takes the values f_i and gradients g_i at x_i whenever the points can be
/// interpolated (Taylor, Hendrickx and Glineur, Mathematical Programming 161, 2017). Every evaluation solves that quadratic program by pairwise steps.
/// </remarks>
public sealed class WorstInstance : IGradientOracle<HostVector<double>>, IValueOracle<HostVector<double>, double>
{
    private const double UnitRoundoff = 1.0 / (1L << 53);
    private const int MostSteps = 1_000_000;

    private readonly double _l;
    private readonly double _mu;
    private readonly double[][] _w;
    private readonly double[] _h;
    private readonly double[] _weights;
    private readonly double[] _rest;

    /// <summary>The worst function of a problem with one smooth convex function.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="result">Its solution, with all constraints imposed, so that the points can be interpolated.</param>
    /// <param name="x0">The initial point.</param>
    /// <exception cref="InputException">The problem has another class, or its solution no Gram matrix.</exception>
    public WorstInstance(WorstCaseProblem<double> problem, WorstCaseResult<double> result, SymbolicVector<double> x0)
    {
        if (problem.Interpolated is not [SymbolicFunction<double> { Class: SmoothStronglyConvex<double> smooth } f] || smooth.Parameters[1].Value < 0)
        {
            throw new InputException("A worst function is built for one smooth convex function only.");
        }

        // G = C C' makes row i of C a base vector.
        int d = problem.Space.VectorNames.Count;
        double[] basis = [.. result.Gram];
        if (!LowerFactor.TryFactor(basis, d, d))
        {
            throw new InputException("The solution of the worst-case problem has no positive definite Gram matrix; solve it with all constraints.");
        }

        _mu = smooth.Parameters[1].Value;
        _l = smooth.Parameters[0].Value - _mu;
        (_w, _h) = (new double[f.Points.Count][], new double[f.Points.Count]);
        (_weights, _rest) = (new double[f.Points.Count], new double[d]);
        for (int i = 0; i < f.Points.Count; i++)
        {
            double[] x = Coordinates(f.Points[i].X, basis, d), g = Coordinates(f.Points[i].G, basis, d);
            double value = f.Points[i].F.Constant - (_mu / 2 * MatrixKernels.Dot(x, x));
            foreach ((int index, double c) in f.Points[i].F.Values)
            {
                value += c * result.FunctionValues[index];
            }

            MatrixKernels.AddScaled(-_mu, x, g);
            _h[i] = value - (MatrixKernels.Dot(g, g) / (2 * _l));
            MatrixKernels.AddScaled(-1 / _l, g, x);
            _w[i] = x;
        }

        InitialPoint = new(Coordinates(x0, basis, d));
    }

    /// <summary>x_0, to be read, not written.</summary>
    public HostVector<double> InitialPoint { get; }

    /// <inheritdoc/>
    public void Gradient(HostVector<double> x, HostVector<double> gradient)
    {
        Minimize(x.Span);
        for (int j = 0; j < _rest.Length; j++)
        {
            gradient.Span[j] = (_l * _rest[j]) + (_mu * x.Span[j]);
        }
    }

    /// <inheritdoc/>
    public double Value(HostVector<double> x)
    {
        Minimize(x.Span);
        return (_l / 2 * MatrixKernels.Dot(_rest, _rest)) + MatrixKernels.Dot(_weights, _h) + (_mu / 2 * MatrixKernels.Dot(x.Span, x.Span));
    }

    private static double[] Coordinates(SymbolicVector<double> v, double[] basis, int d)
    {
        double[] result = new double[d];
        for (int i = 0; i < v.Coordinates.Length; i++)
        {
            MatrixKernels.AddScaled(v.Coordinates[i], basis.AsSpan(i * d, i + 1), result);
        }

        return result;
    }

    // Weights of the simplex, and rest = x - sum l_i w_i: weight moves from the vertex of largest slope to that of smallest slope (Mitchell, Demyanov and Malozemov 1974).
    private void Minimize(ReadOnlySpan<double> x)
    {
        Array.Clear(_weights);
        _weights[0] = 1;
        x.CopyTo(_rest);
        MatrixKernels.AddScaled(-1, _w[0], _rest);
        for (int step = 0; step < MostSteps; step++)
        {
            int to = 0, from = -1;
            double least = double.PositiveInfinity, most = double.NegativeInfinity, size = 0;
            for (int i = 0; i < _w.Length; i++)
            {
                double product = _l * MatrixKernels.Dot(_rest, _w[i]), slope = _h[i] - product;
                size = Math.Max(size, Math.Abs(product) + Math.Abs(_h[i]));
                (least, to) = slope < least ? (slope, i) : (least, to);
                (most, from) = _weights[i] > 0 && slope > most ? (slope, i) : (most, from);
            }

            double distance = 0;
            for (int j = 0; j < _rest.Length; j++)
            {
                double difference = _w[to][j] - _w[from][j];
                distance += difference * difference;
            }

            if (most - least <= 8 * UnitRoundoff * size || distance == 0)
            {
                return;
            }

            double move = Math.Min(_weights[from], (most - least) / (_l * distance));
            _weights[to] += move;
            _weights[from] = move == _weights[from] ? 0 : _weights[from] - move;
            MatrixKernels.AddScaled(-move, _w[to], _rest);
            MatrixKernels.AddScaled(move, _w[from], _rest);
        }
    }
}
