using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Recognises forms as the expressions that certificates know: squared distances between points, squared gradients, differences of values and their
/// sums. A vector that is no difference of recorded points becomes a bare point, about which nothing is assumed.
/// </summary>
internal sealed class FormReader
{
    /// <summary>The function that bare points belong to.</summary>
    public const string Bare = "points";

    private readonly WorstCaseProblem<Rational> _problem;
    private readonly List<(string Function, SymbolicPoint<Rational> Point)> _points;

    public FormReader(WorstCaseProblem<Rational> problem)
    {
        _problem = problem;
        _points = [.. problem.Interpolated.SelectMany(f => f.Points.Select(p => (f.Name, p)))];
    }

    /// <summary>Points that had to be added.</summary>
    public List<SymbolicPoint<Rational>> BarePoints { get; } = [];

    public DraftAssumption Assumption(NamedConstraint<Rational> constraint)
    {
        Parts parts = Split(constraint.Expression);
        if (constraint.IsEquality)
        {
            return Orthogonality(constraint);
        }

        Rational value = -constraint.Expression.Constant;
        return (parts.Squares, parts.Values) switch
        {
            ([], [var v]) when v.Weight == 1 => new("initial-value", [Key("i", v.I), Key("j", v.J)], [("value", value)]),
            ([var s], []) when s.Weight == 1 && GradientOf(s.Vector) is { } g => new("initial-gradient", [Key("i", g)], [("value", value)]),
            ([var s], []) when s.Weight == 1 => new("initial-distance", Between(s.Vector), [("value", value)]),
            ([var s], []) => new("initial-energy", Between(s.Vector), [("a", 0), ("b", s.Weight), ("value", value)]),
            ([var s], [var v]) when Difference(v.I, v.J) is { } d && IsSame(d, s.Vector) =>
                new("initial-energy", [Key("i", v.I), Key("j", v.J)], [("a", v.Weight), ("b", s.Weight), ("value", value)]),
            _ => throw Unknown($"The assumption '{constraint.Name}'"),
        };
    }

    public DraftObjective Objective(Form<Rational> form)
    {
        Parts parts = Split(form);
        if (!Rational.IsZero(form.Constant))
        {
            throw Unknown("An objective with a constant");
        }

        return (parts.Squares, parts.Values) switch
        {
            ([], [_, ..]) => new("value-gap", [.. parts.Values.Select(v => ((IReadOnlyList<DraftReference>)[Key("i", v.I), Key("j", v.J)], v.Weight))]),
            ([var s], []) when GradientOf(s.Vector) is { } g => new("gradient-norm", [([Key("i", g)], s.Weight)]),
            ([var s], []) => Distance(s),
            _ => throw Unknown("This objective"),
        };
    }

    private static InputException Unknown(string what) => new($"{what} cannot be stated in a certificate of version 1; only the worst case can be computed.");

    private DraftObjective Distance((Rational Weight, SymbolicVector<Rational> Vector) square)
    {
        DraftReference[] pair = Between(square.Vector);
        return new(pair[0].Function == pair[1].Function ? "distance" : "residual", [(pair, square.Weight)]);
    }

    private DraftAssumption Orthogonality(NamedConstraint<Rational> constraint)
    {
        Form<Rational> form = constraint.Expression;
        return form.Pairs is [var pair] && pair.Coefficient == 1 && form.Values.IsEmpty && Rational.IsZero(form.Constant)
            ? new("orthogonal", [Direction("u", Vector(pair.Left)), Direction("v", Vector(pair.Right))], [])
            : throw Unknown($"The equality '{constraint.Name}'");
    }

    private DraftReference Direction(string key, SymbolicVector<Rational> vector)
    {
        if (GradientOf(vector) is { } g)
        {
            return new(key, g.Function, g.Point.Id, Gradient: true);
        }

        DraftReference[] pair = Between(vector);
        return new(key, pair[0].Function, pair[0].Id, OtherFunction: pair[1].Function, OtherId: pair[1].Id);
    }

    // Which values and which square make up a form.
    private Parts Split(Form<Rational> form)
    {
        List<(Rational Weight, SymbolicVector<Rational> Vector)> squares = [];
        if (!form.Pairs.IsEmpty)
        {
            squares.Add(Square(form) ?? throw Unknown("An expression with several inner products"));
        }

        Dictionary<int, Rational> coefficients = [];
        foreach ((int index, Rational c) in form.Values)
        {
            coefficients[index] = coefficients.GetValueOrDefault(index) + c;
        }

        var positive = coefficients.Where(c => c.Value > 0).Select(c => (Point: PointOf(c.Key), Weight: c.Value)).ToList();
        var negative = coefficients.Where(c => c.Value < 0).Select(c => (Point: PointOf(c.Key), Weight: -c.Value)).ToList();
        List<(Rational Weight, (string Function, SymbolicPoint<Rational> Point) I, (string Function, SymbolicPoint<Rational> Point) J)> values = [];
        foreach ((var point, Rational weight) in positive)
        {
            int match = negative.FindIndex(n => n.Point.Function == point.Function && n.Weight == weight);
            values.Add((weight, point, match >= 0 ? negative[match].Point : ReferenceOf(point.Function)));
            if (match >= 0)
            {
                negative.RemoveAt(match);
            }
        }

        // What is left is compared with x*, whose value is zero and leaves no trace in the form.
        values.AddRange(negative.Select(n => (n.Weight, ReferenceOf(n.Point.Function), n.Point)));
        return new(squares, values);
    }

    // weight |u|^2, where u is a vector of the form or the difference of two.
    private (Rational Weight, SymbolicVector<Rational> Vector)? Square(Form<Rational> form)
    {
        Dictionary<(int, int), Rational> gram = GramOf(form);
        List<SymbolicVector<Rational>> rows = [.. form.Pairs.ToArray().SelectMany(p => new[] { p.Left, p.Right }).Distinct().Select(Vector)];
        IEnumerable<SymbolicVector<Rational>> candidates = rows.Concat(
            from x in rows
            from y in rows
            where !ReferenceEquals(x.Row, y.Row)
            from d in new[] { _problem.New(x - y), _problem.New(x + y) }
            where !d.IsZero
            select d);
        foreach (SymbolicVector<Rational> u in candidates)
        {
            int last = u.Coordinates.Length - 1;
            Rational weight = gram.GetValueOrDefault((last, last)) / (u.Coordinates[last] * u.Coordinates[last]);
            if (weight > 0 && GramOf(weight * Form<Rational>.Squared(u)).Where(Significant).ToHashSet().SetEquals(gram.Where(Significant)))
            {
                return (weight, u);
            }
        }

        return null;

        static bool Significant(KeyValuePair<(int, int), Rational> term) => !Rational.IsZero(term.Value);
    }

    private static Dictionary<(int, int), Rational> GramOf(Form<Rational> form)
    {
        Dictionary<(int, int), Rational> gram = [];
        foreach (Form<Rational>.Pair p in form.Pairs)
        {
            for (int i = 0; i < p.Left.Length; i++)
            {
                for (int j = 0; j < p.Right.Length && !Rational.IsZero(p.Left[i]); j++)
                {
                    (int, int) key = i <= j ? (i, j) : (j, i);
                    gram[key] = gram.GetValueOrDefault(key) + (p.Coefficient * p.Left[i] * p.Right[j]);
                }
            }
        }

        return gram;
    }

    private DraftReference[] Between(SymbolicVector<Rational> vector)
    {
        foreach ((string Function, SymbolicPoint<Rational> Point) i in _points)
        {
            foreach ((string Function, SymbolicPoint<Rational> Point) j in _points.OrderByDescending(p => p.Point.IsReference))
            {
                if (Difference(i, j) is { } d && IsSame(d, vector))
                {
                    return [Key("i", i), Key("j", j)];
                }
            }
        }

        return [Key("i", NewBare(vector)), Key("j", NewBare(_problem.Zero()))];
    }

    private (string Function, SymbolicPoint<Rational> Point) NewBare(SymbolicVector<Rational> x)
    {
        if (_points.Find(p => p.Function == Bare && IsEqual(p.Point.X, x)) is { Point: not null } known)
        {
            return known;
        }

        BarePoints.Add(new($"p{BarePoints.Count}", x.Copy(), _problem.Zero(), Rational.Zero, false));
        _points.Add((Bare, BarePoints[^1]));
        return _points[^1];
    }

    private (string Function, SymbolicPoint<Rational> Point)? GradientOf(SymbolicVector<Rational> vector) =>
        _points.Find(p => !vector.IsZero && IsSame(p.Point.G, vector)) is { Point: not null } known ? known : null;

    private (string Function, SymbolicPoint<Rational> Point) PointOf(int value) =>
        _points.Find(p => p.Point.F.Values is [(int index, Rational c)] && index == value && c == 1) is { Point: not null } known ? known
        : throw Unknown("An expression with a value that belongs to no point");

    private (string Function, SymbolicPoint<Rational> Point) ReferenceOf(string function) =>
        _points.Find(p => p.Function == function && p.Point.IsReference) is { Point: not null } known ? known
        : throw Unknown($"A value of {function}, which has no x*,");

    private SymbolicVector<Rational>? Difference((string Function, SymbolicPoint<Rational> Point) i, (string Function, SymbolicPoint<Rational> Point) j) =>
        ReferenceEquals(i.Point, j.Point) ? null : _problem.New(i.Point.X - j.Point.X);

    private static bool IsEqual(SymbolicVector<Rational> x, SymbolicVector<Rational> y) => x.Coordinates.SequenceEqual(y.Coordinates);

    // Equal up to sign, which squares and orthogonality do not see.
    private bool IsSame(SymbolicVector<Rational> x, SymbolicVector<Rational> y) => IsEqual(x, y) || (!x.IsZero && _problem.New(x + y).IsZero);

    private SymbolicVector<Rational> Vector(Rational[] row) => new(_problem.Space, row);

    private static DraftReference Key(string key, (string Function, SymbolicPoint<Rational> Point) point) => new(key, point.Function, point.Point.Id);

    private sealed record Parts(
        List<(Rational Weight, SymbolicVector<Rational> Vector)> Squares,
        List<(Rational Weight, (string Function, SymbolicPoint<Rational> Point) I, (string Function, SymbolicPoint<Rational> Point) J)> Values);
}
