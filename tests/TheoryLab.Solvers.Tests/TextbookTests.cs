using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

/// <summary>The update rules of the papers, written out again with plain rationals in one dimension, against the methods: equal exactly.</summary>
public sealed class TextbookTests
{
    private const int Steps = 10;

    [Theory]
    [InlineData("gradient-descent")]
    [InlineData("heavy-ball")]
    [InlineData("nesterov")]
    [InlineData("nesterov-three")]
    [InlineData("nesterov-strongly-convex")]
    [InlineData("optimized-gradient")]
    public void Methods_follow_their_update_rules(string method)
    {
        HostProblem<Rational> problem = Catalogue.Instance("heavy-ball-cycle", 1).In<Rational>();
        Rational Slope(Rational x)
        {
            HostVector<Rational> g = new(new Rational[1]);
            problem.Gradient(new([x]), g);
            return g[0];
        }

        // With the function's own L = 25 a step from the inner piece lands on the minimiser, whatever the momentum; 36 is an L as well.
        (Rational L, Rational mu) = (36, 1);
        Rational[] expected = Textbook(method, Slope, problem.InitialPoint[0], L, mu);
        IIteration<HostVector<Rational>> iteration = ((IFirstOrderMethod)Catalogue.Method(method))
            .Start<HostVector<Rational>, Rational, HostProblem<Rational>>(problem, problem.InitialPoint, new(L, mu, Steps));
        for (int k = 0; k < Steps; k++)
        {
            Assert.Equal(expected[k], iteration.Iterate[0]);
            iteration.Step(k);
        }

        Assert.Equal(expected[Steps], iteration.Iterate[0]);
    }

    private static Rational[] Textbook(string method, Func<Rational, Rational> slope, Rational x0, Rational L, Rational mu)
    {
        Rational[] x = new Rational[Steps + 1], y = new Rational[Steps + 1], t = new Rational[Steps + 1];
        (x[0], y[0], t[0]) = (x0, x0, 1);
        Rational rootL = L.SquareRoot(), rootMu = mu.SquareRoot(), rootKappa = (L / mu).SquareRoot();
        Rational b = ScalarMath.Power((rootL - rootMu) / (rootL + rootMu), 2), a = 4 / ScalarMath.Power(rootL + rootMu, 2);
        for (int k = 0; k < Steps; k++)
        {
            Rational factor = method == "optimized-gradient" && k == Steps - 1 ? 8 : 4;
            t[k + 1] = (1 + (1 + (factor * t[k] * t[k])).SquareRoot()) / 2;
            switch (method)
            {
                case "gradient-descent":
                    x[k + 1] = x[k] - (slope(x[k]) / L);
                    break;
                case "heavy-ball":
                    x[k + 1] = x[k] - (a * slope(x[k])) + (b * (x[k] - x[Math.Max(k - 1, 0)]));
                    break;
                case "optimized-gradient":
                    y[k + 1] = x[k] - (slope(x[k]) / L);
                    x[k + 1] = y[k + 1] + ((t[k] - 1) / t[k + 1] * (y[k + 1] - y[k])) + (t[k] / t[k + 1] * (y[k + 1] - x[k]));
                    break;
                default:
                    Rational beta = method switch
                    {
                        "nesterov" => (t[k] - 1) / t[k + 1],
                        "nesterov-three" => new Rational(k, k + 3),
                        _ => (rootKappa - 1) / (rootKappa + 1),
                    };
                    x[k + 1] = y[k] - (slope(y[k]) / L);
                    y[k + 1] = x[k + 1] + (beta * (x[k + 1] - x[k]));
                    break;
            }
        }

        return x;
    }
}
