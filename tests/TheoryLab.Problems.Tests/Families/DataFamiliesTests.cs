using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

public class DataFamiliesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "logistic-regression", "data=breast-cancer" },
        { "logistic-regression", "data=breast-cancer,regularization=1E-12" },
        { "logistic-regression", "data=breast-cancer,standardize=no" },
        { "logistic-regression", "data=wine,class=2,regularization=0.1" },
        { "logistic-regression", "data=digits,class=8" },
        { "least-squares", "data=diabetes" },
        { "least-squares", "data=diabetes,standardize=no" },
        { "least-squares", "data=wine,regularization=1E-12" },
        { "least-squares", "data=digits" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheMinimizerIsFoundToDoubleDoubleAccuracy(string family, string parameters)
    {
        ProblemInstance instance = Instance(family, parameters);
        CertifiedMinimum minimum = ((ICertifiedInstance)instance).Minimum;

        // The gradient is a mean of products of size at most |a_i|^2 |w| or |a_i||b_i|; its evaluation in double-doubles, u = 2^-102, cannot be
        // known better than m u times the gradient at zero, nor worse than (m + n) u times the largest terms.
        HostProblem<double> problem = instance.In<double>();
        HostVector<double> gradient = problem.Minimizer.NewLike();
        problem.Gradient(problem.InitialPoint, gradient);
        double scale = Math.Sqrt(HostVector<double>.Dot(gradient, gradient)) + (problem.Constant("L")!.Value * problem.Constant("R")!.Value);
        double allowed = 1e4 * problem.InitialPoint.Length * Math.ScaleB(1, -102) * scale;
        Assert.True(minimum.GradientNorm <= allowed, $"gradient norm {minimum.GradientNorm:E2}, allowed {allowed:E2}");
        Assert.Equal(minimum.GradientNorm / problem.Constant("mu")!.Value, minimum.DistanceError, 1e-9 * minimum.DistanceError);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientAndValueAllocateNothing(string family, string parameters)
    {
        HostProblem<double> problem = Instance(family, parameters).In<double>();
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
        ProblemInstance instance = Instance(family, parameters);
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
        Assert.Equal(1e4 / 2, value, 1e-9);
        Assert.Equal(-0.5, slope, 1e-12);
        LogisticTwoPoints(-1e4, out value, out slope);
        Assert.Equal(1e4 / 2, value, 1e-9);
        Assert.Equal(0.5, slope, 1e-12);
    }

    [Fact]
    public void RationalsAreRefusedWhereTheObjectiveIsTranscendental() => Assert.Equal(
        "logistic-regression needs exponentials, which exact rationals lack; run it in doubles or double-doubles.",
        Assert.Throws<NotSupportedException>(() => Instance("logistic-regression", "data=breast-cancer").In<Rational>()).Message);

    [Fact]
    public void AnUnknownClassIsRefused() => Assert.Equal(
        "class of logistic-regression is 'first'; give a label of wine, or 'larger' if there are two.",
        Assert.Throws<InputException>(() => Instance("logistic-regression", "data=wine,class=first")).Message);

    [Fact]
    public void OneMinimumServesAllThreads()
    {
        var instance = (ICertifiedInstance)Instance("logistic-regression", "data=breast-cancer");
        CertifiedMinimum[] found = new CertifiedMinimum[8];
        Parallel.For(0, found.Length, i => found[i] = instance.Minimum);
        Assert.All(found, minimum => Assert.Same(found[0], minimum));
    }

    /// <summary>Labels +1 at a = 1 and -1 at a = 1: f(w) = (log(1 + e^-w) + log(1 + e^w))/2 up to the small regularisation, which is taken off.</summary>
    private static void LogisticTwoPoints(double w, out double value, out double slope)
    {
        string path = Path.GetTempFileName();
        try
        {
            // The second row is zero, so that only the first loss depends on w: f = (log(1 + e^-w) + log 2)/2, or with w and -w exchanged.
            File.WriteAllText(path, w > 0 ? "1,0\n0,1\n" : "1,1\n0,0\n");
            HostProblem<double> problem = Instance("logistic-regression", $"data={path},standardize=no,regularization=1E-12").In<double>();
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

    private static double RowNorm(ProblemInstance instance)
    {
        DataSet data = DataSets.Load(instance.Parameters.Text("data"));
        data = instance.Parameters.Text("standardize") == "yes" ? data.Standardized() : data;
        return Enumerable.Range(0, data.Rows).Max(i => Math.Sqrt(Reductions.Dot(data.Row(i), data.Row(i)))) * (1 + 1e-9);
    }

    private static ProblemInstance Instance(string family, string parameters)
    {
        ProblemFamily found = EveryFamily.Named(family);
        Dictionary<string, ParameterValue> given = parameters.Split(',').Select(p => p.Split('=')).ToDictionary(p => p[0], p => ParameterValue.Parse(p[1]));
        return found.Create(ParameterSet.Bind(found, given), 0);
    }
}
