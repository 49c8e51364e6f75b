using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>
/// Which base vectors, values and rows of a problem share a unit: gradients of one function, its values, one condition of its class, and all vectors that are no gradients.
/// </summary>
internal sealed class Kinds<T>
    where T : struct, INumber<T>
{
    private readonly Dictionary<object, int> _rows = [];

    /// <summary>The kinds of a problem.</summary>
    /// <param name="problem">The problem.</param>
    public Kinds(WorstCaseProblem<T> problem)
    {
        // Zero is the kind of a point.
        Vectors = new int[problem.Space.VectorNames.Count];
        Values = [.. Enumerable.Range(problem.Interpolated.Count, problem.Space.ValueNames.Count)];
        for (int f = 0; f < problem.Interpolated.Count; f++)
        {
            foreach (SymbolicPoint<T> point in problem.Interpolated[f].Points)
            {
                foreach (SymbolicVector<T> part in point.Parts)
                {
                    MarkGradient(part, f + 1);
                }

                MarkGradient(point.G, f + 1);
                if (point.F.Values is [(int value, _)])
                {
                    Values[value] = f;
                }
            }
        }
    }

    /// <summary>The kind of each base vector.</summary>
    public int[] Vectors { get; }

    /// <summary>The kind of each free value.</summary>
    public int[] Values { get; }

    /// <summary>The kind of the objective, which no constraint shares.</summary>
    public int OfObjective { get; }

    /// <summary>
    /// The kind of a constraint: a condition of a class, on points of one function with gradients of one kind (the normal of a set may be the gradient of a function). Each
    /// assumption is a kind of its own, but for the terms of a smallest one.
    /// </summary>
    /// <param name="constraint">The constraint.</param>
    public int OfRow(NamedConstraint<T> constraint)
    {
        object key = constraint.Origin is { } origin ? (origin.Source, origin.Kind, OfGradient(origin.I), OfGradient(origin.J)) : constraint.SmallestTerm is null ? constraint : nameof(constraint.SmallestTerm);
        return _rows.TryGetValue(key, out int kind) ? kind : _rows[key] = _rows.Count + 1;
    }

    private void MarkGradient(SymbolicVector<T> g, int kind)
    {
        if (SingleEntry(g.Coordinates) is { } index && Vectors[index] == 0)
        {
            Vectors[index] = kind;
        }
    }

    // Zero where it is the sum of several vectors, or nothing.
    private int OfGradient(SymbolicPoint<T> point) => SingleEntry(point.G.Coordinates) is { } index ? Vectors[index] : 0;

    private static int? SingleEntry(ReadOnlySpan<T> row)
    {
        int first = row.IndexOfAnyExcept(T.Zero);
        return first >= 0 && row[(first + 1)..].IndexOfAnyExcept(T.Zero) < 0 ? first : null;
    }
}
