using TheoryLab.Claims.Fitting;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using static TheoryLab.Calibration.SyntheticTraces;

namespace TheoryLab.Calibration;

/// <summary>Rows of traces whose rate a theorem gives: the library's methods on problems where it is attained, and closed forms of Newton's.</summary>
internal static class SolverTraces
{
    public static readonly IReadOnlyDictionary<string, Func<System.Random, Synthetic>> Rows =
        new Dictionary<string, Func<System.Random, Synthetic>>
        {
            ["gradient descent, abs(x)^q"] = AbsolutePower,
            ["gradient descent, quadratic"] = GradientDescentQuadratic,
            ["gradient descent, Huber"] = HuberSlope,
            ["Nesterov, power spectrum"] = NesterovSpectrum,
            ["conjugate gradients, Chebyshev spectrum"] = ConjugateGradientsChebyshev,
            ["Frank-Wolfe open loop, simplex vertex"] = FrankWolfeVertex,
            ["Frank-Wolfe open loop, triangle"] = FrankWolfeTriangle,
            ["Newton and Halley, square root"] = SquareRoot,
        };

    /// <summary>Rows in which the law is hard to see on the window.</summary>
    public static readonly IReadOnlyDictionary<string, Func<System.Random, Synthetic>> Hard =
        new Dictionary<string, Func<System.Random, Synthetic>>
        {
            ["subgradient method, last iterate"] = SubgradientLast,
            ["gradient descent, separable logistic"] = SeparableLogistic,
        };

    private static double[] Values<TProblem>(IIteration<HostVector<double>> run, TProblem problem, int last, Func<HostVector<double>, TProblem, double> gap)
    {
        double[] y = new double[last + 1];
        for (int k = 0; k <= last; k++)
        {
            y[k] = gap(run.Iterate, problem);
            run.Step(k);
        }

        return y;
    }

    // x' = -x^(q-1) gives x ~ k^(-1/(q-2)) and f ~ k^(-q/(q-2)).
    private static Synthetic AbsolutePower(System.Random r)
    {
        int last = Length(r, 60, 10_000);
        double p = Uniform(r, 1.2, 3), q = 2 * p / (p - 1);
        ScalarFunction f = new(x => Math.Pow(Math.Abs(x), q - 1) * Math.Sign(x));
        HostVector<double> x0 = new([Uniform(r, 0.5, 1)]);
        IIteration<HostVector<double>> run = new GradientDescent().Start(f, x0, new MethodSetup<double>(q - 1, 0, last));
        return new(Iterations(0, last), Values(run, f, last, (x, _) => Math.Pow(Math.Abs(x[0]), q) / q), RateModel.Power, p);
    }

    private static Synthetic GradientDescentQuadratic(System.Random r)
    {
        int last = Length(r, 60, 2_000), n = r.Next(2, 30);
        double fall = LogUniform(r, 3, 25), mu = 1 - Math.Exp(-fall / (2 * last));
        double[] d = new double[n], x0 = new double[n];
        for (int i = 0; i < n; i++)
        {
            // The second smallest eigenvalue leaves the last two thirds to the smallest.
            d[i] = i == 0 ? mu : Math.Min(1, mu + LogUniform(r, 12.0 / last, 1));
            x0[i] = Uniform(r, 0.5, 2);
        }

        DiagonalQuadratic f = new(d);
        IIteration<HostVector<double>> run = new GradientDescent().Start(f, new HostVector<double>(x0), new MethodSetup<double>(1, mu, last));
        double[] k = Iterations(0, last), slow = Array.ConvertAll(k, i => mu * x0[0] * x0[0] * Math.Pow(1 - mu, 2 * i) / 2);
        double[] y = Values(run, f, last, (x, g) => g.Value(x));
        return new(k, y, RateModel.Linear, (1 - mu) * (1 - mu)) { Settled = Synthetic.SettledAt(k, i => (y[i] / slow[i]) - 1) };
    }

    // With step h/L: down the linear part, then by (1-h)^2 a step.
    private static Synthetic HuberSlope(System.Random r)
    {
        int last = Length(r, 60, 2_000);
        double h = 1 - Math.Exp(-LogUniform(r, 6, 25) / (2 * last)), entry = Uniform(r, 0.02, 0.3) * last, tau = 1 / (1 + (h * entry));
        HostProblem<double> f = Huber.Exactly(1.0, tau, 1.0);
        IIteration<HostVector<double>> run = new GradientDescent().Start(f, f.InitialPoint, new MethodSetup<double>(1 / h, 0, last));
        return new(Iterations(0, last), Values(run, f, last, (x, g) => g.PrimalGap(x)), RateModel.Linear, (1 - h) * (1 - h)) { Settled = entry };
    }

    // Eigenvalues i^-a with energies i^-b on a fine geometric grid of i up to 1e7, and the rest as an integral: k^-2(b-1)/a while that is below 3.
    private static Synthetic NesterovSpectrum(System.Random r)
    {
        const double Ratio = 1.03, Largest = 1e7;
        int last = Length(r, 60, 1_000);
        double a = Uniform(r, 1.2, 2), p = Uniform(r, 0.5, 2), b = 1 + (p * a / 2);
        List<double> d = [], start = [];
        for (double i = 1; i < Largest; i *= Ratio)
        {
            double lambda = Math.Pow(i, -a), energy = Math.Pow(i, 1 - b) * (Ratio - 1);
            d.Add(lambda);
            start.Add(Math.Sqrt(2 * energy / lambda));
        }

        double rest = Math.Pow(Largest, 1 - b) / (b - 1);
        DiagonalQuadratic f = new([.. d]);
        IIteration<HostVector<double>> run = new NesterovThree().Start(f, new HostVector<double>([.. start]), new MethodSetup<double>(1, 0, last));
        return new(Iterations(0, last), Values(run, f, last, (x, g) => g.Value(x) + rest), RateModel.Power, p);
    }

    // Gauss nodes of the four Chebyshev weights on [0, 1]: for k below their number the run is that of the continuous measure, whose
    // Christoffel function at 0 is k^-1 (weight x^-1/2 there) or k^-3 (weight x^1/2).
    private static Synthetic ConjugateGradientsChebyshev(System.Random r)
    {
        int last = Length(r, 20, 500), n = last + 2 + r.Next(last), kind = r.Next(4);
        double[] d = new double[n], x0 = new double[n];
        for (int i = 0; i < n; i++)
        {
            // theta is measured from the small end: d = sin^2(theta/2).
            double theta = Math.PI * (kind switch { 0 => (i + 0.5) / n, 1 => (i + 1.0) / (n + 1), 2 => (i + 1) / (n + 0.5), _ => (i + 0.5) / (n + 0.5) });
            d[i] = Math.Pow(Math.Sin(theta / 2), 2);
            double weight = kind switch { 0 => 1, 1 => Math.Pow(Math.Sin(theta), 2), 2 => d[i], _ => 1 - d[i] };
            x0[i] = Math.Sqrt(weight / d[i]);
        }

        DiagonalQuadratic f = new(d);
        IIteration<HostVector<double>> run = new ConjugateGradients().Start(f, new HostVector<double>(x0), new MethodSetup<double>(1, d[0], last));
        return new(Iterations(0, last), Values(run, f, last, (x, g) => g.Value(x)), RateModel.Power, kind is 1 or 2 ? 3 : 1);
    }

    // The minimiser is a vertex with slopes towards all others, so that x_k - x* shrinks by k/(k+l) a step: f ~ k^-l.
    private static Synthetic FrankWolfeVertex(System.Random r)
    {
        int last = Length(r, 60, 5_000), l = r.Next(1, 4);
        Dictionary<string, ParameterValue> given = new()
        {
            ["dimension"] = r.Next(3, 20),
            ["support"] = 0.0,
            ["slope"] = LogUniform(r, 0.5, 2),
        };
        SimplexQuadratic family = new();
        ConstrainedProblem<double> f = (ConstrainedProblem<double>)family.Create(ParameterSet.Bind(family, given), r.Next()).In<double>();

        // From the second vertex with l = 1, the first step would be the whole way: start between vertices and after some iterations.
        int first = r.Next(1, 6);
        HostVector<double> x0 = f.InitialPoint.Copy();
        for (int i = 0; i < x0.Length; i++)
        {
            x0[i] = 1.0 / x0.Length;
        }

        IIteration<HostVector<double>> run = new FrankWolfe(l).Start(f, x0, new MethodSetup<double>(1, 0, last));
        double[] y = new double[last];
        for (int k = 0; k < last; k++)
        {
            run.Step(first + k);
            y[k] = f.PrimalGap(run.Iterate);
        }

        return new(Iterations(1, last), y, RateModel.Power, l);
    }

    // The minimiser lies inside an edge: after the apex is forgotten, steps of 2/(k+2) change side, x ~ 1/k, f ~ k^-2.
    private static Synthetic FrankWolfeTriangle(System.Random r)
    {
        int last = Length(r, 60, 5_000);
        WolfeTriangle family = new();
        double height = Uniform(r, 0.2, 1), x = Uniform(r, -1, 1) * (1 - height);
        Dictionary<string, ParameterValue> given = new() { ["x"] = x, ["y"] = height };
        ConstrainedProblem<double> f = (ConstrainedProblem<double>)family.Create(ParameterSet.Bind(family, given), 0).In<double>();

        // Started late enough that the first step is not the whole way.
        int first = r.Next(1, 6);
        IIteration<HostVector<double>> run = new FrankWolfe().Start(f, f.InitialPoint, new MethodSetup<double>(1, 0, last));
        double[] y = new double[last];
        for (int k = 0; k < last; k++)
        {
            run.Step(first + k);
            y[k] = f.PrimalGap(run.Iterate);
        }

        return new(Iterations(1, last), y, RateModel.Power, 2);
    }

    // (x_k - s)/(x_k + s) is raised to the power m: error 2 s u/(1-u), u = u_0^(m^k).
    private static Synthetic SquareRoot(System.Random r)
    {
        double m = r.Next(2, 4), s = LogUniform(r, 0.1, 10), u = Uniform(r, 0.2, 0.7);
        List<double> y = [];
        while (u > 1e-300)
        {
            y.Add(2 * s * u / (1 - u));
            u = Math.Pow(u, m);
        }

        return new(Iterations(0, y.Count - 1), [.. y], RateModel.Superlinear, m);
    }

    // The last iterate on sum w_i |x_i| with steps R/(M sqrt(k+1)) stays of the size of the steps.
    private static Synthetic SubgradientLast(System.Random r)
    {
        // In one dimension the first step ends at the minimiser.
        int last = Length(r, 100, 10_000), n = r.Next(2, 6);
        double[] w = [.. Enumerable.Range(0, n).Select(_ => Uniform(r, 0.5, 2))];
        double[] x0 = [.. Enumerable.Range(0, n).Select(_ => Uniform(r, 0.2, 1))];
        double radius = Math.Sqrt(x0.Sum(x => x * x)), slope = Math.Sqrt(w.Sum(x => x * x));
        WeightedAbsolute f = new(w);
        MethodSetup<double> setup = new(name => name switch { "R" => radius, "M" => slope, _ => null }, last);
        IIteration<HostVector<double>> run = new SubgradientInverseRoot().Start(f, new HostVector<double>(x0), setup);
        double[] y = Values(run, f, last, (x, g) => g.Value(x));
        (double size, double correlation) = AboutLaw(y, 0.5);
        return new(Iterations(0, last), y, RateModel.Power, 0.5) { Noise = size, Correlation = correlation, IsMeasured = true };
    }

    // Size and correlation, from one point to the next, of log(y_k k^p) about its mean: what keeps a trace from its law without any randomness.
    private static (double Size, double Correlation) AboutLaw(double[] y, double p)
    {
        double[] e = [.. y.Index().Where(v => v.Index > 0 && v.Item > 0).Select(v => Math.Log(v.Item) + (p * Math.Log(v.Index)))];
        double mean = e.Average(), square = e.Sum(v => (v - mean) * (v - mean));
        return (Math.Sqrt(square / e.Length), e.Skip(1).Zip(e, (a, b) => (a - mean) * (b - mean)).Sum() / square);
    }

    // f ~ 1/k, with corrections that fall like powers of 1/log k (Soudry et al., JMLR 2018).
    private static Synthetic SeparableLogistic(System.Random r)
    {
        int last = Length(r, 200, 10_000), n = 10;
        double[][] points = [.. Enumerable.Range(0, n).Select(_ => new[] { Uniform(r, 0.1, 1), Uniform(r, -1, 1) })];
        Logistic f = new(points);
        double largest = points.Max(p => (p[0] * p[0]) + (p[1] * p[1])) / 4;
        IIteration<HostVector<double>> run = new GradientDescent().Start(f, new HostVector<double>([0, 0]), new MethodSetup<double>(largest, 0, last));
        double[] k = Iterations(0, last), y = Values(run, f, last, (x, g) => g.Value(x));

        // x_k = w log k + o(log k), w the point of least norm with margin one on all data, and the part of the steps along w is |w|^2/k: f ~ L |w|^2/k.
        double law = largest / SquaredMargin(points);
        return new(k, y, RateModel.Power, 1) { Settled = Synthetic.SettledAt(k, i => Math.Abs((k[i] * y[i] / law) - 1)), IsMeasured = true };
    }

    // The largest margin of a unit vector on points of the plane is their convex hull's distance from the origin, which lies on an edge.
    private static double SquaredMargin(double[][] points)
    {
        double least = double.PositiveInfinity;
        foreach (double[] a in points)
        {
            foreach (double[] b in points)
            {
                (double x, double y) = (b[0] - a[0], b[1] - a[1]);
                double square = (x * x) + (y * y), at = square == 0 ? 0 : Math.Clamp(-((a[0] * x) + (a[1] * y)) / square, 0, 1);
                (x, y) = (a[0] + (at * x), a[1] + (at * y));
                least = Math.Min(least, (x * x) + (y * y));
            }
        }

        return least;
    }
}
