using TheoryLab.Claims.Fitting;
using TheoryLab.Core;
using static TheoryLab.Claims.Fitting.OrderKind;
using static TheoryLab.Claims.Fitting.OrderOutcome;

namespace TheoryLab.Claims.Tests.Fitting;

/// <summary>Curves without noise that follow a known law after a slow transient: what holds for k to infinity is refuted on no window.</summary>
public sealed class UnreachedLawTests
{
    private static readonly int[] Lengths = [12, 20, 35, 60, 250, 1_000];

    public static TheoryData<double> Exponents => [0.5, 1, 1.5, 2];

    [Theory]
    [MemberData(nameof(Exponents))]
    public void A_shifted_law_is_never_refuted(double p) => NoneRefuted(
        from shift in (double[])[0, 3, 20, 100, 1_000]
        from last in Lengths
        select new Curve($"(k + {shift})^-{p} to {last}", last, k => Math.Pow(k + shift, -p), f => OrderRule.Decide(f, AtMost, p)));

    [Theory]
    [MemberData(nameof(Exponents))]
    public void A_sum_of_two_laws_is_not_refuted_at_the_slower(double p) => NoneRefuted(
        from weight in (double[])[0.1, 1, 30, 1_000]
        from faster in (double[])[0.5, 1, 2]
        from last in Lengths
        select new Curve($"k^-{p} + {weight} k^-{p + faster} to {last}", last, k => Math.Pow(k, -p) + (weight * Math.Pow(k, -p - faster)), f => OrderRule.Decide(f, AtMost, p)));

    [Theory]
    [MemberData(nameof(Exponents))]
    public void A_slower_law_that_shows_is_not_refuted_from_below(double p) => NoneRefuted(
        from crossover in (double[])[10, 50, 200]
        from last in Lengths
        where last > crossover / 2
        select new Curve($"k^-{p} + {crossover} k^-{p + 1} to {last}", last, k => Math.Pow(k, -p) + (crossover * Math.Pow(k, -p - 1)), f => OrderRule.Decide(f, AtLeast, p)));

    /// <summary>
    /// Gradient descent on the chain of n coordinates: k^-1/2 until the end of the chain is felt, then exp(-k/kappa), kappa ~ (2n/pi)^2. From k = kappa/10 on the
    /// curve itself shows that the law is not reached; before, only the constants of the instance do.
    /// </summary>
    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(100)]
    public void A_chain_is_never_refuted_once_its_end_is_felt(int n) => NoneRefuted(
        from share in (double[])[0.1, 0.2, 0.4, 0.7, 1, 2]
        let last = (int)(share * 4 * n * n / (Math.PI * Math.PI))
        from claimed in (double[])[1, 2]
        select new Curve($"chain of {n} to {last} against {claimed}", last, k => Chain(n, k), f => OrderRule.Decide(f, AtMost, claimed)));

    /// <summary>Critically damped momentum converges like k rho^k, its square like k^2 rho^(2k): O(r^k) for every r above rho.</summary>
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(0.939)]
    public void A_power_beside_a_factor_is_never_refuted(double rho) => NoneRefuted(
        from degree in (double[])[1, 2]
        from share in (double[])[0.8, 0.9, 0.95]
        from last in (int[])[12, 20, 35, 60, 100, 250]
        select new Curve($"k^{degree} {rho}^k to {last} against {rho}^({share} k)", last, k => Math.Pow(k, degree) * Math.Pow(rho, k), f => OrderRule.DecideLinear(f, AtMost, Math.Pow(rho, share))));

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.97)]
    [InlineData(0.99)]
    public void A_factor_that_starts_late_is_never_refuted_once_it_shows(double rho)
    {
        // Sum of log(1 + exp): level before the start, rho^k after, the turn being as long as the factor is slow.
        double rate = -Math.Log(rho);
        NoneRefuted(
            from start in (double[])[0, 10, 40, 150]
            from last in Lengths
            where last > start + (2 / rate)
            from claim in (Func<RateFit, OrderDecision>[])[f => OrderRule.DecideLinear(f, AtMost, rho), f => OrderRule.Decide(f, AtMost, 1), f => OrderRule.Decide(f, AtMost, 3)]
            select new Curve($"{rho}^k from {start} to {last}", last, k => 1 / (1 + Math.Exp(rate * (k - start))), claim));
    }

    [Fact]
    public void A_factor_is_never_refuted_before_its_spectrum_is_used_up() => NoneRefuted(
        from slowest in (double[])[0.3, 0.05, 0.01]
        from last in Lengths
        select new Curve(
            $"sum to exp(-{slowest} k), to {last}",
            last,
            k => Enumerable.Range(0, 12).Sum(i => Math.Exp(-k * slowest * Math.Pow(1.5, i))),
            f => OrderRule.DecideLinear(f, AtMost, Math.Exp(-slowest))));

    /// <summary>The other side: where the law is reached, a claim that is too fast by a half falls.</summary>
    [Theory]
    [MemberData(nameof(Exponents))]
    public void A_false_exponent_is_refuted_once_the_law_is_reached(double p) => AllRefuted(
        from shift in (double[])[0, 1, 5, 20, 100]
        from last in Lengths
        where last >= 60 && last >= 8 * shift
        select new Curve($"(k + {shift})^-{p} to {last}", last, k => Math.Pow(k + shift, -p), f => OrderRule.Decide(f, AtMost, p + 0.5)));

    [Theory]
    [MemberData(nameof(Exponents))]
    public void With_noise_as_well(double p) => AllRefuted(
        from seed in Enumerable.Range(0, 10)
        let noise = Noise(seed, 600)
        select new Curve($"k^-{p} with noise {seed}", 600, k => Math.Pow(k, -p) * Math.Exp(noise[(int)k - 1]), f => OrderRule.Decide(f, AtMost, p + 0.5)));

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.97)]
    [InlineData(0.99)]
    public void A_false_factor_is_refuted_once_it_is_reached(double rho) => AllRefuted(
        from last in (double[])[5, 10, 30]
        select new Curve($"{rho}^k to {last} time constants", (int)(last / -Math.Log(rho)), k => Math.Pow(rho, k), f => OrderRule.DecideLinear(f, AtMost, Math.Pow(rho, 1.5))));

    private static double Chain(int n, double k)
    {
        double sum = 0;
        for (int j = 1; j <= n; j++)
        {
            sum += Math.Pow(Math.Cos(j * Math.PI / (2 * (n + 1))), (4 * k) + 2);
        }

        return sum / (n + 1);
    }

    // AR(1), correlation 0.5, standard deviation 5%.
    private static double[] Noise(int seed, int length)
    {
        Random random = Seeds.Generator(Seeds.Derive(seed, "unreached laws", "noise", 0));
        double[] noise = new double[length];
        double state = 0;
        for (int i = 0; i < length; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            state = (0.5 * state) + (0.05 * Math.Sqrt(0.75) * normal);
            noise[i] = state;
        }

        return noise;
    }

    private static void NoneRefuted(IEnumerable<Curve> curves) => Assert.All(curves, c => Assert.NotEqual((c.Name, Refuted), (c.Name, c.Decide().Outcome)));

    private static void AllRefuted(IEnumerable<Curve> curves) => Assert.All(curves, c => Assert.Equal((c.Name, Refuted), (c.Name, c.Decide().Outcome)));

    private sealed record Curve(string Name, int Last, Func<double, double> Law, Func<RateFit, OrderDecision> Judge)
    {
        public OrderDecision Decide()
        {
            double[] k = [.. Enumerable.Range(1, Last).Select(i => (double)i)];
            return Judge(RateFitter.Fit(k, Array.ConvertAll(k, i => Law(i)), TestContext.Current.CancellationToken));
        }
    }
}
