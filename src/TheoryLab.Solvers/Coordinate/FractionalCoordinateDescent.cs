using System.Globalization;
using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Coordinate descent for a quotient F = f/g: the global minimiser along a coordinate of the quotient with a proximal term in f.</summary>
/// <param name="Theta">The weight of the proximal term, at least 0; without it the step is exact minimisation of F along the coordinate.</param>
/// <param name="Rule">Cyclic: a step is one coordinate; Sweep: a step is a whole pass.</param>
public sealed record FractionalCoordinateDescent(double Theta = 1, CoordinateRule Rule = CoordinateRule.Cyclic) : IFractionalMethod
{
    /// <inheritdoc/>
    public string Name => (Theta, Rule) == (1, CoordinateRule.Cyclic)
        ? "fractional-coordinate-descent"
        : string.Create(CultureInfo.InvariantCulture, $"fractional-coordinate-descent(theta={Theta}, rule={Rule})");

    /// <inheritdoc/>
    public string UpdateRule => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Rule == CoordinateRule.Sweep ? "for i = 1..n: " : string.Empty)}x_i <- x_i + argmin_t (f(x + t e_i) + ({Theta}/2) t^2)/g(x + t e_i),  i in order, the minimum global");

    /// <inheritdoc/>
    public string Source => "Yuan, Coordinate descent methods for fractional minimization, ICML 2023";

    /// <inheritdoc/>
    public IIteration<HostVector<T>> Start<T>(IFractionalOracle<T> problem, HostVector<T> x0, MethodSetup<T> setup)
        where T : struct, INumber<T> => Rule is CoordinateRule.Cyclic or CoordinateRule.Sweep
            ? new Iteration<T>(problem.Place(x0), ScalarMath.From<T>(Theta), Rule == CoordinateRule.Sweep)
            : throw new InputException($"The rule {Rule} is not one for quotients, whose coordinates are taken in order; choose Cyclic or Sweep.");

    private sealed class Iteration<T>(IFractionalPoint<T> x, T theta, bool sweeps) : IIteration<HostVector<T>>
        where T : struct, INumber<T>
    {
        private readonly HostVector<T> _previous = x.Point.Copy();

        public HostVector<T> Iterate => x.Point;

        public HostVector<T> Point(Sequence sequence) => sequence switch
        {
            Sequence.Previous => _previous,
            Sequence.Anchor => throw new InputException("Coordinate descent has no sequence z_k; choose another measure."),
            _ => x.Point,
        };

        public void Step(int k)
        {
            _previous.CopyFrom(x.Point);
            int n = x.Point.Length;
            for (int i = sweeps ? 0 : k % n, last = sweeps ? n - 1 : i; i <= last; i++)
            {
                x.MinimizeCoordinate(i, theta);
            }
        }
    }
}
