using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Problems.Tests;

public class LassoTests
{
    private static readonly string[] Sets = ["diabetes", "wine", "breast-cancer"];

    public static TheoryData<string, double> Cases => [.. from data in Sets from penalty in new[] { 1e-3, 1e-2, 0.1, 10 } select (data, penalty)];

    // The dual of |A w - b|^2/(2m) + lam |w|_1 is the largest value of <b, t> - (m/2)|t|^2 over |A't|_inf <= lam; the residual over m, scaled into
    // the set, is a dual point. Value and error must bracket the dual value, and the bracket must be as narrow as double-doubles allow.
    [Theory]
    [MemberData(nameof(Cases))]
    public void TheCertifiedValueIsBracketedByTheDuality(string name, double penalty)
    {
        ProblemInstance instance = Instance(name, penalty);
        CertifiedMinimum minimum = ((ICertifiedInstance)instance).Minimum;
        DataSet data = DataSets.Load(name).Standardized();
        double[] targets = DataSets.Load(name).StandardizedLabels();
        int m = data.Rows, n = data.Features;
        Tracked<DoubleDouble> rows = Tracked<DoubleDouble>.FromDouble(m), bt = default, tt = default, largest = default;
        Tracked<DoubleDouble>[] w = Array.ConvertAll(minimum.Point.ToArray(), x => (Tracked<DoubleDouble>)x), slope = new Tracked<DoubleDouble>[n];
        for (int i = 0; i < m; i++)
        {
            Tracked<DoubleDouble> t = Tracked<DoubleDouble>.FromDouble(targets[i]), b = t;
            for (int j = 0; j < n; j++)
            {
                t -= Tracked<DoubleDouble>.FromDouble(data.Row(i)[j]) * w[j];
            }

            t /= rows;
            for (int j = 0; j < n; j++)
            {
                slope[j] += Tracked<DoubleDouble>.FromDouble(data.Row(i)[j]) * t;
            }

            (bt, tt) = (bt + (b * t), tt + (t * t));
        }

        foreach (Tracked<DoubleDouble> s in slope)
        {
            largest = Tracked<DoubleDouble>.Max(largest, s.Value < 0 ? -s : s);
        }

        Tracked<DoubleDouble> one = Tracked<DoubleDouble>.One, inside = one + Tracked<DoubleDouble>.FromDouble(largest.Error / penalty);
        Tracked<DoubleDouble> scale = one / Tracked<DoubleDouble>.Max(one, inside * largest / Tracked<DoubleDouble>.FromDouble(penalty));
        Tracked<DoubleDouble> dual = (scale * bt) - (rows * scale * scale * tt / Tracked<DoubleDouble>.FromDouble(2));
        double gap = (minimum.Value - dual.Value).High;
        Assert.True(gap >= -(dual.Error + minimum.ValueError), $"gap {gap:E2}, errors {dual.Error:E2} and {minimum.ValueError:E2}");
        Assert.True(gap <= Math.ScaleB(1, -75), $"gap {gap:E2}");
        Assert.True(minimum.DistanceError <= Math.ScaleB(1, -75), $"distance {minimum.DistanceError:E2}");
    }

    [Fact]
    public void DependentColumnsAreRefusedInOneSentence()
    {
        HostProblem<double> problem = Instance("digits", 0.1).In<double>();
        Assert.Contains("linearly dependent", Assert.Throws<InputException>(() => problem.Minimizer).Message, StringComparison.Ordinal);
    }

    private static ProblemInstance Instance(string data, double penalty) => new Lasso().Create(0, ("data", data), ("penalty", penalty));
}
