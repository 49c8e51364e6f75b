using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>A pair of points of a function or an operator, or a single point where both are equal.</summary>
internal readonly record struct PointPair(int I, int J);

/// <summary>Which conditions a function or an operator imposes, pair by pair.</summary>
internal static class Candidates
{
    /// <summary>All pairs that say something of their own.</summary>
    public static IEnumerable<PointPair> Of<T>(IInterpolated<T> f)
        where T : struct, INumber<T>
    {
        int n = f.Points.Count;
        for (int i = 0; i < n; i++)
        {
            yield return new(i, i);
            for (int j = f.IsOrdered ? 0 : i + 1; j < n; j++)
            {
                if (j != i)
                {
                    yield return new(i, j);
                }
            }
        }
    }

    /// <summary>What proofs start from: x* against every point, and each point against the next one.</summary>
    public static bool IsCore<T>(IInterpolated<T> f, PointPair pair)
        where T : struct, INumber<T> =>
        pair.I == pair.J || f.Points[pair.I].IsReference || pair.J == pair.I + 1 || (!f.IsOrdered && f.Points[pair.J].IsReference);

    /// <summary>The constraints of a pair, by name.</summary>
    public static IEnumerable<NamedConstraint<T>> Constraints<T>(IInterpolated<T> f, PointPair pair)
        where T : struct, INumber<T> =>
        from condition in f.Conditions(pair.I, pair.J)
        let points = pair.I == pair.J ? f.Points[pair.I].Id : $"{f.Points[pair.I].Id}, {f.Points[pair.J].Id}"
        select new NamedConstraint<T>($"{f.Name}: {condition.Kind} ({points})", condition.Expression, condition.IsEquality)
        {
            Origin = new(f, f.Points[pair.I], f.Points[pair.J], condition.Kind),
        };
}
