using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using TheoryLab.Tests;
using static TheoryLab.ProofsChecks.Tests.KnownNumbers;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>
/// Numbers of the multiobjective family, to the digits with which they are known: closed forms, limits, and values that a program written apart from
/// this library gives.
/// </summary>
public sealed class KnownNumbersMultiobjectiveTests
{
    // The run ends at 1/(1 + S) after N roundings of iterates up to 1, and S is known up to as many.
    [Theory]
    [InlineData("gradient-descent", 10)]
    [InlineData("gradient-descent", 100)]
    [InlineData("gradient-descent", 1000)]
    [InlineData("descent-long-constant", 10)]
    [InlineData("descent-long-constant", 100)]
    [InlineData("descent-long-constant", 1000)]
    [InlineData("descent-inverse-root", 10)]
    [InlineData("descent-inverse-root", 100)]
    [InlineData("descent-inverse-root", 1000)]
    [InlineData("descent-silver", 15)]
    [InlineData("descent-silver", 1023)]
    public void One_step_methods_end_at_one_over_one_plus_the_sum_of_their_steps(string method, int n)
    {
        double sum = Enumerable.Range(0, n).Sum(k => method switch
        {
            "gradient-descent" => 1,
            "descent-long-constant" => 1.9,
            "descent-inverse-root" => 1 / Math.Sqrt(k + 1),
            _ => 1 + Math.Pow(1 + Math.Sqrt(2), double.CreateChecked(int.TrailingZeroCount(k + 1)) - 1),
        });
        foreach (double first in new[] { 0.5, 0.8 })
        {
            // The gap is the same on all of the linear piece; the distance says that the run ends at its edge.
            double allowance = 2 * n * ScalarMath.UnitRoundoff<double>() * (1 + sum);
            foreach (IMeasure measure in new IMeasure[] { new ParetoGap(), new Distance() })
            {
                double[] values = Measured(measure, Registry.Method(method), Lifted("huber", ("tau", 1 / (1 + sum)), ("first", first)), n);
                Assert.Equal(1, values.Min() * (1 + sum), allowance);
            }
        }
    }

    [Theory]
    [InlineData(15, 0.0294)]
    [InlineData(1023, 1.49e-4)]
    public void Silver_steps_end_below_the_capped_lower_bound(int n, double largest)
    {
        // The Huber function of the sheet, and no other one of a scan, nor a quadratic, gives more.
        double p = Math.Log2(1 + Math.Sqrt(2)), value = Math.Pow(n + 1, -p);
        AssertDigits(largest, value, n == 15 ? 4 : 6);
        Assert.True(value < 1.0 / ((2 * n) + 1));
        double found = Scan(tau => Last(new DescentSilver(), Lifted("huber", ("tau", tau)), n));
        Assert.InRange(found, 0.99 * value, value * (1 + 1e-12));
        Assert.InRange(Scan(l => Last(new DescentSilver(), Lifted("quadratic", ("dimension", 2), ("condition", 1 / l), ("start", "smallest"), ("basis", "coordinates")), n)), 0, value * (1 + 1e-12));
    }

    [Fact]
    public void The_silver_exponent_is_1_27()
    {
        double Sup(int n) => Scan(tau => Last(new DescentSilver(), Lifted("huber", ("tau", tau)), n));
        double slope = Math.Log2(Sup(1023) / Sup(127)) / 3;
        Assert.InRange(slope, -1.28, -1.26);
    }

    [Theory]
    [InlineData(1, 0.478, 0.6)]
    [InlineData(5, 0.503, 0.692)]
    [InlineData(20, 0.521, 0.733)]
    [InlineData(80, 0.528, 0.745)]
    public void The_span_optimum_on_the_convex_chain_has_the_known_constants(int t, double wide, double narrow)
    {
        foreach ((int n, double expected) in new[] { ((2 * t) + 1, wide), (t + 1, narrow) })
        {
            HostProblem<double> problem = Instance(Text($"lifted-convex-chain dimension={n}")).In<double>();
            double gap = Measured(new ParetoGap(), new ConjugateResiduals(), problem, t)[t];
            AssertDigits(expected, gap * (t + 1) * (t + 1) / problem.Constant("R")!.Value, expected == 0.6 ? 1 : 3);
        }
    }

    [Theory]
    [InlineData(20, 0.026)]
    [InlineData(80, 0.0077)]
    [InlineData(320, 0.0022)]
    public void Accelerated_gradient_descent_is_far_below_its_bound_on_the_chain(int t, double ratio)
    {
        HostProblem<double> problem = Instance(Text($"lifted-convex-chain dimension={(2 * t) + 1}")).In<double>();
        double gap = Measured(new ParetoGap(), new NesterovAcceleration(), problem, t)[t];
        AssertDigits(ratio, gap * (t + 1) / (2 * problem.Constant("R")!.Value), ratio == 0.026 ? 3 : 4);
    }

    // Over all Huber functions and one-dimensional quadratics the worst last iterate falls like N^-1.35 to N^-1.58.
    [Fact]
    public void Accelerated_gradient_descent_falls_faster_than_one_over_n()
    {
        double Sup(int n) => Math.Max(
            Scan(tau => Last(new NesterovAcceleration(), Lifted("huber", ("tau", tau)), n)),
            Scan(l => Last(new NesterovAcceleration(), Lifted("quadratic", ("dimension", 2), ("condition", 1 / l), ("start", "smallest"), ("basis", "coordinates")), n)));
        Assert.InRange(Math.Log2(Sup(256) / Sup(64)) / 2, -1.6, -1.3);
    }

    // On the parabola L x^2/2 and on the Huber function with tau = 1/theta^2 the bound L R/theta_{N/2}^2 is an equality.
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(80)]
    public void The_optimized_pair_attains_its_bound(int n)
    {
        double square = Math.Pow(Momentum.FinalTheta<double>(n / 2), 2);
        AssertDigits(1, square * Last(new OptimizedGradientPair(), Lifted("quadratic", ("dimension", 1), ("start", "largest"), ("basis", "coordinates")), n), 12);
        AssertDigits(1, square * Last(new OptimizedGradientPair(), Lifted("huber", ("tau", 1 / square)), n), 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void The_merit_on_the_lifted_huber_function_is_that_of_gradient_descent(int n) => AssertDigits(
        1, Measured(new ParetoMerit(), new MultipleGradientDescent(), Text($"lifted-huber tau=1/{(2 * n) + 1}"), n)[n] * ((4 * n) + 2), 12);

    [Fact]
    public void Steepest_descent_contracts_by_one_minus_mu_over_L()
    {
        double[] r = Measured(new Distance(), new MultipleGradientDescent(), "lifted-quadratic dimension=2 condition=20 start=smallest basis=coordinates", 50);
        AssertDigits(0.95, r[50] / r[49], 5);
    }

    private static double Last(IMethod method, HostProblem<double> problem, int n) => Measured(new ParetoGap(), method, problem, n)[n];

    // Parameters as doubles, which the text of a formula would round.
    private static HostProblem<double> Lifted(string family, params (string Name, ParameterValue Value)[] parameters) => Families.Named($"lifted-{family}").Create(1, parameters).In<double>();

    // 1,000 values from 1e-5 to 1.
    private static double Scan(Func<double, double> value) => Enumerable.Range(0, 1001).Max(i => value(Math.Pow(10, -5 + (i / 200.0))));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
