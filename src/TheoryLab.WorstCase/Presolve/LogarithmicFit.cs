using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Unknown powers of two that bring given coefficients to the size of one: x_a + x_b - x_c + log2|coefficient| = 0, in the sense of Huber's loss (Annals of Mathematical
/// Statistics 35, 1964) on its lower side: a coefficient far below one does no harm, and must not draw the others away from it.
/// </summary>
/// <param name="unknowns">How many unknowns.</param>
internal sealed class LogarithmicFit(int unknowns)
{
    // The powers are rounded to integers.
    private const double Accuracy = 0.01;
    private const int MostIterations = 200;
    private const double Settled = 0.25;
    private const int MostRounds = 20;

    // Below this the loss is linear.
    private const double Small = -1;

    // A coefficient this far below the others is a parameter near zero, or what rounding left of zero, and says nothing about units.
    private const double Negligible = -8;

    // Equations of the same unknowns whose coefficients differ by less than this factor, a power of two, are one.
    private const double Resolution = 1.0 / 64;

    private readonly Dictionary<Equation, int> _counts = [];
    private Equation[] _equations = [];

    /// <summary>Adds an equation; a coefficient of zero says nothing.</summary>
    /// <param name="a">First unknown, or -1 for none.</param>
    /// <param name="b">Second unknown, or -1 for none.</param>
    /// <param name="c">The unknown that is taken off.</param>
    /// <param name="coefficient">The coefficient.</param>
    public void Add(int a, int b, int c, double coefficient)
    {
        if (coefficient != 0)
        {
            Equation equation = new(a, b, c, Resolution * Math.Round(Math.Log2(Math.Abs(coefficient)) / Resolution));
            _counts[equation] = _counts.GetValueOrDefault(equation) + 1;
        }
    }

    /// <summary>The solution; where something is undetermined, the shortest one.</summary>
    public double[] Solve()
    {
        _equations = [.. _counts.Keys];
        double[] x = new double[unknowns], counts = Array.ConvertAll(_equations, e => (double)_counts[e]), weights = [.. counts];
        Fit(x, weights);
        for (int round = 0; round < MostRounds; round++)
        {
            double[] before = [.. x];
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = counts[i] * (Small / Math.Min(Small, _equations[i].Rest(x)));
            }

            Fit(x, weights);
            if (LargestChange(x, before) < Settled)
            {
                break;
            }
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _equations[i].Rest(x) < Negligible ? 0 : weights[i];
        }

        Fit(x, weights);
        return x;
    }

    private static double LargestChange(double[] x, double[] before)
    {
        double largest = 0;
        for (int j = 0; j < x.Length; j++)
        {
            largest = Math.Max(largest, Math.Abs(x[j] - before[j]));
        }

        return largest;
    }

    // Conjugate gradients on the normal equations (Hestenes and Stiefel 1952), from where x is.
    private void Fit(double[] x, double[] weights)
    {
        double[] residual = new double[unknowns], direction = new double[unknowns], image = new double[unknowns];
        for (int i = 0; i < weights.Length; i++)
        {
            _equations[i].Add(residual, -weights[i] * _equations[i].Rest(x));
        }

        residual.CopyTo(direction, 0);
        double square = MatrixKernels.Dot(residual, residual);
        for (int iteration = 0; iteration < MostIterations && square > Accuracy * Accuracy; iteration++)
        {
            Array.Clear(image);
            for (int i = 0; i < weights.Length; i++)
            {
                _equations[i].Add(image, weights[i] * _equations[i].Linear(direction));
            }

            double step = square / MatrixKernels.Dot(direction, image), before = square;
            MatrixKernels.AddScaled(step, direction, x);
            MatrixKernels.AddScaled(-step, image, residual);
            square = MatrixKernels.Dot(residual, residual);
            for (int j = 0; j < unknowns; j++)
            {
                direction[j] = residual[j] + (square / before * direction[j]);
            }
        }
    }

    // A class: dictionaries of references are compiled already.
    private sealed record Equation(int A, int B, int C, double Log)
    {
        public double Rest(double[] x) => Linear(x) + Log;

        public double Linear(double[] x) => (A < 0 ? 0 : x[A]) + (B < 0 ? 0 : x[B]) - x[C];

        public void Add(double[] target, double amount)
        {
            if (A >= 0)
            {
                target[A] += amount;
            }

            if (B >= 0)
            {
                target[B] += amount;
            }

            target[C] -= amount;
        }
    }
}
