using MathNet.Numerics.Distributions;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Calibration;

/// <summary>Rows of synthetic traces: laws, corrections and noise of the kinds that runs of methods show. Seeded; the same on every machine.</summary>
internal static class SyntheticTraces
{
    public static readonly IReadOnlyDictionary<string, Func<System.Random, Synthetic>> Rows =
        new Dictionary<string, Func<System.Random, Synthetic>>
        {
            ["power, shift, no noise"] = r => Power(r, Length(r, 15, 10_000), noise: (0, 0)),
            ["power, AR(1)"] = r => Power(r, Length(r, 15, 10_000), noise: (0.02, 0.2)),
            ["power, AR(1), 60 and more"] = r => Power(r, Length(r, 60, 10_000), noise: (0.02, 0.1)),
            ["oscillating"] = r => Power(r, Length(r, 30, 10_000), noise: (0, 0), wave: true),
            ["oscillating, AR(1)"] = r => Power(r, Length(r, 30, 10_000), noise: (0.02, 0.05), wave: true),
            ["deep oscillation"] = DeepOscillation,
            ["burn-in"] = r => Power(r, Length(r, 60, 10_000), noise: r.Next(2) == 0 ? (0, 0) : (0.02, 0.05), burnIn: true, shift: false),
            ["shift, burn-in, oscillation, AR(1)"] = r => Power(r, Length(r, 300, 10_000), noise: (0.02, 0.1), wave: true, burnIn: true),
            ["shift, added burn-in"] = r => Power(r, Length(r, 100, 10_000), noise: (0, 0.03), burnIn: true, multiplies: false),
            ["burn-in, oscillation in log k"] = r => Power(r, Length(r, 100, 10_000), noise: (0, 0), wave: true, burnIn: true, logOnly: true),
            ["power, floor"] = PowerFloor,
            ["power x log"] = LogFactor,
            ["gradient descent spectrum"] = r => Spectrum(r, momentum: false),
            ["Nesterov spectrum"] = r => Spectrum(r, momentum: true),
            ["power from zero"] = PowerFromZero,
            ["power, thinned"] = r => Thin(Power(r, Length(r, 300, 10_000), noise: (0.02, 0.1))),
            ["linear"] = r => Linear(r, (0, 0)),
            ["linear, AR(1)"] = r => Linear(r, (0.02, 0.2)),
            ["linear, oscillating"] = r => Linear(r, (0, 0), wave: true),
            ["linear, two exponentials"] = r => Linear(r, (0, 0.02), second: true),
            ["linear, floor"] = LinearFloor,
            ["stalled"] = Stalled,
            ["superlinear"] = r => Superlinear(r, slow: 0, drift: 0),
            ["superlinear after slow"] = r => Superlinear(r, slow: r.Next(5, 30), drift: 0),
            ["superlinear, floor"] = SuperlinearFloor,
            ["superlinear, constant within 10%"] = r => Superlinear(r, slow: 0, drift: 0.1),
        };

    /// <summary>Rows that are covered but cannot be narrow: shift and exponent do not separate.</summary>
    public static readonly IReadOnlyDictionary<string, Func<System.Random, Synthetic>> Corners =
        new Dictionary<string, Func<System.Random, Synthetic>>
        {
            ["power, at most 40 points, shift to 20"] = r => Power(r, Length(r, 15, 40), noise: (0, 0), largestShift: 20),
            ["power, at most 40 points, shift to 20, AR(1)"] = r => Power(r, Length(r, 15, 40), noise: (0.02, 0.2), largestShift: 20),
        };

    // A run of noise, with its size and correlation.
    private readonly record struct Disturbance(double[] Values, double Sigma, double Phi)
    {
        public Synthetic On(Synthetic trace) => trace with { Noise = Sigma, Correlation = Phi };
    }

    internal static double Uniform(System.Random r, double low, double high) => low + ((high - low) * r.NextDouble());

    internal static double LogUniform(System.Random r, double low, double high) => Math.Exp(Uniform(r, Math.Log(low), Math.Log(high)));

    internal static int Length(System.Random r, double low, double high) => (int)LogUniform(r, low, high);

    internal static double[] Iterations(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(i => (double)i)];

    private static Disturbance Noise(System.Random r, int n, (double Low, double High) size)
    {
        double[] e = new double[n];
        if (size.High == 0)
        {
            return new(e, 0, 0);
        }

        double sigma = size.Low > 0 ? LogUniform(r, size.Low, size.High) : Uniform(r, 0, size.High);
        double phi = Uniform(r, 0, 0.9), state = Normal.Sample(r, 0, 1);
        for (int i = 0; i < n; i++)
        {
            e[i] = sigma * state;
            state = (phi * state) + (Math.Sqrt(1 - (phi * phi)) * Normal.Sample(r, 0, 1));
        }

        return new(e, sigma, phi);
    }

    private static Func<double, double> Wave(System.Random r, double last, bool inLog, bool logOnly = false)
    {
        double amplitude = Uniform(r, 0.05, 0.5), phase = Uniform(r, 0, 2 * Math.PI);
        int kind = logOnly ? 2 : r.Next(inLog ? 3 : 2);
        double periods = kind switch { 0 => Uniform(r, 2, 10), 1 => last * Uniform(r, 0.05, 0.4), _ => Uniform(r, 2, 6) };
        double per = 2 * Math.PI * periods / (kind == 2 ? Math.Log(last) : last);
        return k => Math.Log(1 + (amplitude * Math.Sin((per * (kind == 2 ? Math.Log(k) : k)) + phase)));
    }

    private static Synthetic Power(
        System.Random r, int last, (double Low, double High) noise, bool wave = false, bool burnIn = false, bool shift = true, bool? multiplies = null,
        bool logOnly = false, double largestShift = 0)
    {
        double p = Uniform(r, 0.5, 3), c = shift ? Uniform(r, 0, Math.Max(Math.Min(20, last / 4.0), largestShift)) : 0, scale = LogUniform(r, 0.01, 100);
        double[] k = Iterations(1, last), y = new double[last], share = new double[last];
        Disturbance e = Noise(r, last, noise);
        Func<double, double> osc = wave ? Wave(r, last, inLog: !burnIn, logOnly) : _ => 0;

        // By a third of the window the burn-in is a hundredth of the law it multiplies or is added to: later, p would not be the truth.
        multiplies ??= shift || r.Next(2) == 0;
        double third = last / 3.0, there = multiplies.Value ? 0 : p * Math.Log((third + c) / (1 + c));
        double longest = third / (Math.Log(500) + there), tau = LogUniform(r, Math.Min(1, longest), longest);
        for (int i = 0; i < last; i++)
        {
            double law = Math.Pow((k[i] + c) / (1 + c), -p), decay = burnIn ? 5 * Math.Exp(-k[i] / tau) : 0;
            y[i] = scale * (multiplies.Value ? law * (1 + decay) : law + decay) * Math.Exp(osc(k[i]) + e.Values[i]);
            share[i] = multiplies.Value ? decay : decay / law;
        }

        return e.On(new(k, y, RateModel.Power, p) { Settled = Synthetic.SettledAt(k, i => share[i]) });
    }

    private static Synthetic DeepOscillation(System.Random r)
    {
        int last = Length(r, 100, 10_000);
        double p = Uniform(r, 0.5, 3), bottom = LogUniform(r, 1e-4, 0.1), periods = Uniform(r, 12, Math.Min(last / 6.0, 60));
        double phase = Uniform(r, 0, Math.PI);
        double[] k = Iterations(1, last);
        return new(
            k, Array.ConvertAll(k, x => Math.Pow(x, -p) * (Math.Pow(Math.Cos((Math.PI * periods * x / last) + phase), 2) + bottom)),
            RateModel.Power, p);
    }

    private static Synthetic PowerFloor(System.Random r)
    {
        int last = Length(r, 10_000, 40_000);
        double p = Uniform(r, 3.5, 4.5), at = last * Uniform(r, 0.75, 0.95), floor = Math.Pow(at, -p);
        last *= 4;
        double[] k = Iterations(1, last);
        return new(k, Array.ConvertAll(k, x => Math.Pow(x, -p) + (floor * Uniform(r, 0.3, 1))), RateModel.Power, p) { Hidden = at };
    }

    private static Synthetic LogFactor(System.Random r)
    {
        int last = Length(r, 40, 10_000);
        double p = Uniform(r, 0.5, 2), sigma = r.Next(2) == 0 ? 0 : 0.03;
        double[] k = Iterations(1, last), y = new double[last];
        Disturbance e = Noise(r, last, (sigma, sigma));
        for (int i = 0; i < last; i++)
        {
            y[i] = Math.Pow(k[i], -p) * Math.Log(k[i] + 1) * Math.Exp(e.Values[i]);
        }

        return e.On(new(k, y, RateModel.Power, p) { HasLogarithm = true });
    }

    // f(x_k) - f* of gradient descent with spectrum i^-a and coefficients i^-b: sum i^-b (1 - i^-a)^(2k), plus the tail as an integral; the
    // law is k^-(b-1)/a. With momentum the polynomial decays twice as fast in log k.
    private static Synthetic Spectrum(System.Random r, bool momentum)
    {
        int last = Length(r, 60, 3_000);
        double a = Uniform(r, 1, 2), p = Uniform(r, 0.5, 1.5), b = 1 + (p * a);
        double[] k = Iterations(1, last), y = new double[last];
        for (int j = 0; j < last; j++)
        {
            double time = momentum ? k[j] * k[j] / 4 : 2 * k[j], sum = 0, ratio = 1.02;
            for (double x = 0.5; x < 1e7; x *= ratio)
            {
                double middle = x * (1 + ratio) / 2, lambda = Math.Min(Math.Pow(middle, -a), 0.9);
                double decay = momentum ? 1 / Math.Pow(1 + (time * lambda), 4) : Math.Exp(time * Math.Log(1 - lambda));
                sum += Math.Pow(middle, -b) * decay * x * (ratio - 1);
            }

            y[j] = sum + (Math.Pow(1e7, 1 - b) / (b - 1));
        }

        return new(k, y, RateModel.Power, momentum ? 2 * p : p);
    }

    private static Synthetic PowerFromZero(System.Random r)
    {
        Synthetic trace = Power(r, Length(r, 30, 3_000), (0, 0.1));
        return trace with { K = Array.ConvertAll(trace.K, x => x - 1) };
    }

    private static Synthetic Thin(Synthetic trace)
    {
        SampleGrid grid = SampleGrid.Geometric(trace.K.Length - 1, 20, 1.1);
        int[] at = grid.At.ToArray();
        return trace with { K = Array.ConvertAll(at, i => trace.K[i]), Y = Array.ConvertAll(at, i => trace.Y[i]) };
    }

    private static Synthetic Linear(
        System.Random r, (double Low, double High) noise, bool wave = false, bool second = false)
    {
        int last = Length(r, 30, 2_000);
        double rate = -LogUniform(r, 3, 25) / last, tau = LogUniform(r, 1, last / 12.0), size = Uniform(r, 0.5, 20);
        double[] k = Iterations(0, last), y = new double[last + 1];
        Disturbance e = Noise(r, last + 1, noise);
        Func<double, double> osc = wave ? Wave(r, last, inLog: false) : _ => 0;
        for (int i = 0; i <= last; i++)
        {
            y[i] = Math.Exp((rate * i) + e.Values[i] + osc(i)) * (second ? 1 + (size * Math.Exp(-i / tau)) : 1);
        }

        double settled = second ? Synthetic.SettledAt(k, i => size * Math.Exp(-i / tau)) : 1;
        return e.On(new(k, y, RateModel.Linear, Math.Exp(rate)) { Settled = settled });
    }

    private static Synthetic LinearFloor(System.Random r)
    {
        int last = Length(r, 60, 2_000);
        double at = last * Uniform(r, 0.4, 0.9), floor = LogUniform(r, 1e-16, 1e-14), rate = Math.Log(floor) / at;
        double[] k = Iterations(0, last);
        return new(k, Array.ConvertAll(k, x => Math.Exp(rate * x) + (floor * Uniform(r, 0.2, 1))), RateModel.Linear, Math.Exp(rate))
        {
            Hidden = at,
        };
    }

    private static Synthetic Stalled(System.Random r)
    {
        int last = Length(r, 40, 5_000);
        double level = LogUniform(r, 1e-6, 1), p = Uniform(r, 0.7, 3), theta = Uniform(r, 5, 50), size = LogUniform(r, 10, 1e4);
        double rest = level / Uniform(r, 4, 40);
        bool power = r.Next(2) == 0;
        double[] k = Iterations(1, last), y = new double[last];
        Disturbance e = Noise(r, last, (0.005, 0.1));
        for (int i = 0; i < last; i++)
        {
            double decay = power ? rest * Math.Pow(k[i] / last, -p) : level * size * Math.Exp(-(theta + Math.Log(size)) * i / last);
            y[i] = (level + decay) * Math.Exp(e.Values[i]);
        }

        return e.On(new(k, y, RateModel.Stalled, level));
    }

    private static Synthetic Superlinear(System.Random r, int slow, double drift)
    {
        double q = r.Next(3) switch { 0 => 2, 1 => 3, _ => (1 + Math.Sqrt(5)) / 2 };
        List<double> z = [0];
        for (int i = 0; i < slow; i++)
        {
            z.Add(z[^1] + Math.Log(Uniform(r, 0.6, 0.8)));
        }

        z.Add(z[^1] - Uniform(r, 0.6, 1.2));
        double start = z[^2], error = z[^1] - start;
        double logConstant = Uniform(r, -0.2, 0);
        while (z.Count < slow + 4 || error > -300)
        {
            error = (q * error) + logConstant + Uniform(r, -drift, drift);
            z.Add(start + error);
            if (z.Count > slow + 9)
            {
                break;
            }
        }

        double[] y = [.. z.Select(Math.Exp).TakeWhile(v => v > 1e-300)];
        return new(Iterations(0, y.Length - 1), y, RateModel.Superlinear, q);
    }

    private static Synthetic SuperlinearFloor(System.Random r)
    {
        double q = r.Next(2) == 0 ? 2 : (1 + Math.Sqrt(5)) / 2, first = Uniform(r, -0.8, -0.4);
        double[] k = Iterations(0, 14);
        return new(k, Array.ConvertAll(k, i => Math.Exp(first * Math.Pow(q, i)) + (1e-16 * Uniform(r, 0.2, 1))), RateModel.Superlinear, q);
    }
}
