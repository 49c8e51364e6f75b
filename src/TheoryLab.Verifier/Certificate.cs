using System.Text.Json;
using static TheoryLab.Verifier.StrictObject;

namespace TheoryLab.Verifier;

/// <summary>A point of a function: where, gradient (image, normal vector) and value, as combinations of the bases.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Id">Name within the function.</param>
/// <param name="X">Point.</param>
/// <param name="G">Gradient.</param>
/// <param name="F">Value; null for operators.</param>
public sealed record CertificatePoint(string Function, string Id, Combination X, Combination G, Combination? F);

/// <summary>A term of the proof: an expression that is assumed, or forced by a class, to be at most (or equal to) zero, and its multiplier.</summary>
/// <param name="Words">The inequality in words.</param>
/// <param name="Expression">The expression.</param>
/// <param name="IsEquality">Whether the multiplier may be negative.</param>
/// <param name="Multiplier">Multiplier.</param>
public sealed record ProofTerm(string Words, Expression Expression, bool IsEquality, Fraction Multiplier);

/// <summary>A certificate as read from its file: every expression is rebuilt from kinds, classes, parameters and points.</summary>
/// <param name="Claim">The claim that it belongs to, if any.</param>
/// <param name="Statement">What it says it proves; for readers.</param>
/// <param name="GramBasis">Names of base vectors.</param>
/// <param name="ValueBasis">Names of values.</param>
/// <param name="Functions">Classes by function.</param>
/// <param name="Points">Points.</param>
/// <param name="Assumptions">What is taken for granted.</param>
/// <param name="Interpolation">Inequalities of the classes.</param>
/// <param name="Objective">What is bounded.</param>
/// <param name="Bound">The bound.</param>
public sealed record Certificate(
    string? Claim,
    string Statement,
    IReadOnlyList<string> GramBasis,
    IReadOnlyList<string> ValueBasis,
    IReadOnlyDictionary<string, CertificateClass> Functions,
    IReadOnlyList<CertificatePoint> Points,
    IReadOnlyList<ProofTerm> Assumptions,
    IReadOnlyList<ProofTerm> Interpolation,
    Phrase Objective,
    Fraction Bound)
{
    /// <summary>Reads a certificate strictly.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="CertificateException">It is not one.</exception>
    public static Certificate Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new Reader(document.RootElement).Read();
        }
        catch (JsonException e)
        {
            throw new CertificateException($"The file is not JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.");
        }
    }

    private sealed class Reader(JsonElement root)
    {
        private readonly StrictObject _file = new(root, "the certificate");
        private readonly Dictionary<(string, string), CertificatePoint> _points = [];
        private readonly Dictionary<string, CertificateClass> _functions = [];
        private string[] _gram = [];
        private string[] _values = [];

        public Certificate Read()
        {
            string schema = _file.Text("schema");
            Require(schema == "theorylab-certificate/1", $"The schema is '{schema}'; this verifier reads theorylab-certificate/1");
            JsonElement claim = _file.Take("claim");
            string? claimId = claim.ValueKind == JsonValueKind.Null ? null : Text(claim, "claim");
            string statement = _file.Text("statement");
            (_gram, _values) = (Names("gramBasis"), Names("valueBasis"));
            foreach ((string name, JsonElement value) in new StrictObject(_file.Take("functions"), "functions").TakeAll())
            {
                _functions.Add(name, CertificateClass.Read(new StrictObject(value, $"function {name}"), name));
            }

            List<CertificatePoint> points = [.. _file.List("points").Select(ReadPoint)];
            ProofTerm[] assumptions = [.. _file.List("assumptions").Select((e, k) => ReadAssumption(new(e, $"assumption {k + 1}")))];
            ProofTerm[] interpolation = [.. _file.List("interpolation").Select((e, k) => ReadInterpolation(new(e, $"interpolation row {k + 1}")))];
            Phrase objective = ReadObjective(new(_file.Take("objective"), "the objective"));
            Fraction bound = _file.Number("bound");
            _file.End();
            return new(claimId, statement, _gram, _values, _functions, points, assumptions, interpolation, objective, bound);
        }

        private string[] Names(string key)
        {
            string[] names = [.. _file.List(key).Select(e => Text(e, key))];
            Require(names.Distinct().Count() == names.Length, $"{key} repeats a name");
            return names;
        }

        private CertificatePoint ReadPoint(JsonElement element)
        {
            StrictObject o = new(element, $"point {_points.Count + 1}");
            (string function, string id) = (o.Text("function"), o.Text("id"));
            string where = $"point {id} of {function}";
            Require(_functions.TryGetValue(function, out CertificateClass? known), $"{where} names an unknown function");
            Combination x = Read(o.Take("x"), _gram, where), g = Read(o.Take("g"), _gram, where);
            Combination? f = known!.IsOperator ? null : Read(o.Take("f"), _values, where);
            o.End();
            Require(!known.HasZeroValue || f!.Terms.Count == 0, $"{where} has a value, but functions of the class {known.Name} have none");
            Require(known.Name != "none" || g.Terms.Count == 0, $"{where} has a gradient, but nothing is known about its function");
            CertificatePoint point = new(function, id, x, g, f);
            Require(_points.TryAdd((function, id), point), $"{where} is listed twice");
            return point;
        }

        private static Combination Read(JsonElement element, string[] basis, string where)
        {
            StrictObject o = new(element, $"a combination at {where}");
            Dictionary<int, Fraction> terms = [];
            foreach ((string name, JsonElement value) in o.TakeAll())
            {
                int index = Array.IndexOf(basis, name);
                Require(index >= 0, $"{where} uses '{name}', which is not in the basis");
                Require(Fraction.TryParse(Text(value, where), out Fraction number), $"{where} has a coefficient that is not a rational");
                terms.Add(index, number);
            }

            return new(terms);
        }

        private CertificatePoint Point(StrictObject o, string key) => Point(o.Take(key), key);

        private CertificatePoint Point(JsonElement element, string where)
        {
            IReadOnlyList<JsonElement> pair = List(element, where);
            Require(pair.Count == 2, $"{where} is not a pair [function, id]");
            (string function, string id) = (Text(pair[0], where), Text(pair[1], where));
            Require(_points.TryGetValue((function, id), out CertificatePoint? point), $"{where} names the unknown point {id} of {function}");
            return point!;
        }

        private ProofTerm ReadAssumption(StrictObject o)
        {
            string kind = o.Text("kind");
            if (kind == "orthogonal")
            {
                (Combination u, string uWords) = Direction(new(o.Take("u"), "u"));
                (Combination v, string vWords) = Direction(new(o.Take("v"), "v"));
                return Term(o, new(Expression.Product(u, v), $"<{uWords}, {vWords}>"), "= 0", isEquality: true);
            }

            Phrase left = kind switch
            {
                "initial-distance" => Phrase.Distance(Point(o, "i"), Point(o, "j")),
                "initial-value" => Phrase.ValueGap(Point(o, "i"), Point(o, "j")),
                "initial-gradient" => Phrase.GradientNorm(Point(o, "i")),
                "initial-energy" => Energy(o),
                _ => throw new CertificateException($"The kind '{kind}' of assumption is unknown."),
            };
            Fraction value = o.Number("value");
            return Term(o, left with { Expression = left.Expression - value }, $"<= {value}", isEquality: false);
        }

        private Phrase Energy(StrictObject o)
        {
            CertificatePoint i = Point(o, "i"), j = Point(o, "j");
            Fraction a = o.Number("a"), b = o.Number("b");
            Require(a.Sign >= 0 && b.Sign >= 0, "An energy has a negative weight");
            return Phrase.Sum([(a, Phrase.ValueGap(i, j)), (b, Phrase.Distance(i, j))]);
        }

        private (Combination Vector, string Words) Direction(StrictObject o)
        {
            if (o.Has("g"))
            {
                CertificatePoint point = Point(o, "g");
                o.End();
                return (point.G, $"g({point.Id})");
            }

            IReadOnlyList<JsonElement> pair = o.List("d");
            Require(pair.Count == 2, "d is not a pair of points");
            (CertificatePoint i, CertificatePoint j) = (Point(pair[0], "d"), Point(pair[1], "d"));
            o.End();
            return (i.X - j.X, $"{i.Id} - {j.Id}");
        }

        private ProofTerm ReadInterpolation(StrictObject o)
        {
            string function = o.Text("function"), i = o.Text("i"), j = o.Text("j");
            string? kind = o.Has("kind") ? o.Text("kind") : null;
            Require(_points.TryGetValue((function, i), out CertificatePoint? pi) & _points.TryGetValue((function, j), out CertificatePoint? pj), $"An interpolation row names an unknown point of {function}");
            return Term(o, _functions[function].Inequality(pi!, pj!, kind), "<= 0", isEquality: false);
        }

        private static ProofTerm Term(StrictObject o, Phrase left, string right, bool isEquality)
        {
            Fraction multiplier = o.Number("multiplier");
            o.End();
            return new($"{left.Words} {right}", left.Expression, isEquality, multiplier);
        }

        private Phrase ReadObjective(StrictObject o)
        {
            string kind = o.Text("kind");
            List<(Fraction Weight, Phrase Term)> terms = [];
            foreach (JsonElement element in o.List("terms"))
            {
                StrictObject t = new(element, "a term of the objective");
                Phrase term = kind switch
                {
                    "value-gap" => Phrase.ValueGap(Point(t, "i"), Point(t, "j")),
                    "distance" or "residual" => Phrase.Distance(Point(t, "i"), Point(t, "j")),
                    "gradient-norm" => Phrase.GradientNorm(Point(t, "i")),
                    _ => throw new CertificateException($"The kind '{kind}' of objective is unknown."),
                };
                Fraction weight = t.Number("weight");
                t.End();
                Require(weight.Sign >= 0, "The objective has a negative weight");
                terms.Add((weight, term));
            }

            o.End();
            return Phrase.Sum(terms);
        }
    }
}
