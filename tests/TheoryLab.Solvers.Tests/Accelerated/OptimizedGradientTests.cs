using TheoryLab.Core;
using TheoryLab.Problems;
using Scalar = TheoryLab.Core.DoubleDouble;

namespace TheoryLab.Solvers.Tests;

public sealed class OptimizedGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void Its_bound_is_attained_on_the_Huber_function_and_on_the_parabola(int n)
    {
        Scalar theta = Momentum.FinalTheta<Scalar>(n), one = Scalar.One, two = one + one;
        AssertAttained(Huber.Exactly(one, one / (theta * theta), one), one / (two * theta * theta));

        HostProblem<Scalar> parabola = Catalogue.Instance("quadratic", 1, ("start", "largest"), ("L", 3)).In<Scalar>();
        Scalar R = parabola.Constant("R")!.Value;
        AssertAttained(parabola, ScalarMath.From<Scalar>(3) * R * R / (two * theta * theta));

        void AssertAttained(HostProblem<Scalar> problem, Scalar bound)
        {
            // Each of N steps rounds some ten operations, and momentum carries a perturbation on at most N times enlarged.
            Scalar difference = (problem.PrimalGap(Catalogue.Last(new OptimizedGradient(), problem, n)) / bound) - Scalar.One;
            Assert.True(Math.Abs(difference.High) <= 16.0 * n * n * ScalarMath.UnitRoundoff<Scalar>(), $"N = {n}: {difference}");
        }
    }
}
