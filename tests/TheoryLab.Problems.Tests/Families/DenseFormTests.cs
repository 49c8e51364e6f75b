using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

/// <summary>The numbers that an instance shows are those that its problem computes with: the same gradients, in double-doubles.</summary>
public sealed class DenseFormTests
{
    public static TheoryData<string, string> Instances { get; } = new()
    {
        { "quadratic", "dimension=13" },
        { "quadratic", "dimension=6 basis=coordinates" },
        { "coupled-quadratic", "dimension=7" },
        { "coupled-quadratic", "dimension=7 matrix=tridiagonal" },
        { "least-squares", "data=diabetes" },
        { "logistic-regression", "data=wine class=1" },
        { "constrained-least-squares", "data=diabetes set=l1-ball radius=3" },
        { "constrained-least-squares", "data=diabetes set=simplex" },
        { "quadratic-on-simplex", "dimension=9" },
        { "quadratic-on-cube", "dimension=9" },
    };

    [Theory]
    [MemberData(nameof(Instances))]
    public void Gradients_and_vertices_of_form_and_problem_agree(string family, string parameters)
    {
        ProblemInstance instance = Families.Create(family, parameters, 5);
        DenseForm form = Assert.IsAssignableFrom<IDenseInstance>(instance).Dense();
        HostProblem<DoubleDouble> problem = instance.In<DoubleDouble>();
        int n = problem.InitialPoint.Length;
        Random random = Seeds.Generator(3);
        for (int sample = 0; sample < 5; sample++)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.Uniform(-1, 1))];
            HostVector<DoubleDouble> at = new(Array.ConvertAll(x, v => (DoubleDouble)v)), gradient = at.NewLike(), vertex = at.NewLike();
            problem.Gradient(at, gradient);
            for (int i = 0; i < n; i++)
            {
                (DoubleDouble expected, double magnitude, bool rounded) = Component(form, at, problem.Minimizer, i);

                // A rounded matrix is half a unit off in every entry; all else is as good as double-doubles are, a product or a sum being good to 2^-96.
                double relative = rounded ? Math.ScaleB(1, -53) : 0;
                Assert.InRange(Math.Abs((gradient[i] - expected).High), 0, (relative + (4 * (n + 500) * Math.ScaleB(1, -96))) * magnitude);
            }

            if (form.Set is { } set)
            {
                ((ConstrainedProblem<DoubleDouble>)problem).Minimize(gradient, vertex);
                AssertVertex(set, gradient, vertex);
            }
        }

        Assert.Equal(problem is ConstrainedProblem<DoubleDouble>, form.Set is not null);
    }

    [Fact]
    public void A_matrix_beyond_the_largest_one_is_refused() => Assert.Equal(
        "A dense matrix of order 40000 is beyond the largest one, 32768; choose a smaller dimension, or --backend managed.",
        Assert.Throws<InputException>(() => ((IDenseInstance)Families.Create("coupled-quadratic", "dimension=40000 matrix=tridiagonal", 5)).Dense()).Message);

    private static (DoubleDouble Value, double Magnitude, bool Rounded) Component(DenseForm form, HostVector<DoubleDouble> x, HostVector<DoubleDouble> minimizer, int i)
    {
        DoubleDouble sum = 0;
        double magnitude = 0;
        int n = x.Length;
        switch (form)
        {
            case QuadraticForm q:
                for (int j = 0; j < n; j++)
                {
                    Add(q.Matrix[(i * n) + j] * (x[j] - minimizer[j]));
                }

                return (sum, magnitude, true);
            case SeparableForm s:
                Add(s.Curvature[i] * (x[i] - minimizer[i]));
                Add(s.Slopes[i]);
                return (sum, magnitude, false);
            case LossForm f:
                for (int row = 0; row < f.Rows; row++)
                {
                    DoubleDouble t = 0;
                    for (int j = 0; j < n; j++)
                    {
                        t += f.Matrix[(row * n) + j] * x[j];
                    }

                    DoubleDouble slope = f.Loss == LossKind.Squared ? t - f.Targets[row] : -1 / (1 + ScalarMath.Exp(t));
                    Add(slope * f.Matrix[(row * n) + i] / f.Rows);
                }

                Add(f.Regularization * x[i]);
                return (sum, magnitude * n, false);
            default:
                throw new InvalidOperationException("There is no reference for this form; write one.");
        }

        void Add(DoubleDouble term)
        {
            sum += term;
            magnitude += Math.Abs(term.High);
        }
    }

    private static void AssertVertex(FeasibleSet set, HostVector<DoubleDouble> direction, HostVector<DoubleDouble> vertex)
    {
        HostVector<DoubleDouble> expected = direction.NewLike();
        if (set.Kind == SetKind.Simplex)
        {
            VertexSets.MinimizeOverSimplex(direction, expected);
            expected.Assign(set.High, expected);
        }
        else if (set.Kind == SetKind.L1Ball)
        {
            NormBalls.MinimizeOverL1(set.High, direction, expected);
        }
        else
        {
            NormBalls.MinimizeOverCube(set.Low, set.High, direction, expected);
        }

        Assert.Equal(expected.Span.ToArray(), vertex.Span.ToArray());
    }
}
