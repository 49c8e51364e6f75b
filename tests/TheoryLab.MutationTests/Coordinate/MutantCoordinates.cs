using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>Partial derivatives that reply wrongly at one site.</summary>
internal sealed class MutantCoordinates<T>(ICoordinateOracle<T> oracle, Mutator<T> mutator, Renaming<T> renaming) : ICoordinateOracle<T>
    where T : struct, INumber<T>
{
    public ICoordinatePoint<T> Place(HostVector<T> x) => new Position(oracle, mutator, renaming, x);

    /// <summary>
    /// The point that the method sees, in its own order of coordinates; beside it the point that the residuals belong to, which lags behind where they
    /// have not heard of a step, and that point before its last move.
    /// </summary>
    private sealed class Position(ICoordinateOracle<T> oracle, Mutator<T> mutator, Renaming<T> renaming, HostVector<T> x) : ICoordinatePoint<T>
    {
        private readonly ICoordinatePoint<T> _now = oracle.Place(renaming.True(x)), _before = oracle.Place(renaming.True(x));
        private T[] _last = new T[x.Length];

        public HostVector<T> Point { get; } = x.Copy();

        public void Move(int i, T t)
        {
            T[] d = mutator.Alter(Site.Step, new(Along(i, t)) { Next = () => Along(Next(i), t), IsStep = true, HasResiduals = true }, out bool records);
            for (int j = 0; j < d.Length; j++)
            {
                Point[j] += d[j];
            }

            if (records)
            {
                Move(_before, _last);
                Move(_now, d);
                _last = d;
            }
        }

        public T Partial(int i) => Reply(Site.Partial, i, (x, j) => x.Partial(j), isCompared: true);

        public T Smoothness(int i) => Reply(Site.Smoothness, i, (x, j) => x.Smoothness(j), isCompared: true);

        public T Curvature(int i, int j) => Reply(Site.Curvature, i, (x, at) => x.Curvature(at, renaming.Position(j)), diagonal: x => i == j ? x : T.Zero);

        public T ExactMove(int i) => Reply(Site.ExactMove, i, (x, j) => x.ExactMove(j), (x, j) => -(x.Partial(j) / x.Smoothness(j)));

        public T ProximalMove(int i, T curvature) => Reply(
            Site.ProximalMove, i, (x, j) => x.ProximalMove(j, curvature), (x, j) => -(x.Partial(j) / curvature));

        public T Penalty(int i, T value) => Reply(Site.Penalty, i, (x, j) => x.Penalty(j, value));

        public T PenaltySlope(int i, T value) => Reply(Site.PenaltySlope, i, (x, j) => x.PenaltySlope(j, value));

        private T Reply(
            Site site,
            int i,
            Func<ICoordinatePoint<T>, int, T> ask,
            Func<ICoordinatePoint<T>, int, T>? gradientStep = null,
            Func<T, T>? diagonal = null,
            bool isCompared = false)
        {
            int at = renaming.Position(i), next = renaming.Position(Next(i));
            T right = ask(_now, at);
            Reply<T> reply = new([right])
            {
                Next = () => [ask(_now, next)],
                Stale = () => [ask(_before, at)],
                GradientStep = gradientStep is null ? null : () => [gradientStep(_now, at)],
                Diagonal = diagonal is null ? null : () => [diagonal(right)],
                IsCompared = isCompared,
            };
            return mutator.Alter(site, reply, out _)[0];
        }

        private int Next(int i) => (i + 1) % Point.Length;

        private T[] Along(int i, T t)
        {
            T[] d = new T[Point.Length];
            d[i] = t;
            return d;
        }

        private void Move(ICoordinatePoint<T> point, T[] d)
        {
            for (int j = 0; j < d.Length; j++)
            {
                if (!T.IsZero(d[j]))
                {
                    point.Move(renaming.Position(j), d[j]);
                }
            }
        }
    }
}
