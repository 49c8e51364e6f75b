using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

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

    public static IEnumerable<TheoryDataRow<string, string>> FixedStepPairs() =>
        from pair in Catalogue.Pairs(Dimension)
        where pair.Method is IFirstOrderMethod or IProjectionFreeMethod
        where Instance(pair.Family.Name).In<double>().InitialPoint.Length <= SimplexDimension
        select new TheoryDataRow<string, string>(pair.Method.Name, pair.Family.Name);

    [Theory]
    [MemberData(nameof(FixedStepPairs))]
    public void Doubles_agree_with_exact_arithmetic_within_the_tracked_error(string method, string family)
    {
        IMethod m = Catalogue.Method(method);
        ProblemInstance instance = Instance(family);
        double[][] doubles = Catalogue.Trajectory(m, instance.In<double>(), Steps);
        Tracked<double>[][] tracked = Catalogue.Trajectory(m, instance.In<Tracked<double>>(), Steps);
        Excess found = Compare(doubles, tracked, Reference(m, instance));

        Assert.Equal(doubles, tracked.Select(row => Array.ConvertAll(row, x => x.Value)));
        Assert.True(found.Ratio <= 1, $"{found}");

        // The test has power: the allowance is far below the iterates.
        Assert.True(found.Allowance <= 1e-6 * found.Scale, $"{found}");
    }

    [Fact]
    public void Every_fixed_step_method_meets_two_families_at_least()
    {
        var families = FixedStepPairs().GroupBy(r => r.Data.Item1).ToDictionary(g => g.Key, g => g.Count());

        // The rest needs constants that only slower families declare.
        Assert.True(families.Count >= 9, string.Join(", ", families.Keys));
        Assert.All(families, f => Assert.True(f.Value >= 2, f.Key));
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
            Excess found = Compare(Catalogue.Trajectory(mutant, instance.In<double>(), Steps), allowance, Reference(m, instance));
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

    /// <summary>The reference: its values and a bound on their own error, which irrational coefficients leave even in rationals.</summary>
    private static (Rational Value, Rational Error)[][] Reference(IMethod method, ProblemInstance instance)
    {
        try
        {
            return Catalogue.Trajectory(method, instance.In<Tracked<Rational>>(), Steps)
                .Select(row => Array.ConvertAll(row, x => (x.Value, Rational.FromDouble(x.Error)))).ToArray();
        }
        catch (NotSupportedException)
        {
            return Catalogue.Trajectory(method, instance.In<Tracked<DoubleDouble>>(), Steps)
                .Select(row => Array.ConvertAll(row, x => (Rational.FromDouble(x.Value.High) + Rational.FromDouble(x.Value.Low), Rational.FromDouble(x.Error)))).ToArray();
        }
    }

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
