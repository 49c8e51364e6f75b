using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>The claim of a document whose keys and values have the shapes of <see cref="ClaimKeys"/>.</summary>
/// <param name="map">The document.</param>
/// <param name="context">Where files are, and what may be started.</param>
internal sealed class ClaimReader(Entries map, ReadingContext context)
{
    // What a formula may use besides constants of the family.
    private static readonly string[] Everywhere = ["k", "N"];
    private static readonly string[] OfEveryProblem = ["n", "R", "h0"];

    private readonly ProblemReader _problems = new(context);
    private readonly MethodReader _methods = new(context);

    public Claim Read()
    {
        (IMethod method, string? column) = _methods.Read(map["method"]!);
        RecordedRun? recorded = method as RecordedRun;
        IReadOnlyList<ProblemText> problems = recorded is null ? Problems() : [new(Constants(), [])];
        IMeasure measure = map.Scalar("measure") is { } name ? Registry.Measure(name.Text)
            : column is not null ? new RecordedMeasure(column)
            : throw map.Error("the claim has no measure; add measure: primal-gap, say ('theorylab list measures' prints them).");
        ClaimKind kind = Enum.Parse<ClaimKind>(map.Scalar("kind")!.Text, ignoreCase: true);
        FormulaReader formulas = new(Constants(problems, recorded), recorded is null ? [.. Registry.Measures.Select(m => m.Symbol)] : [measure.Symbol], recorded is null ? string.Join(", ", problems.Select(p => p.Family.Name).Distinct()) : "the constants given");
        (Expression? bound, RateOrder? order) = Statement(kind, formulas);
        IReadOnlyList<int> horizons = Horizons(recorded);
        if (recorded is not null && map["iterations"] is { } iterations)
        {
            throw iterations.Error("a recorded run has the iterations that were recorded; remove iterations.");
        }

        Claim claim = new()
        {
            Id = map.Scalar("id")!.Text,
            Topic = "claim-file",
            Statement = string.Empty,
            Source = Source(),
            Assumptions = map.Scalar("assumptions")?.Text ?? "what the problem family promises",
            Kind = kind,
            Methods = [method],
            Instances = [.. problems.Select(p => p.Spec)],
            Measure = measure,
            Quantity = map.Scalar("quantity") is { } quantity ? formulas.Formula(quantity) : null,
            Bound = bound,
            Order = order,
            Wide = order is (SuperlinearOrder or SuperlinearRate) && recorded is null,
            Scale = Scale(kind, formulas),
            From = Integer("from") ?? 1,
            Iterations = recorded?.Last ?? Integer("iterations") ?? 1000,
            Horizons = horizons,
            Samples = Integer("instances") ?? 50,
            Seed = Integer("seed"),
            File = context.File,
        };
        Check(claim, recorded);
        claim = claim with { Statement = map.Scalar("statement")?.Text.Trim() ?? TwinReader.Statement(claim) };
        TwinReader twins = new(claim, problems, formulas, _problems, _methods);
        return claim with { Twins = map["twins"] is Items list ? [.. list.All.Select(t => twins.Read((Entries)t))] : [Default(claim)] };
    }

    private Twin Default(Claim claim) => TwinReader.HasZeroBound(claim)
        ? throw map.Scalar("bound")!.Error("half of the bound 0 is 0 again, so that there is no twin of its own; add twins with another bound, as in twins: [ { bound: 0.1 } ], another method or another problem.")
        : TwinReader.Default(claim);

    private IReadOnlyList<ProblemText> Problems()
    {
        if (map["constants"] is { } constants)
        {
            throw constants.Error("constants belong to a recorded run; those of a problem family are computed by the family, so remove them.");
        }

        return map["problem"] is { } node ? _problems.Read(node)
            : throw map.Error("the claim has no problem; add problem: { family: quadratic }, say ('theorylab list problems' prints the families).");
    }

    private RecordedProblem Constants()
    {
        if (map["problem"] is { } problem)
        {
            throw problem.Error("a recorded run brings no problem; give its constants under constants, and remove problem.");
        }

        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (Entry entry in (map["constants"] as Entries)?.All ?? [])
        {
            string name = entry.Key.Text;
            if (Everywhere.Contains(name) || Registry.MeasureOfSymbol(name) is not null)
            {
                throw entry.Key.Error($"'{Shown.Of(name)}' {(Everywhere.Contains(name) ? "counts iterations" : $"is the symbol of the measure {Registry.MeasureOfSymbol(name)!.Name}")}; give the constant another name.");
            }

            values[name] = double.Parse(((Scalar)entry.Value).Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return new(values);
    }

    /// <summary>The constants that formulas may use: those that every problem of the claim declares.</summary>
    private static string[] Constants(IReadOnlyList<ProblemText> problems, RecordedRun? recorded)
    {
        string[] declared = [.. problems.Select(p => p.Family.Constants.Select(c => c.Name)).Aggregate((a, b) => a.Intersect(b))];
        string[] always = recorded is null ? [.. Everywhere, .. OfEveryProblem] : Everywhere;
        string[] quotient = recorded is null && declared.Contains("L") && declared.Contains("mu") ? ["kappa"] : [];
        return [.. always, .. declared, .. quotient];
    }

    private (Expression? Bound, RateOrder? Order) Statement(ClaimKind kind, FormulaReader formulas)
    {
        Scalar? bound = map.Scalar("bound"), order = map.Scalar("order");
        if (bound is not null && order is not null)
        {
            throw order.Error("the claim has a bound and an order; keep one of them.");
        }

        if (kind == ClaimKind.Order && order is null)
        {
            throw map.Scalar("kind")!.Error("a claim of kind order needs order: k^-1, say.");
        }

        if (kind is not (ClaimKind.Order or ClaimKind.Upper or ClaimKind.Lower) && bound is null)
        {
            throw map.Scalar("kind")!.Error($"a claim of kind {map.Scalar("kind")!.Text} needs a bound, a formula in k and the constants.");
        }

        if (order is not null && formulas.Order(order) is var stated)
        {
            return stated is SuperlinearRate && kind != ClaimKind.Upper
                ? throw order.Error($"superlinear says how fast a run is at least, and names no order that kind {map.Scalar("kind")!.Text} could hold it to; use kind: upper, or an order such as order 1.5.")
                : (null, stated);
        }

        return bound is not null ? (formulas.Formula(bound), null)
            : throw map.Error("the claim has neither bound nor order; add bound: L*R^2/(2*k), say, or order: k^-1.");
    }

    private Expression? Scale(ClaimKind kind, FormulaReader formulas) =>
        kind == ClaimKind.Limit ? map.Scalar("scale") is { } scale ? formulas.Formula(scale) : Expression.Parse("1")
        : map["scale"] is { } other ? throw other.Error("scale belongs to a claim of kind limit; remove it, or put it into the bound.")
        : null;

    private IReadOnlyList<int> Horizons(RecordedRun? recorded)
    {
        if (map["horizons"] is not Items list)
        {
            return [];
        }

        if (recorded is not null)
        {
            throw list.Error("a recorded run is one run; horizons need a method that can be run to each of them.");
        }

        if (map["iterations"] is { } iterations)
        {
            throw iterations.Error("the claim has horizons and iterations; the horizons say how long each run is, so remove iterations.");
        }

        int last = 0;
        foreach (Node item in list.All)
        {
            int horizon = int.Parse(((Scalar)item).Text, CultureInfo.InvariantCulture);
            last = horizon > last ? horizon : throw item.Error($"the horizon {horizon} follows {last}; horizons must increase.");
        }

        return [.. list.All.Select(i => int.Parse(((Scalar)i).Text, CultureInfo.InvariantCulture))];
    }

    private Source Source()
    {
        const string Standing = "as stated in the claim file";
        if (map["source"] is not Entries source)
        {
            return new(map.Scalar("source")?.Text ?? "no source given", "", Standing);
        }

        string?[] parts = [source.Scalar("authors")?.Text, source.Scalar("title")!.Text, source.Scalar("year")?.Text];
        return new(string.Join(", ", parts.OfType<string>()), source.Scalar("where")?.Text ?? "", Standing);
    }

    private void Check(Claim claim, RecordedRun? recorded)
    {
        if (claim.Horizons.Count == 0 && claim.From > claim.Iterations)
        {
            throw (map["from"] ?? map["method"]!).Error(string.Create(CultureInfo.InvariantCulture, $"the claim begins at iteration {claim.From}, after the last one, {claim.Iterations}; let it begin earlier."));
        }

        if (ClaimSense.SelfComparison(claim) is { } reason)
        {
            throw map.Scalar("bound")!.Error(reason);
        }

        bool looksBack = new[] { claim.Bound, claim.Quantity, claim.Scale }.OfType<Expression>().Any(e => e.PastNames.Count > 0);
        if (looksBack && claim.From == 0)
        {
            throw map["from"]!.Error("a formula looks back from iteration 0; let the claim begin at iteration 1.");
        }

        if (recorded is { IsComplete: false } && (looksBack || claim.Kind == ClaimKind.Limit))
        {
            throw map["method"]!.Error($"{(looksBack ? "a formula that looks back" : "a limit")} needs every iteration from 0 to {recorded.Last}, and the recording leaves some out{(recorded.HasReplacedValues ? " or holds values that are not positive" : string.Empty)}; record them all.");
        }
    }

    private int? Integer(string key) => map.Scalar(key) is { } scalar ? int.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;
}
