using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>A quotient that is minimised wrongly along coordinates.</summary>
internal sealed class MutantQuotient<T>(IFractionalOracle<T> oracle, Mutator<T> mutator, Renaming<T> renaming) : IFractionalOracle<T>
    where T : struct, INumber<T>
{
    public IFractionalPoint<T> Place(HostVector<T> x) => new Position(oracle, mutator, renaming, x);

    /// <summary>The point that the method sees, in its own order; the one that f, g and the gradient belong to; and that one before its last move.</summary>
    private sealed class Position(IFractionalOracle<T> oracle, Mutator<T> mutator, Renaming<T> renaming, HostVector<T> x) : IFractionalPoint<T>
    {
        private HostVector<T> _now = x.Copy(), _before = x.Copy();

        public HostVector<T> Point { get; } = x.Copy();

        public void MinimizeCoordinate(int i, T weight)
        {
            T w = mutator.Alter(Site.ProximalWeight, new([weight]), out _)[0];
            int next = (i + 1) % Point.Length;
            Reply<T> reply = new(From(_now, i, w)) { Next = () => From(_now, next, w), Stale = () => From(_before, i, w), IsStep = true, HasResiduals = true };
            HostVector<T> d = new(mutator.Alter(Site.Step, reply, out bool records));
            Point.Assign(Point + d);
            if (records)
            {
                _before = _now;
                _now = _now.Copy();
                _now.Assign(_now + d);
            }
        }

        /// <summary>How far the minimiser along coordinate i is.</summary>
        private T[] From(HostVector<T> x, int i, T weight)
        {
            IFractionalPoint<T> point = oracle.Place(renaming.True(x));
            point.MinimizeCoordinate(renaming.Position(i), weight);
            HostVector<T> d = renaming.Seen(point.Point);
            d.Assign(d - x);
            return d.Span.ToArray();
        }
    }
}
