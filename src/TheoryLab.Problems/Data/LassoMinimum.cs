using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The minimiser of f(w) + penalty |w|_1, f smooth and mu-strongly convex, with a proved accuracy.</summary>
/// <remarks>
/// Coordinate descent on quadratic models of f (one is enough where f is quadratic) guesses the support and the signs. On the support the optimality
/// conditions are smooth and are solved by refinement in double-doubles. The proof is a subgradient of norm g at the point, so that |w - w*| is at most g/mu. It also shows that zeros and signs are
/// those of w*: where w_i is not zero, |w_i| exceeds g/mu; where it is, |grad_i f(w)| + L g/mu is below the penalty, hence w*_i = 0.
/// </remarks>
internal static class LassoMinimum
{
    private const int MostSweeps = 100_000;
    private const int MostSteps = 100;
    private const int MostModels = 100;

    public static CertifiedMinimum Of(
        SmoothLoss<double> rough, SmoothLoss<DoubleDouble> loss, SmoothLoss<Tracked<DoubleDouble>> tracked, int n, double penalty, double mu, double smoothness)
    {
        double[] start = Descend(rough, n, penalty);
        int[] support = [.. Enumerable.Range(0, n).Where(i => start[i] != 0)];
        DoubleDouble[] point = Refine(rough, loss, start, support, penalty);

        Tracked<DoubleDouble>[] exact = Array.ConvertAll(point, x => (Tracked<DoubleDouble>)x), gradient = new Tracked<DoubleDouble>[n];
        tracked.Gradient(exact, gradient);
        double squares = 0;
        Tracked<DoubleDouble> norm = default;
        for (int i = 0; i < n; i++)
        {
            norm += point[i] < 0 ? -exact[i] : exact[i];
            Tracked<DoubleDouble> residual = start[i] == 0 ? default : gradient[i] + (DoubleDouble)(penalty * Math.Sign(start[i]));
            squares += Math.Pow(Math.Abs(residual.Value.High) + residual.Error, 2);
        }

        CertifiedMinimum minimum = CertifiedMinimum.OfSubgradient(
            point, Math.Sqrt(squares) * (1 + Math.ScaleB(1, -40)), tracked.Value(exact) + ((DoubleDouble)penalty * norm), mu);
        for (int i = 0; i < n; i++)
        {
            double size = Math.Abs(gradient[i].Value.High) + gradient[i].Error + (2 * smoothness * minimum.DistanceError);
            bool proved = start[i] == 0 ? size < penalty : Math.Sign(start[i]) * point[i].High > 2 * minimum.DistanceError;
            if (!proved)
            {
                throw new InputException($"The lasso with penalty {penalty:R} has a component at the edge of its support, which cannot be certified; change the penalty a little.");
            }
        }

        return minimum;
    }

    /// <summary>Minimisers of quadratic models, one after the other, until a model changes nothing that matters to a double; f quadratic is its own model.</summary>
    private static double[] Descend(SmoothLoss<double> loss, int n, double penalty)
    {
        double[] w = new double[n];
        for (int model = 0; model < MostModels; model++)
        {
            double[] before = [.. w];
            DescendModel(loss, w, penalty);
            double size = w.Max(Math.Abs), change = w.Zip(before, (x, y) => Math.Abs(x - y)).Max();
            if (loss is SquaredLoss<double> || change <= Math.ScaleB(size, -46))
            {
                break;
            }
        }

        return w;
    }

    /// <summary>Cyclic coordinate descent on the quadratic model of f at w until a sweep changes nothing that matters to a double.</summary>
    private static void DescendModel(SmoothLoss<double> loss, double[] w, double penalty)
    {
        int n = w.Length;
        double[] slope = new double[n], gram = loss.Hessian(w);
        loss.Gradient(w, slope);
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double change = 0, size = 0;
            for (int i = 0; i < n; i++)
            {
                double curvature = gram[(i * n) + i], target = (curvature * w[i]) - slope[i];
                double next = target > penalty ? (target - penalty) / curvature : target < -penalty ? (target + penalty) / curvature : 0;
                double difference = next - w[i];
                if (difference != 0)
                {
                    w[i] = next;
                    for (int j = 0; j < n; j++)
                    {
                        slope[j] += difference * gram[(Math.Max(i, j) * n) + Math.Min(i, j)];
                    }
                }

                change = Math.Max(change, Math.Abs(difference));
                size = Math.Max(size, Math.Abs(next));
            }

            if (change <= Math.ScaleB(size, -46))
            {
                break;
            }
        }
    }

    /// <summary>Newton steps on the support with a factor in doubles and residuals in double-doubles, until the residual no longer falls.</summary>
    private static DoubleDouble[] Refine(SmoothLoss<double> rough, SmoothLoss<DoubleDouble> loss, double[] start, int[] support, double penalty)
    {
        int n = start.Length, s = support.Length;
        double[] hessian = rough.Hessian(start), restricted = new double[s * s], step = new double[s];
        for (int i = 0; i < s; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                restricted[(i * s) + j] = hessian[(support[i] * n) + support[j]];
            }
        }

        CholeskyFactor factor = CholeskyFactor.OfShifted(restricted, s);
        DoubleDouble[] point = Array.ConvertAll(start, x => (DoubleDouble)x), best = point, gradient = new DoubleDouble[n];
        double least = double.PositiveInfinity;
        for (int k = 0; k < MostSteps; k++)
        {
            loss.Gradient(point, gradient);
            for (int i = 0; i < s; i++)
            {
                step[i] = (gradient[support[i]] + (DoubleDouble)(penalty * Math.Sign(start[support[i]]))).High;
            }

            double norm = Math.Sqrt(Reductions.Dot<double>(step, step));
            if (!(norm < least))
            {
                break;
            }

            (best, least) = (point, norm);
            factor.Solve(step);
            point = [.. best];
            for (int i = 0; i < s; i++)
            {
                point[support[i]] -= step[i];
            }
        }

        return best;
    }
}
