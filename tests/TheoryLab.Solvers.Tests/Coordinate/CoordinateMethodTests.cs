using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests.Coordinate;

/// <summary>Coordinate methods in exact rationals against the same rules written out with whole gradients, and against exhaustive enumeration.</summary>
public sealed class CoordinateMethodTests
{
    private const int Steps = 9;

    public static TheoryData<CoordinateRule, CoordinateStep> Rules => new()
    {
        { CoordinateRule.Cyclic, CoordinateStep.Own },
        { CoordinateRule.Cyclic, CoordinateStep.Exact },
        { CoordinateRule.Cyclic, CoordinateStep.Whole },
        { CoordinateRule.GaussSouthwell, CoordinateStep.Largest },
        { CoordinateRule.GaussSouthwellLipschitz, CoordinateStep.Own },
        { CoordinateRule.GaussSouthwellQuadratic, CoordinateStep.Whole },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Kept_residuals_give_the_trajectory_of_whole_gradients(CoordinateRule rule, CoordinateStep step)
    {
        ProblemInstance instance = Catalogue.Instance("coupled-quadratic", 4);
        HostProblem<Rational> problem = instance.In<Rational>();
        Rational[] x = problem.InitialPoint.Span.ToArray();
        Rational[][] matrix = Matrix(problem);
        Rational[][] found = Catalogue.Trajectory(new CoordinateDescent(rule, step), problem, Steps);
        for (int k = 0; k <= Steps; k++)
        {
            Assert.Equal(x, found[k]);
            Rational[] g = [.. matrix.Select(row => row.Zip(x, (a, b) => a * b).Aggregate((a, b) => a + b))];
            Rational Curvature(int i) => step switch { CoordinateStep.Whole => problem.Constant("L")!.Value, CoordinateStep.Largest => matrix.Select((r, j) => r[j]).Max(), _ => matrix[i][i] };
            int chosen = rule switch
            {
                CoordinateRule.Cyclic => k % 4,
                CoordinateRule.GaussSouthwell => Enumerable.Range(0, 4).MaxBy(i => g[i] * g[i]),
                CoordinateRule.GaussSouthwellLipschitz => Enumerable.Range(0, 4).MaxBy(i => g[i] * g[i] / matrix[i][i]),
                _ => Enumerable.Range(0, 4).MaxBy(i => g[i] * g[i] / Curvature(i)),
            };
            x[chosen] -= g[chosen] / Curvature(chosen);
        }
    }

    [Theory]
    [InlineData(1, BlockSampling.Uniform)]
    [InlineData(1, BlockSampling.Smoothness)]
    [InlineData(2, BlockSampling.Uniform)]
    [InlineData(2, BlockSampling.Smoothness)]
    public void Second_moments_are_the_mean_over_all_sequences_of_blocks(int size, BlockSampling sampling)
    {
        const int N = 3, Horizon = 3;
        HostProblem<Rational> lifted = Catalogue.Instance("quadratic-moments", N, ("block", size)).In<Rational>();
        Rational[][] found = Catalogue.Trajectory(new BlockMoments(size, sampling), lifted, Horizon);
        Rational[][] matrix = [.. Enumerable.Range(0, N).Select(i => Enumerable.Range(0, N).Select(j => ((IMomentOracle<Rational>)lifted).Entry(i, j)).ToArray())];

        // M_0 = x_0 x_0' gives x_0 up to its sign.
        Rational[] x0 = Start(found[0], N);
        int[][] blocks = [.. Enumerable.Range(0, N).Chunk(size)];
        Rational trace = matrix.Select((row, i) => row[i]).Aggregate((a, b) => a + b);
        Rational[] p = [.. blocks.Select(b => sampling == BlockSampling.Uniform ? new Rational(1, blocks.Length) : b.Select(i => matrix[i][i]).Aggregate((a, c) => a + c) / trace)];
        List<(Rational Weight, Rational[] X)> cloud = [(1, x0)];
        for (int k = 1; k <= Horizon; k++)
        {
            cloud = [.. cloud.SelectMany(c => blocks.Select((b, i) => (c.Weight * p[i], Minimized(matrix, c.X, b))))];
            for (int i = 0; i < N * N; i++)
            {
                Rational mean = cloud.Select(c => c.Weight * c.X[i / N] * c.X[i % N]).Aggregate((a, b) => a + b);
                Assert.Equal(mean, found[k][i]);
            }
        }
    }

    [Theory]
    [InlineData(BlockPartition.Fixed)]
    [InlineData(BlockPartition.Shuffled)]
    [InlineData(BlockPartition.Variable)]
    public void One_block_of_everything_ends_in_one_newton_step(BlockPartition partition)
    {
        HostProblem<Rational> problem = Catalogue.Instance("coupled-quadratic", 4).In<Rational>();
        Assert.All(Catalogue.Trajectory(new BlockDescent(9, partition), problem, 1)[1], x => Assert.Equal(Rational.Zero, x));
    }

    [Theory]
    [InlineData(BlockRule.Cyclic, BlockUpdate.Newton)]
    [InlineData(BlockRule.Greedy, BlockUpdate.Newton)]
    [InlineData(BlockRule.GaussSouthwell, BlockUpdate.Gradient)]
    public void A_block_step_is_optimal_or_the_scaled_gradient_on_the_block_of_the_rule(BlockRule rule, BlockUpdate update)
    {
        HostProblem<Rational> problem = Catalogue.Instance("coupled-quadratic", 5).In<Rational>();
        Rational[][] matrix = Matrix(problem);
        int[][] blocks = [[0, 1], [2, 3], [4]];
        Rational[][] x = Catalogue.Trajectory(new BlockDescent(2, BlockPartition.Fixed, rule, update), problem, 6);
        for (int k = 0; k < 6; k++)
        {
            Rational[] g = [.. matrix.Select(row => row.Zip(x[k], (a, b) => a * b).Aggregate((a, b) => a + b))];
            Rational Gain(int[] b) => Half(matrix, x[k]) - Half(matrix, Minimized(matrix, x[k], b));
            int[] block = rule switch { BlockRule.Cyclic => blocks[k % 3], BlockRule.Greedy => blocks.MaxBy(Gain)!, _ => blocks.MaxBy(b => b.Select(i => g[i] * g[i]).Aggregate((a, c) => a + c))! };
            Rational sum = block.Select(i => matrix[i][i]).Aggregate((a, c) => a + c);
            Rational[] expected = update == BlockUpdate.Newton ? Minimized(matrix, x[k], block) : [.. x[k].Select((v, i) => block.Contains(i) ? v - (g[i] / sum) : v)];
            Assert.Equal(expected, x[k + 1]);
        }
    }

    // The maintained gradient takes the roundings of all moves; running error analysis covers them, and stays small.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Doubles_agree_with_rationals_within_the_tracked_error(CoordinateRule rule, CoordinateStep step)
    {
        CoordinateDescent method = new(rule, step);
        ProblemInstance instance = Catalogue.Instance("coupled-quadratic", 4);
        double[][] doubles = Catalogue.Trajectory(method, instance.In<double>(), Steps);
        Tracked<double>[][] tracked = Catalogue.Trajectory(method, instance.In<Tracked<double>>(), Steps);
        Rational[][] exact = Catalogue.Trajectory(method, instance.In<Rational>(), Steps);
        DoubleDouble[][] precise = Catalogue.Trajectory(method, instance.In<DoubleDouble>(), Steps);
        for (int k = 0; k <= Steps; k++)
        {
            for (int i = 0; i < 4; i++)
            {
                double error = Math.Abs(Rational.ToDouble(Rational.FromDouble(doubles[k][i]) - exact[k][i]));
                Assert.True(error <= tracked[k][i].Error * (1 + Math.ScaleB(1, -50)), $"k = {k}: {error:E2} against {tracked[k][i]}");
                Assert.True(tracked[k][i].Error < 1e-9);
                Assert.Equal(doubles[k][i], tracked[k][i].Value);
                Assert.Equal(doubles[k][i], precise[k][i].High, tracked[k][i].Error * 2);
            }
        }
    }

    [Theory]
    [InlineData(CoordinateRule.Uniform)]
    [InlineData(CoordinateRule.Smoothness)]
    public void A_random_rule_draws_the_same_run_again_and_visits_every_coordinate(CoordinateRule rule)
    {
        ProblemInstance instance = Catalogue.Instance("coupled-quadratic", 4);
        double[][] once = Catalogue.Trajectory(new CoordinateDescent(rule), instance.In<double>(), 60), again = Catalogue.Trajectory(new CoordinateDescent(rule), instance.In<double>(), 60);
        Assert.Equal(once, again);
        for (int i = 0; i < 4; i++)
        {
            Assert.Contains(Enumerable.Range(0, 60), k => once[k][i] != once[k + 1][i]);
        }
    }

    [Fact]
    public void Support_newton_ends_at_the_minimiser_exactly()
    {
        HostProblem<Rational> problem = Catalogue.Instance("l1-quadratic", 4, ("spread", 2), ("matrix", "diagonal")).In<Rational>();
        Rational[][] x = Catalogue.Trajectory(new SupportNewton(), problem, 30);
        Assert.Equal(problem.Minimizer.Span.ToArray(), x[30]);
        Assert.NotEqual(problem.Minimizer.Span.ToArray(), x[0]);
    }

    private static Rational Half(Rational[][] a, Rational[] x) => a.Select((row, i) => row.Zip(x, (c, d) => c * d).Aggregate((c, d) => c + d) * x[i]).Aggregate((c, d) => c + d) / 2;

    private static Rational[] Start(Rational[] moments, int n)
    {
        Rational first = moments[0].SquareRoot();
        Rational[] x = [.. Enumerable.Range(0, n).Select(i => moments[i] / first)];
        Assert.Equal(moments[0], first * first);
        return x;
    }

    /// <summary>x with f minimised over a block of one or two coordinates, by Cramer's rule.</summary>
    private static Rational[] Minimized(Rational[][] a, Rational[] x, int[] block)
    {
        Rational G(int i) => a[i].Zip(x, (c, d) => c * d).Aggregate((c, d) => c + d);
        Rational[] result = [.. x];
        if (block.Length == 1)
        {
            result[block[0]] -= G(block[0]) / a[block[0]][block[0]];
            return result;
        }

        (int i, int j) = (block[0], block[1]);
        Rational determinant = (a[i][i] * a[j][j]) - (a[i][j] * a[i][j]);
        result[i] -= ((G(i) * a[j][j]) - (G(j) * a[i][j])) / determinant;
        result[j] -= ((G(j) * a[i][i]) - (G(i) * a[i][j])) / determinant;
        return result;
    }

    private static Rational[][] Matrix(HostProblem<Rational> problem)
    {
        ICoordinatePoint<Rational> x = ((ICoordinateOracle<Rational>)problem).Place(problem.InitialPoint);
        int n = x.Point.Length;
        return [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => x.Curvature(i, j)).ToArray())];
    }
}
