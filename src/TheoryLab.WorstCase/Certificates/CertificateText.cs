using System.Text;
using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>Writes certificates: schema theorylab-certificate/1, one point or row a line, rationals as text.</summary>
internal static class CertificateText
{
    /// <summary>The file of a draft with multipliers.</summary>
    /// <param name="draft">The theorem.</param>
    /// <param name="claim">The claim that it belongs to, or null.</param>
    /// <param name="statement">The statement for readers.</param>
    /// <param name="multipliers">Multiplier by constraint; zero ones are left out.</param>
    /// <param name="bound">The bound.</param>
    public static string Write(
        CertificateDraft draft, string? claim, string statement, IReadOnlyList<(NamedConstraint<Rational> Constraint, Rational Multiplier)> multipliers, Rational bound)
    {
        SymbolicSpace<Rational> space = draft.Problem.Space;
        StringBuilder text = new();
        text.Append("{\n  \"schema\": \"theorylab-certificate/1\"");
        Member("claim", claim is null ? "null" : Quoted(claim));
        Member("statement", Quoted(statement));
        Member("gramBasis", Names(space.VectorNames));
        Member("valueBasis", Names(space.ValueNames));
        Member("functions", Functions(draft));
        Member("points", Lines(draft.Points.Select(p => Point(draft, p.Function, p.Point))));
        Member("assumptions", Lines(multipliers
            .Where(m => m.Constraint.Origin is null && m.Constraint.SmallestTerm is null)
            .Select(m => Assumption(draft.AssumptionOf(m.Constraint), m.Multiplier))));
        Member("interpolation", Lines(multipliers
            .Where(m => m.Constraint.Origin is not null && !Rational.IsZero(m.Multiplier))
            .Select(m => Interpolation(m.Constraint.Origin!, m.Multiplier))));
        Member("objective", Object([("kind", Quoted(draft.ObjectiveKind)), ("terms", $"[{string.Join(", ", Terms(draft, multipliers))}]")]));
        Member("bound", Quoted(bound.ToString()));
        return text.Append("\n}\n").ToString();

        void Member(string key, string value) => text.Append(",\n  ").Append(Quoted(key)).Append(": ").Append(value);
    }

    private static string Lines(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length == 0 ? "[]" : $"[\n    {string.Join(",\n    ", all)}\n  ]";
    }

    private static string Names(IReadOnlyList<string> names) => $"[{string.Join(", ", names.Select(Quoted))}]";

    private static string Functions(CertificateDraft draft)
    {
        List<(string, string)> members = [.. draft.Functions.Select(f => (f.Name, Object([("class", Quoted(f.Class)), .. f.Parameters.Select(p => (p.Name, Quoted(p.Value.ToString())))])))];
        if (draft.HasBarePoints)
        {
            members.Add((FormReader.Bare, Object([("class", Quoted("none"))])));
        }

        return Object(members);
    }

    private static string Point(CertificateDraft draft, string function, SymbolicPoint<Rational> p)
    {
        SymbolicSpace<Rational> space = draft.Problem.Space;
        List<(string, string)> members =
        [
            ("function", Quoted(function)),
            ("id", Quoted(p.Id)),
            ("x", Vector(space, p.X)),
            ("g", Vector(space, p.G)),
        ];
        if (!draft.Problem.Interpolated.Any(f => f.Name == function && f is SymbolicOperator<Rational>))
        {
            members.Add(("f", Object([.. p.F.Values.ToArray().Select(v => (space.ValueNames[v.Index], Quoted(v.Coefficient.ToString())))])));
        }

        return Object(members);
    }

    private static string Vector(SymbolicSpace<Rational> space, SymbolicVector<Rational> x) => Object(
        [.. x.Coordinates.ToArray().Select((c, i) => (Name: space.VectorNames[i], Value: c)).Where(t => !Rational.IsZero(t.Value)).Select(t => (t.Name, Quoted(t.Value.ToString())))]);

    private static string Assumption(DraftAssumption a, Rational multiplier) => Object(
    [
        ("kind", Quoted(a.Kind)),
        .. a.Points.Select(p => (p.Key, a.Kind == "orthogonal" ? Direction(p) : Pair(p.Function, p.Id))),
        .. a.Numbers.Select(n => (n.Name, Quoted(n.Value.ToString()))),
        ("multiplier", Quoted(multiplier.ToString())),
    ]);

    private static string Direction(DraftReference p) => p.Gradient
        ? Object([("g", Pair(p.Function, p.Id))])
        : Object([("d", $"[{Pair(p.Function, p.Id)}, {Pair(p.OtherFunction!, p.OtherId!)}]")]);

    private static string Interpolation(ConstraintOrigin<Rational> origin, Rational multiplier) => Object(
    [
        ("function", Quoted(origin.Source.Name)),
        ("i", Quoted(origin.I.Id)),
        ("j", Quoted(origin.J.Id)),
        .. origin.Kind == "diameter" ? [("kind", Quoted("diameter"))] : Array.Empty<(string, string)>(),
        ("multiplier", Quoted(multiplier.ToString())),
    ]);

    private static IEnumerable<string> Terms(CertificateDraft draft, IReadOnlyList<(NamedConstraint<Rational> Constraint, Rational Multiplier)> multipliers)
    {
        for (int k = 0; k < draft.Objectives.Count; k++)
        {
            // The multipliers of "the smallest is at most this term" are the weights with which the terms are averaged.
            Rational share = draft.Problem.SmallestOf.Count == 0 ? 1 : multipliers.Where(m => m.Constraint.SmallestTerm == k).Select(m => m.Multiplier).FirstOrDefault();
            foreach ((IReadOnlyList<DraftReference> points, Rational weight) in draft.Objectives[k].Terms.Where(_ => !Rational.IsZero(share)))
            {
                yield return Object([.. points.Select(p => (p.Key, Pair(p.Function, p.Id))), ("weight", Quoted((share * weight).ToString()))]);
            }
        }
    }

    private static string Pair(string function, string id) => $"[{Quoted(function)}, {Quoted(id)}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Object(IEnumerable<(string Key, string Value)> members) => $"{{ {string.Join(", ", members.Select(m => $"{Quoted(m.Key)}: {m.Value}"))} }}".Replace("{  }", "{}", StringComparison.Ordinal);
}
