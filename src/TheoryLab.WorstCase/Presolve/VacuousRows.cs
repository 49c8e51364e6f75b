namespace TheoryLab.WorstCase;

/// <summary>
/// Rows that can always be met, whatever the rest: a product occurs nowhere else, or a value does together with a product that follows it everywhere else.
/// </summary>
internal static class VacuousRows
{
    // A coefficient is a product of a few coordinates.
    private const double Rounding = 16.0 / (1L << 53);

    /// <summary>The rows that can be left out.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="rows">All constraints.</param>
    /// <param name="firstProduct">The first value that is a product.</param>
    public static HashSet<SdpRow> Of(SdpRow objective, IReadOnlyList<SdpRow> rows, int firstProduct)
    {
        HashSet<SdpRow> vacuous = [];
        for (int before = -1; before != vacuous.Count;)
        {
            before = vacuous.Count;
            ILookup<int, (SdpRow Row, double Coefficient)> columns = (from row in rows.Append(objective)
                                                                      where !vacuous.Contains(row)
                                                                      from term in row.Values
                                                                      select (term.Index, (row, term.Coefficient))).ToLookup(t => t.Index, t => t.Item2);
            foreach (IGrouping<int, (SdpRow Row, double Coefficient)> product in columns.Where(c => c.Key >= firstProduct))
            {
                if (product.Count() == 1)
                {
                    vacuous.Add(product.First().Row);
                    continue;
                }

                Dictionary<SdpRow, double> own = product.ToDictionary(t => t.Row, t => t.Coefficient);
                foreach (int other in product.First().Row.Values.Select(v => v.Index).Where(v => v != product.Key && columns[v].Count() == own.Count + 1))
                {
                    (SdpRow Row, double Coefficient)[] inside = [.. columns[other].Where(t => own.ContainsKey(t.Row))];
                    double ratio = inside[0].Coefficient / own[inside[0].Row];
                    if (inside.Length == own.Count && inside.All(t => Math.Abs(t.Coefficient - (ratio * own[t.Row])) <= Rounding * Math.Abs(t.Coefficient)))
                    {
                        vacuous.UnionWith(columns[other].Where(t => !own.ContainsKey(t.Row)).Select(t => t.Row));
                    }
                }
            }

            vacuous.Remove(objective);
        }

        return vacuous;
    }
}
