using MathNet.Numerics.Distributions;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// The answer about a slope: a mixture of Student t distributions, one per cell, weighted by evidence (Bayesian model averaging: Hoeting,
/// Madigan, Raftery and Volinsky, Statistical Science 1999).
/// </summary>
internal sealed class StudentMixture
{
    // Components lighter than this, against the heaviest, cannot move a quantile that matters.
    private const double Negligible = 1e-7;
    private const double Reach = 60;
    private const int Steps = 200;
    private const double Tolerance = 1e-9;

    private readonly List<(double Weight, double Centre, double Scale, int Freedom)> _components = [];

    /// <summary>Mixes the cells of several shapes.</summary>
    /// <param name="fits">Shapes of one model.</param>
    /// <param name="discount">Power to which the evidence between shapes is raised: likelihood ratios of misfit are far too sure
    /// (Gruenwald and van Ommen, Bayesian Analysis 2017).</param>
    public StudentMixture(IReadOnlyList<ShapeFit> fits, double discount)
    {
        double top = fits.Max(fit => fit.LogEvidence), largest = double.NegativeInfinity;
        foreach (ShapeFit fit in fits)
        {
            largest = Math.Max(largest, fit.Best.LogWeight + ((1 - discount) * (top - fit.LogEvidence)));
        }

        double total = 0;
        foreach (ShapeFit fit in fits)
        {
            double lift = ((1 - discount) * (top - fit.LogEvidence)) - largest;
            foreach (WeighedCell cell in fit.Cells)
            {
                double weight = Math.Exp(cell.LogWeight + lift);
                if (weight > Negligible)
                {
                    _components.Add((weight, cell.Slope, cell.SlopeError, fit.Freedom));
                    total += weight;
                }
            }
        }

        for (int i = 0; i < _components.Count; i++)
        {
            _components[i] = _components[i] with { Weight = _components[i].Weight / total };
        }
    }

    public double Median => Quantile(0.5);

    /// <summary>The standard error that a normal distribution with the same 95% interval has.</summary>
    public double Error => (Quantile(0.975) - Quantile(0.025)) / 4;

    /// <summary>The quantile of level a: bisection, with Newton's step where it stays inside the bracket and halves it.</summary>
    public double Quantile(double a)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, x = 0, least = double.PositiveInfinity;
        foreach ((double weight, double centre, double scale, _) in _components)
        {
            low = Math.Min(low, centre - (Reach * scale));
            high = Math.Max(high, centre + (Reach * scale));
            least = Math.Min(least, scale);
            x += weight * centre;
        }

        double lastWidth = double.PositiveInfinity;
        for (int step = 0; step < Steps; step++)
        {
            (double share, double density) = At(x);
            if (share < a)
            {
                low = x;
            }
            else
            {
                high = x;
            }

            double newton = x - ((share - a) / density);
            double move = Math.Abs(newton - x);
            if (move < Tolerance * least || high - low < Tolerance * least)
            {
                break;
            }

            // Newton must make progress against its own last step, or the bracket is halved instead.
            bool trusted = newton > low && newton < high && move < 0.5 * lastWidth;
            lastWidth = trusted ? move : double.PositiveInfinity;
            x = trusted ? newton : 0.5 * (low + high);
        }

        return x;
    }

    private (double Share, double Density) At(double x)
    {
        double share = 0, density = 0;
        foreach ((double weight, double centre, double scale, int freedom) in _components)
        {
            share += weight * StudentT.CDF(centre, scale, freedom, x);
            density += weight * StudentT.PDF(centre, scale, freedom, x);
        }

        return (share, density);
    }
}
