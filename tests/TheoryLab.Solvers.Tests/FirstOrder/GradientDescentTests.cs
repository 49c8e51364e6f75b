using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

public sealed class GradientDescentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void The_worst_case_is_attained_exactly_on_the_Huber_function(int n)
    {
        foreach ((Rational L, Rational R) in new (Rational, Rational)[] { (1, 1), (new(3, 7), 5) })
        {
            HostProblem<Rational> problem = Huber.Exactly(L, new Rational(1, (2 * n) + 1), R);
            Assert.Equal(L * R * R / ((4 * n) + 2), problem.Value(Catalogue.Last(new GradientDescent(), problem, n)));
        }
    }

    [Theory]
    [InlineData("gradient-descent")]
    [InlineData("nesterov")]
    [InlineData("nesterov-three")]
    [InlineData("optimized-gradient")]
    public void Scaling_L_and_R_scales_iterates_and_values(string method)
    {
        const int Steps = 8;
        foreach (int power in (int[])[-3, 1, 4])
        {
            Rational scaleL = ScalarMath.Power<Rational>(4, power), scaleR = ScalarMath.Power<Rational>(2, 1 - power);
            HostProblem<Rational> unit = Huber.Exactly<Rational>(1, new(1, 9), 1), scaled = Huber.Exactly(scaleL, new(1, 9), scaleR);
            Rational[][] x = Catalogue.Trajectory(Catalogue.Method(method), unit, Steps), y = Catalogue.Trajectory(Catalogue.Method(method), scaled, Steps);
            for (int k = 0; k <= Steps; k++)
            {
                Assert.Equal(scaleR * x[k][0], y[k][0]);
                Assert.Equal(scaleL * scaleR * scaleR * unit.Value(new(x[k])), scaled.Value(new(y[k])));
            }
        }
    }
}
