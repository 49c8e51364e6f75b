using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Makes rounded multipliers satisfy the equations of the function values exactly: all but as many multipliers as there are equations are kept, and
/// the rest is solved for in rationals.
/// </summary>
internal sealed class MultiplierRestoration
{
    private readonly IReadOnlyList<Dictionary<int, Rational>> _columns;
    private readonly Dictionary<int, Rational> _target;

    /// <summary>The equations sum of multiplier times value coefficients = those of the objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="constraints">The constraints.</param>
    public MultiplierRestoration(Form<Rational> objective, IReadOnlyList<Form<Rational>> constraints) =>
        (_columns, _target) = ([.. constraints.Select(Coefficients)], Coefficients(objective));

    /// <summary>Multipliers that satisfy the equations; null if the preferred rows do not span them.</summary>
    /// <param name="rounded">What to start from.</param>
    /// <param name="preference">Rows in the order in which they may be changed.</param>
    public Rational[]? Restore(IReadOnlyList<Rational> rounded, IEnumerable<int> preference)
    {
        // Gauss-Jordan on the columns chosen so far: reduced[e] is a column with pivot e.
        List<(int Row, int Pivot, Dictionary<int, Rational> Column, Dictionary<int, Rational> Combination)> basis = [];
        foreach (int row in preference)
        {
            Dictionary<int, Rational> column = new(_columns[row]), combination = new() { [row] = 1 };
            foreach (var b in basis)
            {
                Eliminate(column, combination, b);
            }

            if (column.Count > 0)
            {
                int pivot = column.Keys.Min();
                Rational scale = 1 / column[pivot];
                basis.Add((row, pivot, Scaled(column, scale), Scaled(combination, scale)));
            }
        }

        Dictionary<int, Rational> rest = new(_target);
        HashSet<int> free = [.. basis.Select(b => b.Row)];
        for (int k = 0; k < rounded.Count; k++)
        {
            if (!free.Contains(k) && !Rational.IsZero(rounded[k]))
            {
                AddScaled(rest, _columns[k], -rounded[k]);
            }
        }

        Rational[] result = [.. rounded.Select((value, k) => free.Contains(k) ? 0 : value)];
        foreach (var b in basis)
        {
            if (rest.TryGetValue(b.Pivot, out Rational amount))
            {
                AddScaled(rest, b.Column, -amount);
                foreach ((int row, Rational c) in b.Combination)
                {
                    result[row] += amount * c;
                }
            }
        }

        return rest.Count == 0 ? result : null;
    }

    private static Dictionary<int, Rational> Coefficients(Form<Rational> form)
    {
        Dictionary<int, Rational> result = [];
        foreach ((int index, Rational c) in form.Values)
        {
            AddScaled(result, new() { [index] = 1 }, c);
        }

        return result;
    }

    private static void Eliminate(
        Dictionary<int, Rational> column, Dictionary<int, Rational> combination, (int Row, int Pivot, Dictionary<int, Rational> Column, Dictionary<int, Rational> Combination) by)
    {
        if (column.TryGetValue(by.Pivot, out Rational amount))
        {
            AddScaled(column, by.Column, -amount);
            AddScaled(combination, by.Combination, -amount);
        }
    }

    private static Dictionary<int, Rational> Scaled(Dictionary<int, Rational> x, Rational a) => x.ToDictionary(t => t.Key, t => a * t.Value);

    // target <- target + a x, without zeros.
    private static void AddScaled(Dictionary<int, Rational> target, Dictionary<int, Rational> x, Rational a)
    {
        foreach ((int key, Rational c) in x)
        {
            Rational sum = target.GetValueOrDefault(key) + (a * c);
            if (Rational.IsZero(sum))
            {
                target.Remove(key);
            }
            else
            {
                target[key] = sum;
            }
        }
    }
}
