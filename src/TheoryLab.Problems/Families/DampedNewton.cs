using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Newton's method with backtracking from zero, in doubles; globally convergent for strongly convex losses.</summary>
internal static class DampedNewton
{
    // Armijo's constant and the number of halvings after which a step is only rounding.
    private const double SufficientDecrease = 0.25;
    private const int MostHalvings = 50;
    private const int MostSteps = 200;

    /// <summary>A minimiser to about double accuracy: the method stops when no step decreases the computed value.</summary>
    /// <param name="loss">The function.</param>
    /// <param name="dimension">n.</param>
    public static double[] Minimize(ISmoothFunction<double> loss, int dimension)
    {
        double[] w = new double[dimension], gradient = new double[dimension], step = new double[dimension], trial = new double[dimension];
        double value = loss.Value(w);
        for (int k = 0; k < MostSteps; k++)
        {
            loss.Gradient(w, gradient);
            gradient.CopyTo(step, 0);
            CholeskyFactor.OfShifted(loss.Hessian(w), dimension).Solve(step);
            double decrement = Reductions.Dot<double>(gradient, step), size = 1, next = double.NaN;
            for (int j = 0; j < MostHalvings; j++, size /= 2)
            {
                HostKernels.Combine<double>(trial, 1, w, -size, step);
                next = loss.Value(trial);
                if (next <= value - (SufficientDecrease * size * decrement))
                {
                    break;
                }
            }

            if (!(next < value))
            {
                break;
            }

            (w, trial, value) = (trial, w, next);
        }

        return w;
    }
}
