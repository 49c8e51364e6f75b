using TheoryLab.Core;
using TheoryLab.Tests;
using static TheoryLab.Problems.Tests.Computed;

namespace TheoryLab.Problems.Tests;

/// <summary>What families promise to methods on coordinates and blocks, on random members.</summary>
public sealed class CoordinateFamiliesTests
{
    private static readonly string[] OnData = ["lasso", "l1-logistic"];

    public static TheoryData<string> Coordinatewise => [.. Families.All.Where(f => f.Name is "coupled-quadratic" or "l1-quadratic" or "powell-cycle" || OnData.Contains(f.Name)).Select(f => f.Name)];

    public static TheoryData<string> BlockProximal => EveryFamily.NamesOf(FunctionClass.BlockProximal);

    public static TheoryData<string> WithGradients => EveryFamily.NamesOf(FunctionClass.BlockProximal, FunctionClass.Fractional);

    // Exact rationals: A - t B is positive definite at the declared t and no longer at a t larger by 2^-30 of it, by the signs of the pivots. The
    // declared t is within a few multiples of the margin 2^-51 lambda_max of the truth; conditions are at most 1e4 here.
    [Fact]
    public void Spectral_constants_are_just_below_the_exact_ones() => Any.Seed(25, random =>
    {
        int n = random.Next(2, 7), block = random.Next(1, n);
        ProblemInstance instance = Create("coupled-quadratic", random.Next(), ("dimension", n), ("block", block), ("spread", 10));
        Rational[][] a = Matrix(instance);
        Rational[][] identity = ExactMatrix.Entries(n, (i, j) => i == j ? Rational.One : Rational.Zero), diagonal = ExactMatrix.Entries(n, (i, j) => i == j ? a[i][i] : Rational.Zero);
        Rational[][] blocks = ExactMatrix.Entries(n, (i, j) => i / block == j / block ? a[i][j] : Rational.Zero);
        HostProblem<double> problem = instance.In<double>();
        foreach ((string name, Rational[][] b) in new[] { ("mu", identity), ("muL", diagonal), ("muB", blocks) })
        {
            double t = problem.Constant(name)!.Value;
            Assert.True(t > 0, name);
            Assert.True(ExactMatrix.IsPositiveDefinite(a, Rational.FromDouble(-t), b), name);
            Assert.False(ExactMatrix.IsPositiveDefinite(a, Rational.FromDouble(-t * (1 + Math.ScaleB(1, -30))), b), name);
        }

        Rational[][] minus = ExactMatrix.Entries(n, (i, j) => -a[i][j]);
        double L = problem.Constant("L")!.Value;
        Assert.True(ExactMatrix.IsPositiveDefinite(minus, Rational.FromDouble(L), identity));
        Assert.False(ExactMatrix.IsPositiveDefinite(minus, Rational.FromDouble(L * (1 - Math.ScaleB(1, -30))), identity));
    });

    // Brute force in rationals: max of s'A^-1 s over all sign vectors by solving A y = s exactly for each. Weights sqrt(L_i) are irrational, so
    // the other constant is tried on the minimising points: x'Ax is at least muGSL (sum sqrt(L_i)|x_i|)^2, with near equality at the best A^-1 D s.
    [Fact]
    public void Constants_over_sign_vectors_are_those_of_brute_force() => Any.Seed(25, random =>
    {
        int n = random.Next(2, 6);
        ProblemInstance instance = Create("coupled-quadratic", random.Next(), ("dimension", n), ("spread", 10));
        Rational[][] a = Matrix(instance);
        HostProblem<double> problem = instance.In<double>();
        double mu1 = problem.Constant("mu1")!.Value, scaled = problem.Constant("muGSL")!.Value, nearest = double.PositiveInfinity;
        Rational largest = Rational.Zero;
        for (int v = 0; v < 1 << n; v++)
        {
            Rational[] s = [.. Enumerable.Range(0, n).Select(i => (v >> i & 1) == 0 ? Rational.One : -Rational.One)];
            Rational value = ExactMatrix.Dot(s, ExactMatrix.Solve(a, s));
            largest = value > largest ? value : largest;
            double[] w = [.. s.Select((e, i) => Rational.ToDouble(e) * Math.Sqrt(Rational.ToDouble(a[i][i])))];
            double[] x = [.. ExactMatrix.Solve(a, [.. w.Select(Rational.FromDouble)]).Select(Rational.ToDouble)];
            double norm = x.Select((e, i) => Math.Abs(e) * Math.Sqrt(Rational.ToDouble(a[i][i]))).Sum();
            nearest = Math.Min(nearest, 2 * problem.Value(new(x)) / (norm * norm));
        }

        double exact = Rational.ToDouble(Rational.One / largest);
        Assert.InRange(mu1, exact * (1 - Math.ScaleB(1, -35)), exact);
        Assert.InRange(scaled, nearest * (1 - Math.ScaleB(1, -35)), nearest * (1 + Math.ScaleB(1, -45)));

        // Nutini et al.: mu/n <= mu1 <= mu and muGSL >= max(mu/sum L_i, mu1/max L_i); the constants are rounded down by a few ulps.
        double mu = problem.Constant("mu")!.Value, slack = 1 - Math.ScaleB(1, -35);
        Assert.True(mu1 >= mu / n * slack && mu1 * slack <= mu);
        Assert.True(scaled >= slack * Math.Max(mu / problem.Constant("sumL")!.Value, mu1 / problem.Constant("Lmax")!.Value));
    });

    // The independent formula: sigma^2 is the largest eigenvalue of A_11^-1 A_12 A_22^-1 A_21, the limit of its power iteration's quotients, which rise.
    [Fact]
    public void Sigma_of_two_blocks_is_the_norm_of_the_coupling() => Any.Seed(10, random =>
    {
        int n = random.Next(4, 7), block = n - 2;
        ProblemInstance instance = Create("coupled-quadratic", random.Next(), ("dimension", n), ("block", block), ("spread", 4));
        Rational[][] a = Matrix(instance);
        double sigma = instance.In<double>().Constant("sigma")!.Value;
        Rational[][] first = [.. a.Take(block).Select(r => r[..block])], second = [.. a.Skip(block).Select(r => r[block..])];

        // The map of order 2 on the second block has trace t and determinant d, exactly.
        Rational[][] map = [.. Enumerable.Range(0, 2).Select(j =>
        {
            Rational[] inner = ExactMatrix.Solve(first, [.. a.Take(block).Select(r => r[block + j])]);
            return ExactMatrix.Solve(second, [.. a.Skip(block).Select(r => ExactMatrix.Dot(r[..block], inner))]);
        })];
        double t = Rational.ToDouble(map[0][0] + map[1][1]), d = Rational.ToDouble((map[0][0] * map[1][1]) - (map[0][1] * map[1][0]));
        double expected = (t + Math.Sqrt(Math.Max(0, (t * t) - (4 * d)))) / 2;
        Assert.Equal(expected, sigma * sigma, Math.ScaleB(1, -35));
    });

    [Theory]
    [MemberData(nameof(Coordinatewise))]
    public void Kept_residuals_stay_those_of_the_point_and_moves_are_minimal(string name) => Any.Seed(OnData.Contains(name) ? 2 : 20, random =>
    {
        ProblemInstance instance = OnData.Contains(name) ? Create(name, 1) : random.Instance(Families.Named(name), 20);
        HostProblem<Tracked<double>> problem = instance.In<Tracked<double>>();
        ICoordinatePoint<Tracked<double>> x = ((ICoordinateOracle<Tracked<double>>)problem).Place(problem.InitialPoint);
        HostVector<Tracked<double>> fresh = x.Point.NewLike();
        long calls = problem.OracleCalls;
        for (int k = 0; k < 10; k++)
        {
            x.Move(random.Next(x.Point.Length), random.Signed(-2, 0));
        }

        Assert.Equal(calls + 10, problem.OracleCalls);
        problem.Gradient(x.Point, fresh);
        for (int i = 0; i < x.Point.Length; i++)
        {
            Tracked<double> difference = fresh[i] - x.Partial(i);
            Assert.True(Math.Abs(difference.Value) <= difference.Error && double.IsFinite(difference.Error), $"{instance.Parameters}: partial {i} is off by {difference}");
        }

        // The proximal model at its minimiser and elsewhere; then F itself along a coordinate, if its minimiser is a formula.
        int c = random.Next(x.Point.Length);
        Tracked<double> v = x.Point[c], g = x.Partial(c), l = x.Smoothness(c), best = x.ProximalMove(c, l), other = best + random.Signed(-3, 1);
        Tracked<double> Model(Tracked<double> t) => (g * t) + (l * t * t / 2.0) + x.Penalty(c, v + t);
        AssertNotPositive(Model(best) - Model(other), $"{instance.Parameters}, seed {instance.Seed}: the excess");
        if (name != "l1-logistic")
        {
            Tracked<double> exact = x.ExactMove(c), further = random.Signed(-3, 1);
            x.Move(c, exact);
            Tracked<double> least = problem.Value(x.Point);
            x.Move(c, further);
            AssertNotPositive(least - problem.Value(x.Point), $"{instance.Parameters}, seed {instance.Seed}: the excess");
        }
    });

    [Theory]
    [MemberData(nameof(BlockProximal))]
    public void Block_problems_are_solved_globally(string name) => Any.Seed(30, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named(name), 6);
        HostProblem<Tracked<double>> problem = instance.In<Tracked<double>>();
        IBlockProximalOracle<Tracked<double>> oracle = (IBlockProximalOracle<Tracked<double>>)problem;
        Tracked<double> a = problem.Constant("a")!.Value;
        for (int block = 0; block < oracle.BlockCount; block++)
        {
            HostVector<Tracked<double>> old = problem.InitialPoint, x = new(Array.ConvertAll(old.Span.ToArray(), e => e)), u = x.NewLike();
            oracle.MinimizeBlock(block, a, x);

            // The result taken as data: its own error is judged by the objective, which is flat there.
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = x[i].Value;
            }

            Tracked<double> Objective(HostVector<Tracked<double>> y)
            {
                u.Assign(y - old);
                return problem.Value(y) + (a / 2.0 * HostVector<Tracked<double>>.Dot(u, u));
            }

            Tracked<double> least = Objective(x);
            int[] inside = [.. Enumerable.Range(0, x.Length).Where(i => x[i].Value != old[i].Value)];
            Assert.NotEmpty(inside);
            for (int k = 0; k < 20; k++)
            {
                HostVector<Tracked<double>> y = x.Copy();
                double scale = random.Signed(-4, 1);
                foreach (int i in inside)
                {
                    y[i] += scale * random.Uniform(-1, 1);
                }

                AssertNotPositive(least - Objective(y), $"{instance.Parameters}, seed {instance.Seed}: the excess");
            }
        }
    });

    // Out there F = f/g would be negative, and a method that leaves would keep every bound from above.
    [Fact]
    public void Quotients_are_infinite_where_the_denominator_is_not_positive() => Any.Seed(40, random =>
    {
        HostProblem<double> problem = Create("fractional-quadratic", random.Next(), ("kind", "concave"), ("dimension", random.Next(2, 9))).In<double>();
        HostVector<double> x = problem.InitialPoint.Copy();
        double norm = Math.Sqrt(HostVector<double>.Dot(x, x)), radius = random.NextDouble() * 6;
        x.Assign(radius / norm * x);
        bool inside = ((IDenominatorOracle<HostVector<double>, double>)problem).Denominator(x) > 0;
        Assert.Equal(inside, double.IsFinite(problem.Value(x)));
        Assert.Equal(inside, double.IsFinite(problem.PrimalGap(x)));
        Assert.True(problem.PrimalGap(x) >= 0, $"{radius}: {problem.PrimalGap(x)}");
    });

    [Fact]
    public void Quotients_are_minimised_globally_along_coordinates() => Any.Seed(40, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named("fractional-quadratic"), 8);
        HostProblem<double> problem = instance.In<double>();
        IFractionalPoint<double> x = ((IFractionalOracle<double>)problem).Place(problem.InitialPoint);
        IDenominatorOracle<HostVector<double>, double> quotient = (IDenominatorOracle<HostVector<double>, double>)problem;
        const double Theta = 0.5;
        for (int k = 0; k < 12; k++)
        {
            int i = k % x.Point.Length;
            HostVector<double> before = x.Point.Copy(), y = x.Point.Copy();
            try
            {
                x.MinimizeCoordinate(i, Theta);
            }
            catch (InputException)
            {
                // Rightly refused: the further, the lower.
                Assert.True(At(1e6) < At(1e3) && At(1e3) < At(0), $"{instance.Parameters}, {instance.Seed}");
                return;
            }

            double t = x.Point[i] - before[i], least = problem.Value(x.Point) + (Theta * t * t / 2 / quotient.Denominator(x.Point)), g = quotient.Denominator(x.Point);
            for (int j = -400; j <= 400; j++)
            {
                // Values are sums of n^2 products of size at most ten.
                double s = Math.ScaleB(j, -4) * Math.Abs(j) / 100, value = At(s);
                Assert.True(least <= value + 1e-11 * Math.Max(1, 1 / g) * (1 + Math.Abs(least)), $"{instance.Parameters}, {instance.Seed}: {least} at {t}, {value} at {s}");
            }

            // Infinite outside the domain.
            double At(double s)
            {
                y[i] = before[i] + s;
                double d = quotient.Denominator(y);
                return d > 0 ? problem.Value(y) + (Theta * s * s / 2 / d) : double.PositiveInfinity;
            }
        }
    });

    [Fact]
    public void The_lifted_gap_of_one_point_is_its_gap() => Any.Seed(20, random =>
    {
        int n = random.Next(1, 7), seed = random.Next();
        HostProblem<Rational> points = Create("coupled-quadratic", seed, ("dimension", n)).In<Rational>(), lifted = Create("quadratic-moments", seed, ("dimension", n)).In<Rational>();
        Assert.Equal(points.PrimalGap(points.InitialPoint), lifted.PrimalGap(lifted.InitialPoint));

        // Linear, hence its own gradient everywhere, and not negative on a sum of squares.
        HostVector<Rational> g = lifted.InitialPoint.NewLike();
        lifted.Gradient(lifted.InitialPoint, g);
        Assert.Equal(lifted.Value(lifted.InitialPoint), HostVector<Rational>.Dot(g, lifted.InitialPoint));
    });

    // A central difference with step 2^-50 in double-doubles is off by h^2 times a third derivative, far below 2^-40 of the sizes involved; a draw
    // within 2^-50 of a kink has probability 0 for practical purposes.
    [Theory]
    [MemberData(nameof(WithGradients))]
    public void Gradients_are_limits_of_differences(string name) => Any.Seed(20, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named(name), 8);
        HostProblem<DoubleDouble> problem = instance.In<DoubleDouble>();
        HostVector<DoubleDouble> x = problem.InitialPoint.Copy(), d = x.NewLike(), g = x.NewLike(), shifted = x.NewLike();
        x.Assign(0.875, x);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = random.Uniform(-1, 1);
        }

        DoubleDouble h = Math.ScaleB(1, -50);
        problem.Gradient(x, g);
        shifted.Assign(x + h * d);
        DoubleDouble difference = problem.Value(shifted);
        shifted.Assign(x - h * d);
        difference = (difference - problem.Value(shifted)) / (h + h);
        double expected = HostVector<DoubleDouble>.Dot(g, d).High, size = Math.Sqrt(HostVector<DoubleDouble>.Dot(g, g).High * HostVector<DoubleDouble>.Dot(d, d).High);
        Assert.Equal(expected, difference.High, (size + Math.Abs(problem.Value(x).High)) * Math.ScaleB(1, -40));
    });

    private static ProblemInstance Create(string family, int seed, params (string Name, ParameterValue Value)[] given) => Families.Named(family).Create(seed, given);

    private static Rational[][] Matrix(ProblemInstance instance)
    {
        HostProblem<Rational> problem = instance.In<Rational>();
        ICoordinatePoint<Rational> x = ((ICoordinateOracle<Rational>)problem).Place(problem.InitialPoint);
        return ExactMatrix.Entries(x.Point.Length, x.Curvature);
    }
}
