using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>Unknown powers of two that bring given coefficients to the size of one: x_a + x_b - x_c + log2|coefficient| = 0 in least squares.</summary>
/// <param name="unknowns">How many unknowns.</param>
internal sealed class LogarithmicFit(int unknowns)
{
    // The powers are rounded to integers.
    private const double Accuracy = 0.01;
    private const int MostIterations = 200;

    // A coefficient this many powers below the others says nothing about their size: it is a parameter near zero, or what rounding left of zero.
    private const double Negligible = 12;

    private readonly List<Equation> _equations = [];

    /// <summary>Adds an equation; a coefficient of zero says nothing.</summary>
    /// <param name="a">First unknown, or -1 for none.</param>
    /// <param name="b">Second unknown, or -1 for none.</param>
    /// <param name="c">The unknown that is taken off.</param>
    /// <param name="coefficient">The coefficient.</param>
    public void Add(int a, int b, int c, double coefficient)
    {
        if (coefficient != 0)
        {
            _equations.Add(new(a, b, c, Math.Log2(Math.Abs(coefficient))));
        }
    }

    /// <summary>The solution; where something is undetermined, the shortest one.</summary>
    public double[] Solve()
    {
        double[] x = Fit();

        // The smallest coefficients are taken first: while some stand out, they draw the fit towards themselves, and others seem small.
        while (_equations.Count > 0 && _equations.Min(e => e.Rest(x)) is var least && least < -Negligible)
        {
            _equations.RemoveAll(e => e.Rest(x) < least / 2);
            x = Fit();
        }

        return x;
    }

    private double[] Fit()
    {
        // Conjugate gradients on the normal equations (Hestenes and Stiefel 1952), from zero.
        double[] x = new double[unknowns], residual = new double[unknowns], direction = new double[unknowns], image = new double[unknowns];
        foreach (Equation equation in _equations)
        {
            equation.Add(residual, -equation.Log);
        }

        residual.CopyTo(direction, 0);
        double square = MatrixKernels.Dot(residual, residual);
        for (int iteration = 0; iteration < MostIterations && square > Accuracy * Accuracy; iteration++)
        {
            Array.Clear(image);
            foreach (Equation equation in _equations)
            {
                equation.Add(image, equation.Linear(direction));
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

        return x;
    }

    private readonly record struct Equation(int A, int B, int C, double Log)
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
