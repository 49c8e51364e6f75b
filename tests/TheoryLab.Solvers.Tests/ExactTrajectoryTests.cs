using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Tests;

namespace TheoryLab.Solvers.Tests;

/// <summary>
/// One source, two arithmetics: a fixed-step method in doubles stays within the rounding of the same source run in exact rationals. The
/// allowance is Wilkinson's running error analysis carried through the trajectory, so nothing is chosen by hand. Families whose objectives
/// are not rational are compared with double-doubles and their own allowance.
/// </summary>
public sealed class ExactTrajectoryTests
{
    // Inner products of fewer than sixteen components are added in index order in every scalar, and open-loop Frank-Wolfe on the simplex
    // meets no ties in fewer steps than dimensions. Bounds carried through a dense matrix grow with its row sums at each step: few rows.
    private const int Steps = 10;
    private const int SimplexDimension = 14;
    private const int Dimension = 4;

    // What is not compared, and why: doubles and exact arithmetic may part where a method decides.
    private const string Tie = "a tie in exact arithmetic, which rounding breaks: both answers are right";
    private const string Iterated = "a step found by iteration, whose tracked error has no useful bound";

    private static readonly Dictionary<(string Method, string Family), string> NotCompared = new()
    {
        [("away-step-frank-wolfe", "wolfe-triangle")] = Tie,
        [("away-step-frank-wolfe-line-search", "wolfe-triangle")] = Tie,
        [("frank-wolfe", "truncated-pyramid")] = Tie,
        [("frank-wolfe-line-search", "log-barrier-on-ball")] = Iterated,
        [("monotone-frank-wolfe", "wolfe-triangle")] = Tie,
        [("pairwise-frank-wolfe", "truncated-pyramid")] = Tie,
    };

    // Families without exact runs, and what they ask of a scalar that rationals lack. They are compared with double-doubles.
    private static readonly Dictionary<string, string> NotExact = new()
    {
        ["analytic-centre"] = "logarithms",
        ["constrained-least-squares"] = "found by iteration",
        ["d-optimal-design"] = "logarithms",
        ["distance-on-lp-ball"] = "powers",
        ["l1-logistic"] = "exponentials",
        ["lasso"] = "known to an accuracy",
        ["log-barrier-on-ball"] = "logarithms",
        ["log-portfolio"] = "logarithms",
        ["logarithm-model"] = "logarithms",
        ["logistic-regression"] = "exponentials",
        ["power-function"] = "root of a polynomial",
        ["sine-bowl"] = "sines",
        ["softmax-regression"] = "exponentials",
        ["two-losses"] = "exponentials",
    };

    public static IEnumerable<TheoryDataRow<string, string>> Pairs() =>
        from pair in Catalogue.Pairs
        where !NotCompared.ContainsKey((pair.Method.Name, pair.Family.Name))
        select new TheoryDataRow<string, string>(pair.Method.Name, pair.Family.Name);

    public static IEnumerable<TheoryDataRow<string, string>> PairsNotCompared() => NotCompared.Keys.Select(p => new TheoryDataRow<string, string>(p.Method, p.Family));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Doubles_agree_with_exact_arithmetic_within_the_tracked_error(string method, string family)
    {
        Excess found = Compared(Catalogue.Method(method), Instance(family), out int steps, out int certain);
        Assert.True(found.Ratio <= 1, $"{found}");

        // A method without decisions is compared to the end, or halfway where it diverges; one that divides by what vanishes (a residual, a
        // direction) until the allowance says nothing any more.
        bool decides = Catalogue.Method(method) is not (IFirstOrderMethod or IProjectionFreeMethod or IProximalMethod);
        Assert.True(steps >= 1 && certain >= (decides ? 1 : Math.Min(steps, Steps / 2)), $"{certain} of {steps} steps");
    }

    [Theory]
    [MemberData(nameof(PairsNotCompared))]
    public void What_is_not_compared_could_not_be(string method, string family)
    {
        Assert.Contains(Catalogue.Pairs, p => (p.Method.Name, p.Family.Name) == (method, family));
        Excess found = Compared(Catalogue.Method(method), Instance(family), out _, out int certain);
        Assert.True(found.Ratio > 1 || certain == 0, $"{found}");
    }

    [Fact]
    public void Families_without_exact_runs_say_why()
    {
        Dictionary<string, string> found = Families.All.Select(f => f.Name).Where(f => Catalogue.WhyNotExact(f) is not null).ToDictionary(f => f, f => Catalogue.WhyNotExact(f)!);
        Assert.Equal(NotExact.Keys.Order(), found.Keys.Order());
        Assert.All(found, f => Assert.Contains(NotExact[f.Key], f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_method_and_every_family_is_compared()
    {
        Assert.Equal(Catalogue.Methods.Select(m => m.Name), Pairs().Select(r => r.Data.Item1).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Families.All.Select(f => f.Name).Order(StringComparer.Ordinal), Pairs().Select(r => r.Data.Item2).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("quadratic")]
    [InlineData("convex-chain")]
    [InlineData("strongly-convex-chain")]
    [InlineData("huber")]
    public void Coefficients_wrong_in_the_sixth_digit_are_caught(string family)
    {
        ProblemInstance instance = Instance(family);
        foreach ((IMethod mutant, string original) in new (IMethod, string)[]
        {
            (new Mutant(0.999999, 0), "gradient-descent"),
            (new Mutant(1, 1e-6), "gradient-descent"),
            (new Mutant(1.000001, 1), "nesterov-three"),
            (new Mutant(1, 1.000001), "nesterov-three"),
        })
        {
            IMethod m = Catalogue.Method(original);
            Tracked<double>[][] allowance = Catalogue.Trajectory(m, instance.In<Tracked<double>>(), Steps);
            Excess found = Compare(Catalogue.Trajectory(mutant, instance.In<double>(), Steps), allowance, Reference(m, instance, Steps));
            Assert.True(found.Ratio > 1, $"{mutant} passes for {original}: {found}");
        }
    }

    [Theory]
    [InlineData("quadratic")]
    [InlineData("huber")]
    public void The_mutants_without_their_mutation_are_the_methods(string family)
    {
        ProblemInstance instance = Instance(family);
        foreach ((IMethod copy, string original) in new (IMethod, string)[] { (new Mutant(1, 0), "gradient-descent"), (new Mutant(1, 1), "nesterov-three") })
        {
            Assert.Equal(Catalogue.Trajectory(Catalogue.Method(original), instance.In<Rational>(), Steps), Catalogue.Trajectory(copy, instance.In<Rational>(), Steps));
        }
    }

    private static ProblemInstance Instance(string family) =>
        Catalogue.Instance(family, Catalogue.Instance(family, Dimension).In<double>() is ConstrainedProblem<double> ? SimplexDimension : Dimension);

    /// <summary>Compares as many steps as exact arithmetic affords and the allowances cover.</summary>
    private static Excess Compared(IMethod method, ProblemInstance instance, out int steps, out int certain)
    {
        steps = Catalogue.WhyNotExact(instance.Family.Name) is null ? Catalogue.ExactSteps(method, instance, Steps) : Steps;
        double[][] doubles = Catalogue.Trajectory(method, instance.In<double>(), steps, Steps);
        Tracked<double>[][] tracked = Catalogue.Trajectory(method, instance.In<Tracked<double>>(), steps, Steps);
        (Rational, Rational)[][] reference = Reference(method, instance, steps);
        Assert.Equal(doubles, tracked.Select(row => Array.ConvertAll(row, x => x.Value)));

        // The test has power: the allowance is far below the iterates.
        double scale = tracked.Max(row => row.Max(x => Math.Abs(x.Value)));
        int rows = Math.Min(reference.Length, tracked.TakeWhile(row => row.All(x => x.Error <= 1e-6 * scale)).Count());
        certain = rows - 1;
        return Compare(doubles[..rows], tracked[..rows], reference[..rows]);
    }

    /// <summary>
    /// The reference: its values and a bound on their own error, which irrational coefficients leave even in rationals; up to the first without bound.
    /// </summary>
    private static (Rational Value, Rational Error)[][] Reference(IMethod method, ProblemInstance instance, int steps) =>
        Catalogue.WhyNotExact(instance.Family.Name) is null
            ? Reference<Rational>(method, instance, steps, x => x)
            : Reference<DoubleDouble>(method, instance, steps, x => Rational.FromDouble(x.High) + Rational.FromDouble(x.Low));

    private static (Rational Value, Rational Error)[][] Reference<T>(IMethod method, ProblemInstance instance, int steps, Func<T, Rational> exact)
        where T : struct, INumber<T> =>
        [.. Catalogue.Trajectory(method, instance.In<Tracked<T>>(), steps, Steps)
            .TakeWhile(row => row.All(x => double.IsFinite(x.Error)))
            .Select(row => Array.ConvertAll(row, x => (exact(x.Value), Rational.FromDouble(x.Error))))];

    /// <summary>The largest quotient of distance and allowance, the largest allowance, and the largest component.</summary>
    private sealed record Excess(double Ratio, double Allowance, double Scale, int Step);

    private static Excess Compare(double[][] computed, Tracked<double>[][] tracked, (Rational Value, Rational Error)[][] exact)
    {
        (double ratio, double largest, double scale, int step) = (0, 0, 0, 0);
        for (int k = 0; k < computed.Length; k++)
        {
            for (int i = 0; i < computed[k].Length; i++)
            {
                Assert.True(double.IsFinite(computed[k][i]) && double.IsFinite(tracked[k][i].Error), $"step {k}: {tracked[k][i]}");
                Rational distance = Rational.FromDouble(computed[k][i]) - exact[k][i].Value;
                Rational allowance = Rational.FromDouble(tracked[k][i].Error) + exact[k][i].Error;
                distance = Rational.IsNegative(distance) ? -distance : distance;
                double quotient = Rational.IsZero(distance) ? 0 : Rational.IsZero(allowance) ? double.PositiveInfinity : Rational.ToDouble(distance / allowance);
                (ratio, step) = quotient > ratio ? (quotient, k) : (ratio, step);
                largest = Math.Max(largest, Rational.ToDouble(allowance));
                scale = Math.Max(scale, Math.Abs(Rational.ToDouble(exact[k][i].Value)));
            }
        }

        return new(ratio, largest, scale, step);
    }

    /// <summary>x_{k+1} = y_k - (step/L) grad f(y_k), y_{k+1} = x_{k+1} + momentum k/(k+3) (x_{k+1} - x_k).</summary>
    private sealed record Mutant(double Step, double Momentum) : IFirstOrderMethod
    {
        public string Name => "mutant";

        public string UpdateRule => "x_{k+1} = y_k - (step/L) grad f(y_k),  y_{k+1} = x_{k+1} + momentum (k/(k+3)) (x_{k+1} - x_k)";

        public string Source => "planted";

        public IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
            where TVector : struct, IVector<TVector, TScalar>
            where TScalar : struct, INumberBase<TScalar>
            where TProblem : IGradientOracle<TVector> => new Iteration<TVector, TScalar, TProblem>(
                problem, x0, ScalarMath.From<TScalar>(Step) / setup.L, ScalarMath.From<TScalar>(Momentum));

        private sealed class Iteration<TVector, TScalar, TProblem>(TProblem problem, TVector x0, TScalar h, TScalar momentum) : IIteration<TVector>
            where TVector : struct, IVector<TVector, TScalar>
            where TScalar : struct, INumberBase<TScalar>
            where TProblem : IGradientOracle<TVector>
        {
            private readonly TVector _y = x0.Copy(), _g = x0.NewLike(), _x = x0.Copy(), _previous = x0.NewLike();

            public TVector Iterate => _x;

            public void Step(int k)
            {
                _previous.CopyFrom(_x);
                problem.Gradient(_y, _g);
                _x.Assign(_y - h * _g);
                _y.Assign(_x + (momentum * ScalarMath.From<TScalar>(k) / ScalarMath.From<TScalar>(k + 3)) * (_x - _previous));
            }
        }
    }
}
