using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>Twins of a claim file: the claim with one datum changed, or the default one.</summary>
/// <param name="claim">The claim without twins.</param>
/// <param name="problems">Its problems as text.</param>
/// <param name="formulas">Reads bounds and orders.</param>
/// <param name="problemReader">Reads a changed parameter.</param>
/// <param name="methodReader">Reads another method.</param>
internal sealed class TwinReader(Claim claim, IReadOnlyList<ProblemText> problems, FormulaReader formulas, ProblemReader problemReader, MethodReader methodReader)
{
    private static readonly string[] Data = ["bound", "order", "factor", "method", "problem"];

    /// <summary>A twin.</summary>
    public Twin Read(Entries map)
    {
        Entry[] changes = [.. map.All.Where(e => Data.Contains(e.Key.Text))];
        if (changes.Length != 1)
        {
            throw (changes.Length > 1 ? changes[1].Key : (Node)map).Error($"a twin changes one datum; give one of {string.Join(", ", Data)}.");
        }

        Twin twin = Changed(changes[0]);
        return map.Scalar("name") is { } name ? twin with { Name = name.Text } : twin;
    }

    /// <summary>The twin of a claim that names none: half the bound (twice, where the measure stays above it), or an exponent off by 1/2.</summary>
    public static Twin Default(Claim claim)
    {
        bool isBelow = claim.Kind is ClaimKind.Lower or ClaimKind.Negative;
        return claim.Order switch
        {
            null => Twin.Constant(isBelow ? "2" : "1/2"),
            PowerOrder { Exponent: var p } => isBelow ? Twin.Exponent(p > 0.5 ? -0.5 : -p / 2) : Twin.Exponent(0.5),
            SuperlinearOrder { Power: var q } => isBelow ? Twin.Exponent(q > 1.5 ? -0.5 : (1 - q) / 2) : Twin.Exponent(0.5),
            SuperlinearRate => Twin.HigherOrder,
            _ => Twin.Rate(isBelow ? 0.5 : 1.5),
        };
    }

    /// <summary>Whether the bound is zero whatever k and the constants are, so that a factor changes nothing.</summary>
    public static bool HasZeroBound(Claim claim) => claim.Bound is { Names.Count: 0 } bound && bound.Evaluate(new FormulaReader.Trial(1)) == 0;

    private Twin Changed(Entry change)
    {
        string key = change.Key.Text;
        if (key is "bound" or "factor" && claim.Bound is null)
        {
            throw change.Key.Error("the claim is about an order and has no bound; let the twin change order, method or problem.");
        }

        if (key == "order" && claim.Order is null)
        {
            throw change.Key.Error("the claim has a bound and no order; let the twin change bound, factor, method or problem.");
        }

        return key switch
        {
            "bound" => Bound((Scalar)change.Value),
            "factor" => Factor((Scalar)change.Value),
            "order" => Order((Scalar)change.Value),
            "method" => Method(change.Value),
            _ => Problem((Entries)change.Value),
        };
    }

    private Twin Bound(Scalar scalar)
    {
        Expression bound = formulas.Formula(scalar);
        return bound.Text.Trim() == claim.Bound!.Text.Trim()
            ? throw scalar.Error("the twin has the claim's own bound; change it, so that it is false.")
            : Sensible(scalar, new($"bound {bound.Text}", Change(bound), c => c with { Bound = bound }), bound);
    }

    private Twin Factor(Scalar scalar)
    {
        Expression factor = formulas.Formula(scalar);
        if (HasZeroBound(claim))
        {
            throw scalar.Error("a factor leaves the bound 0 as it is, so that the twin is the claim itself; give the twin another bound, as in bound: 0.1.");
        }

        return Sensible(scalar, new($"bound times {factor.Text}", Change(claim.Bound! * factor), c => c with { Bound = c.Bound! * factor }), factor);
    }

    /// <summary>A twin that some run could satisfy: what needs the constants of an instance is seen in the check.</summary>
    private Twin Sensible(Scalar scalar, Twin twin, Expression given)
    {
        if (ClaimSense.SelfComparison(twin.Apply(claim)) is { } reason)
        {
            throw scalar.Error(reason);
        }

        return given.Names.Count > 0 || !ClaimSense.NeedsPositiveBound(claim) || !(given.Evaluate(new FormulaReader.Trial(1)) <= 0) ? twin
            : throw scalar.Error($"{given.Text} is not positive, and no run keeps {claim.Measure.Name} at or below such a bound, so that its refutation shows nothing; give a twin that is false but possible.");
    }

    private Twin Order(Scalar scalar)
    {
        RateOrder order = formulas.Order(scalar);
        return order.Equals(claim.Order)
            ? throw scalar.Error("the twin has the claim's own order; change it, so that it is false.")
            : new($"order {order}", TwinChange.Order, c => c with { Order = order });
    }

    private Twin Method(Node node)
    {
        if (claim.Methods[0] is RecordedRun)
        {
            throw node.Error("the method of a recorded run is the recording; let the twin change the bound or the order.");
        }

        IMethod method = methodReader.Read(node).Method;
        return method is RecordedRun ? throw node.Error("a twin cannot replace a method by a recording; name another method.")
            : method.Equals(claim.Methods[0]) ? throw node.Error("the twin has the claim's own method; name another one.")
            : new($"method {method.Name}", TwinChange.Method, c => c with { Methods = [method] });
    }

    private Twin Problem(Entries map)
    {
        if (map.All.Count != 1)
        {
            throw map.Error("a twin changes one datum; give one parameter of the problem with another value.");
        }

        Entry change = map.All[0];
        ProblemText?[] changed = [.. problems.Select(p => problemReader.With(p, change))];
        if (changed.All(p => p is null))
        {
            throw change.Key.Place.Error(NearestName.Unknown("parameter of the problem", Shown.Of(change.Key.Text), [.. problems.SelectMany(p => p.Family.Parameters).Select(p => p.Name).Distinct()]));
        }

        InstanceSpec[] specs = [.. changed.OfType<ProblemText>().Select(p => p.Spec)];
        return new($"{change.Key.Text} {((Scalar)change.Value).Text}", TwinChange.Instance, c => c with { Instances = specs });
    }

    /// <summary>
    /// Another constant if the quotient of the two bounds tends to one: from k = 100 to 200 and on to 400 it then moves little and less, while a power
    /// or a logarithm moves it on. Where the quotient cannot be computed the weaker statement is made.
    /// </summary>
    private TwinChange Change(Expression bound)
    {
        double Quotient(double k)
        {
            FormulaReader.Trial at = new(k);
            return bound.Evaluate(at) / claim.Bound!.Evaluate(at);
        }

        try
        {
            double first = Quotient(100), second = Quotient(200), third = Quotient(400);
            return Math.Abs((second / first) - 1) < 0.05 && Math.Abs((third / second) - 1) < 0.03 ? TwinChange.Constant : TwinChange.Order;
        }
        catch (InputException)
        {
            // A function was asked for where it is not defined, at a trial value of a constant.
            return TwinChange.Order;
        }
    }

    /// <summary>A default name for the statement of a claim that has none.</summary>
    internal static string Statement(Claim claim)
    {
        string sign = claim.Kind switch { ClaimKind.Lower or ClaimKind.Negative => ">=", ClaimKind.Identity => "=", ClaimKind.Limit => "->", _ => "<=" };
        string order = claim.Kind switch { ClaimKind.Upper => "O", ClaimKind.Lower => "Omega", _ => "Theta" };
        string measured = claim.Quantity?.Text ?? (claim.Scale is { } scale ? $"({scale.Text}) {claim.Measure.Symbol}" : claim.Measure.Symbol);
        return string.Create(CultureInfo.InvariantCulture, $"{claim.Methods[0].Name}: {measured} {(claim.Order is { } o ? $"= {order}({o})" : $"{sign} {claim.Bound}")}");
    }
}
