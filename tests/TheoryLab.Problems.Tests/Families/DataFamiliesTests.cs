using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

public class DataFamiliesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "logistic-regression", "data=breast-cancer" },
        { "logistic-regression", "data=breast-cancer regularization=1E-12" },
        { "logistic-regression", "data=breast-cancer standardize=no" },
        { "logistic-regression", "data=wine class=2 regularization=0.1" },
        { "logistic-regression", "data=digits class=8" },
        { "least-squares", "data=diabetes" },
        { "least-squares", "data=diabetes standardize=no" },
        { "least-squares", "data=wine regularization=1E-12" },
        { "least-squares", "data=digits" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheMinimizerIsFoundToDoubleDoubleAccuracy(string family, string parameters)
    {
        ProblemInstance instance = Families.Create(family, parameters, 0);
        CertifiedMinimum minimum = ((ICertifiedInstance)instance).Minimum;

        // Refinement ends where the gradient drowns in its own evaluation: its norm is then at most the error bound of the evaluation.
        HostProblem<Tracked<DoubleDouble>> problem = instance.In<Tracked<DoubleDouble>>();
        HostVector<Tracked<DoubleDouble>> point = new(Array.ConvertAll(minimum.Point.ToArray(), x => (Tracked<DoubleDouble>)x)), gradient = point.NewLike();
        problem.Gradient(point, gradient);
        double error = Math.Sqrt(gradient.Span.ToArray().Sum(g => g.Error * g.Error));
        Assert.True(minimum.GradientNorm <= 2 * error, $"gradient norm {minimum.GradientNorm:E2}, evaluated to {error:E2}");

        // That error is a mean over rows of |a_i| times the error of a slope, which is at most 8 (m + n) function round-offs of 2^-96 of
        // 1 + |a_i| |w| + |b_i|: running sums of m terms, inner products of n, one exponential, a division.
        DataSet data = Data(instance);
        double w = Math.Sqrt(minimum.Point.ToArray().Sum(x => x.High * x.High)), rowNorm = RowNorm(instance);
        double target = family == "least-squares" ? data.Labels.ToArray().Max(Math.Abs) : 0;
        double allowed = 8.0 * (data.Rows + data.Features) * Math.ScaleB(1, -96) * rowNorm * (1 + (rowNorm * w) + target);
        Assert.True(error <= allowed, $"evaluated to {error:E2}, allowed {allowed:E2}");
        Assert.Equal(minimum.GradientNorm / problem.Constant("mu")!.Value.Value.High, minimum.DistanceError, minimum.DistanceError * Math.ScaleB(1, -39));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientAndValueAllocateNothing(string family, string parameters)
    {
        HostProblem<double> problem = Families.Create(family, parameters, 0).In<double>();
        HessianProblem<double> second = (HessianProblem<double>)problem;
        HostVector<double> x = problem.InitialPoint.Copy(), g = x.NewLike(), h = x.NewLike();
        Evaluate();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = Evaluate();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(sum));

        double Evaluate()
        {
            problem.Gradient(x, g);
            second.HessianProduct(x, g, h);
            return problem.Value(x) + problem.PrimalGap(x) + h[0];
        }
    }

    // The central difference of the gradient is off by h^2/6 times the fourth derivative: zero for squares, and for the logistic loss at most
    // 1/8 |a_i|^4 |d|^3 in norm, since |sigma'''| <= 1/8.
    [Theory]
    [MemberData(nameof(Cases))]
    public void TheHessianProductIsTheLimitOfGradientDifferences(string family, string parameters)
    {
        ProblemInstance instance = Families.Create(family, parameters, 0);
        var problem = (HessianProblem<Tracked<DoubleDouble>>)instance.In<Tracked<DoubleDouble>>();
        double h = Math.ScaleB(1, -30), rowNorm = RowNorm(instance);
        Random random = Seeds.Generator(1);
        HostVector<Tracked<DoubleDouble>> x = random.Point(problem), d = x.NewLike(), left = x.NewLike(), right = x.NewLike(), product = x.NewLike();
        double norm = 0;
        for (int i = 0; i < d.Length; i++)
        {
            double component = random.Uniform(-1, 1) / rowNorm;
            d[i] = Tracked<DoubleDouble>.FromDouble(component);
            norm += component * component;
        }

        problem.HessianProduct(x, d, product);
        Tracked<DoubleDouble> step = Tracked<DoubleDouble>.FromDouble(h);
        HostVector<Tracked<DoubleDouble>> shifted = x.NewLike();
        shifted.Assign(x + step * d);
        problem.Gradient(shifted, right);
        shifted.Assign(x - step * d);
        problem.Gradient(shifted, left);
        double truncation = family == "least-squares" ? 0 : h * h / 48 * Math.Pow(rowNorm, 4) * Math.Pow(norm, 1.5);
        for (int i = 0; i < d.Length; i++)
        {
            Tracked<DoubleDouble> error = ((right[i] - left[i]) / Tracked<DoubleDouble>.FromDouble(2 * h)) - product[i];
            Assert.True(Math.Abs(error.Value.High) <= error.Error + truncation, $"component {i}: {error}, truncation {truncation:E2}");
        }
    }

    [Fact]
    public void SoftplusAndSigmoidNeitherOverflowNorVanish()
    {
        LogisticTwoPoints(1e4, out double value, out double slope);
        Assert.Equal(1e4 / 2, value, Math.ScaleB(1e4, -50));
        Assert.Equal(-0.5, slope, Math.ScaleB(1, -50));
        LogisticTwoPoints(-1e4, out value, out slope);
        Assert.Equal(1e4 / 2, value, Math.ScaleB(1e4, -50));
        Assert.Equal(0.5, slope, Math.ScaleB(1, -50));
    }

    [Fact]
    public void RationalsAreRefusedWhereTheObjectiveIsTranscendental() => Assert.Equal(
        "logistic-regression needs exponentials, which exact rationals lack; run it in doubles or double-doubles.",
        Assert.Throws<NotSupportedException>(() => Families.Create("logistic-regression", "data=breast-cancer", 0).In<Rational>()).Message);

    [Fact]
    public void AnUnknownClassIsRefused() => Assert.Equal(
        "class of logistic-regression is 'first'; give a label of wine, or 'larger' if there are two.",
        Assert.Throws<InputException>(() => Families.Create("logistic-regression", "data=wine class=first", 0)).Message);

    [Theory]
    [InlineData("least-squares", "1,1e200\n2,0\n")]
    [InlineData("least-squares", "1e200,1\n2,0\n")]
    [InlineData("logistic-regression", "1e200,1\n2,0\n")]
    public void NumbersTooLargeToSquareAreRefused(string family, string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            Assert.Equal(
                $"The values of {Path.GetFileName(path)} are too large to be squared; rescale or standardise them.",
                Assert.Throws<InputException>(() => Families.Create(family, $"data={path} standardize=no", 0)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void OneMinimumServesAllThreads()
    {
        var instance = (ICertifiedInstance)Families.Create("logistic-regression", "data=breast-cancer", 0);
        CertifiedMinimum[] found = new CertifiedMinimum[8];
        Parallel.For(0, found.Length, i => found[i] = instance.Minimum);
        Assert.All(found, minimum => Assert.Same(found[0], minimum));
    }

    /// <summary>A loss of w = ±1e4 at a = 1 and one at a = 0: the value without log(2)/2 and regularisation, and minus the slope.</summary>
    private static void LogisticTwoPoints(double w, out double value, out double slope)
    {
        string path = Path.GetTempFileName();
        try
        {
            // The row at 1 is misclassified either way: its loss is log(1 + e^|w|)/2, of slope sign(w)/2.
            File.WriteAllText(path, w > 0 ? "1,0\n0,1\n" : "1,1\n0,0\n");
            HostProblem<double> problem = Families.Create("logistic-regression", $"data={path} standardize=no regularization=1E-12", 0).In<double>();
            HostVector<double> x = new([w]), g = new([0.0]);
            problem.Gradient(x, g);
            value = problem.Value(x) - (1e-12 * w * w / 2) - (Math.Log(2) / 2);
            slope = -(g[0] - (1e-12 * w));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static DataSet Data(ProblemInstance instance)
    {
        DataSet data = DataSets.Load(instance.Parameters.Text("data"));
        return instance.Parameters.Text("standardize") == "yes" ? data.Standardized() : data;
    }

    private static double RowNorm(ProblemInstance instance)
    {
        DataSet data = Data(instance);
        return Enumerable.Range(0, data.Rows).Max(i => Math.Sqrt(Reductions.Dot(data.Row(i), data.Row(i)))) * (1 + Math.ScaleB(1, -40));
    }
}
