using System.Text.Json.Nodes;
using TheoryLab.Core;

namespace TheoryLab.Verifier.Tests;

/// <summary>
/// A checker written apart from the verifier: it evaluates every expression of a file at concrete vectors and values, straight from the definitions of
/// the classes, and never forms symbolic coefficients. Where the verifier accepts, the residual must be affine with the right signs at every instance.
/// </summary>
internal sealed class SecondChecker
{
    private readonly JsonObject _file;
    private readonly string[] _gram;
    private readonly string[] _values;

    public SecondChecker(string json)
    {
        _file = JsonNode.Parse(json)!.AsObject();
        (_gram, _values) = (Names("gramBasis"), Names("valueBasis"));
    }

    /// <summary>Whether the file proves its own statement, judged at unit vectors, their sums and differences, and unit values.</summary>
    public bool Holds()
    {
        if (Multipliers("assumptions", except: "orthogonal").Concat(Multipliers("interpolation", except: string.Empty)).Any(m => m < 0))
        {
            return false;
        }

        // The residual at the origin is its constant; values must not matter; the quadratic part must be negative semidefinite.
        Rational constant = Residual(_ => [], _ => 0);
        if (constant > Number(_file["bound"]!))
        {
            return false;
        }

        foreach (string value in _values)
        {
            if (Residual(_ => [], v => v == value ? 1 : 0) != constant)
            {
                return false;
            }
        }

        int n = _gram.Length;
        Rational[,] s = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            s[i, i] = constant - At(i, i);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                // q(b_i + b_j) - q(b_i) - q(b_j) = 2 s_ij, with both base vectors put on one line.
                s[i, j] = s[j, i] = (constant - At(i, j) - s[i, i] - s[j, j]) / 2;
            }
        }

        return IsSemidefinite(s, n);

        Rational At(int i, int j) => Residual(v => v == _gram[i] || v == _gram[j] ? [1] : [0], _ => 0);
    }

    // Schur complements in plain rationals, first positive pivot first: another order and another arithmetic than the verifier's.
    private static bool IsSemidefinite(Rational[,] s, int n)
    {
        List<int> left = [.. Enumerable.Range(0, n)];
        while (left.Count > 0)
        {
            if (left.Exists(i => s[i, i] < 0))
            {
                return false;
            }

            int pivot = left.FindIndex(i => s[i, i] > 0);
            if (pivot < 0)
            {
                return left.TrueForAll(i => left.TrueForAll(j => Rational.IsZero(s[i, j])));
            }

            int k = left[pivot];
            left.RemoveAt(pivot);
            foreach (int i in left)
            {
                foreach (int j in left)
                {
                    s[i, j] -= s[i, k] * s[k, j] / s[k, k];
                }
            }
        }

        return true;
    }

    // objective - sum of multiplier times expression.
    private Rational Residual(Func<string, Rational[]> vector, Func<string, Rational> value)
    {
        Rational sum = 0;
        string kind = (string)_file["objective"]!["kind"]!;
        foreach (JsonNode? term in _file["objective"]!["terms"]!.AsArray())
        {
            Point i = Find(term!["i"]!);
            Rational t = kind switch
            {
                "value-gap" => i.F(value) - Find(term["j"]!).F(value),
                "gradient-norm" => Square(i.G(vector)),
                _ => Square(Minus(i.X(vector), Find(term["j"]!).X(vector))),
            };
            sum += Number(term["weight"]!) * t;
        }

        foreach (JsonNode? a in _file["assumptions"]!.AsArray())
        {
            sum -= Number(a!["multiplier"]!) * Assumption(a, vector, value);
        }

        foreach (JsonNode? row in _file["interpolation"]!.AsArray())
        {
            sum -= Number(row!["multiplier"]!) * Interpolation(row, vector, value);
        }

        return sum;
    }

    private Rational Assumption(JsonNode a, Func<string, Rational[]> vector, Func<string, Rational> value) => (string)a["kind"]! switch
    {
        "initial-distance" => Square(Minus(Find(a["i"]!).X(vector), Find(a["j"]!).X(vector))) - Number(a["value"]!),
        "initial-value" => Find(a["i"]!).F(value) - Find(a["j"]!).F(value) - Number(a["value"]!),
        "initial-gradient" => Square(Find(a["i"]!).G(vector)) - Number(a["value"]!),
        "initial-energy" => (Number(a["a"]!) * (Find(a["i"]!).F(value) - Find(a["j"]!).F(value)))
            + (Number(a["b"]!) * Square(Minus(Find(a["i"]!).X(vector), Find(a["j"]!).X(vector)))) - Number(a["value"]!),
        _ => Dot(Direction(a["u"]!, vector), Direction(a["v"]!, vector)),
    };

    private Rational[] Direction(JsonNode u, Func<string, Rational[]> vector) => u["g"] is { } g
        ? Find(g).G(vector)
        : Minus(Find(u["d"]![0]!).X(vector), Find(u["d"]![1]!).X(vector));

    private Rational Interpolation(JsonNode row, Func<string, Rational[]> vector, Func<string, Rational> value)
    {
        string function = (string)row["function"]!;
        JsonNode c = _file["functions"]![function]!;
        Point pi = Find(function, (string)row["i"]!), pj = Find(function, (string)row["j"]!);
        Rational P(string key) => Number(c[key]!);
        Rational[] xi = pi.X(vector), xj = pj.X(vector), gi = pi.G(vector), gj = pj.G(vector), dx = Minus(xi, xj), dg = Minus(gi, gj);
        Rational Gap() => pj.F(value) - pi.F(value);
        switch ((string)c["class"]!)
        {
            case "convex":
                return Gap() + Dot(gj, dx);
            case "strongly-convex":
                return Gap() + Dot(gj, dx) + (P("mu") * Square(dx) / 2);
            case "smooth-strongly-convex":
                Rational L = P("L"), mu = P("mu");
                return Gap() + Dot(gj, dx) + (((Square(dg) / L) + (mu * Square(dx)) - (2 * (mu / L) * Dot(Minus(gj, gi), Minus(xj, xi)))) / (2 * (1 - (mu / L))));
            case "smooth":
                return Gap() - (P("L") / 4 * Square(dx)) + (Dot(Plus(gi, gj), dx) / 2) + (Square(dg) / (4 * P("L")));
            case "convex-lipschitz":
                return (string)row["i"]! == (string)row["j"]! ? Square(gi) - (P("M") * P("M")) : Gap() + Dot(gj, dx);
            case "convex-indicator":
                return row["kind"] is null ? Dot(gj, dx) : Square(dx) - (P("D") * P("D"));
            case "monotone":
                return -Dot(dg, dx);
            case "strongly-monotone":
                return (P("mu") * Square(dx)) - Dot(dg, dx);
            case "cocoercive":
                return (P("beta") * Square(dg)) - Dot(dg, dx);
            case "nonexpansive":
                return Square(dg) - Square(dx);
            case "lipschitz-operator":
                return Square(dg) - (P("L") * P("L") * Square(dx));
            default:
                throw new InvalidOperationException("The class has no inequality.");
        }
    }

    private IEnumerable<Rational> Multipliers(string list, string except) =>
        _file[list]!.AsArray().Where(a => a!["kind"] is not { } kind || (string)kind! != except).Select(a => Number(a!["multiplier"]!));

    private Point Find(JsonNode pair) => Find((string)pair[0]!, (string)pair[1]!);

    private Point Find(string function, string id) => new(_file["points"]!.AsArray().Single(p => (string)p!["function"]! == function && (string)p["id"]! == id)!);

    private string[] Names(string key) => [.. _file[key]!.AsArray().Select(n => (string)n!)];

    private static Rational Number(JsonNode node) => Rational.TryParse((string)node!, null, out Rational value) ? value : throw new InvalidOperationException("Not a number.");

    private static Rational Square(Rational[] x) => Dot(x, x);

    private static Rational Dot(Rational[] x, Rational[] y) => x.Zip(y).Aggregate((Rational)0, (sum, p) => sum + (p.First * p.Second));

    private static Rational[] Minus(Rational[] x, Rational[] y) => Plus(x, [.. y.Select(c => -c)]);

    private static Rational[] Plus(Rational[] x, Rational[] y) =>
        [.. Enumerable.Range(0, Math.Max(x.Length, y.Length)).Select(i => (i < x.Length ? x[i] : 0) + (i < y.Length ? y[i] : 0))];

    private sealed record Point(JsonNode Node)
    {
        public Rational[] X(Func<string, Rational[]> vector) => Combine("x", vector);

        public Rational[] G(Func<string, Rational[]> vector) => Combine("g", vector);

        public Rational F(Func<string, Rational> value) => Node["f"]!.AsObject().Aggregate((Rational)0, (sum, t) => sum + (Number(t.Value!) * value(t.Key)));

        private Rational[] Combine(string key, Func<string, Rational[]> vector) =>
            Node[key]!.AsObject().Aggregate(Array.Empty<Rational>(), (sum, t) => Plus(sum, [.. vector(t.Key).Select(c => Number(t.Value!) * c)]));
    }
}
