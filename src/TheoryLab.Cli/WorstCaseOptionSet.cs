using System.CommandLine;
using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;
using TheoryLab.WorstCase;

namespace TheoryLab.Cli;

/// <summary>The options that say which worst case is meant: of a method over a class, or of a stated model.</summary>
internal sealed class WorstCaseOptionSet
{
    public Argument<string[]> Names { get; } = new("METHOD") { Description = "Methods ('theorylab list methods'), stated models ('theorylab list worst-cases') or claims about a whole class", Arity = ArgumentArity.OneOrMore };

    public Option<string?> Class { get; } = new("--class") { HelpName = "class", Description = $"Class of functions: {string.Join(", ", ClassCatalogue.Names)}" };

    public Option<int?> Steps { get; } = new("--steps") { HelpName = "n", Description = "Number of steps; of a model, its parameter n" };

    public Option<string> Measure { get; } = CommonOptions.Choice("--measure", "What is bounded at the last iterate", "primal-gap", "squared-distance", "squared-gradient-norm");

    public Option<bool> Smallest { get; } = new("--smallest") { Description = "The smallest value over all iterates, in place of the last" };

    public Option<string> Start { get; } = CommonOptions.Choice("--start", "What is assumed of x_0: |x_0 - x*| <= R, or f(x_0) - f* <= R (over --class smooth f(x_0) - f(x_n) <= R)", "distance", "value");

    public Option<string[]> Set { get; } = new("--set") { HelpName = "name=value", Description = "name=value: L, mu, R, ..., or a parameter of a model", Arity = ArgumentArity.OneOrMore };

    /// <summary>The models meant, with the parameters given.</summary>
    public IEnumerable<(WorstCaseModel Model, IReadOnlyDictionary<string, string> Values)> Models(ParseResult result)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string text in result.GetValue(Set) ?? [])
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            string name = at > 0 ? text[..at] : throw new InputException($"--set {text} must be name=value, such as --set L=2.");
            if (!values.TryAdd(name, text[(at + 1)..]))
            {
                throw new InputException($"--set gives {name} twice; give it once.");
            }
        }

        if (result.GetValue(Steps) is { } steps)
        {
            if (values.ContainsKey("n"))
            {
                throw new InputException("--steps and --set n say the same thing; give one of them.");
            }

            values["n"] = CommonOptions.AtLeast("--steps", steps, 1).ToString(CultureInfo.InvariantCulture);
        }

        foreach (string name in result.GetValue(Names)!)
        {
            if (Catalogue.Of(typeof(CatalogueMarker).Assembly).Claims.FirstOrDefault(c => c.Id == name) is { } claim)
            {
                yield return OfClaim(result, claim, values);
            }
            else
            {
                yield return (Model(result, name), values);
            }
        }
    }

    // A claim brings its class; a statement about named horizons is asked for no other one.
    private (WorstCaseModel, IReadOnlyDictionary<string, string>) OfClaim(ParseResult result, Claim claim, Dictionary<string, string> values)
    {
        WholeClass whole = claim.WholeClass ?? throw new InputException($"The claim {claim.Id} says nothing about a whole class that a worst case could answer; name a method and --class.");
        if (result.GetValue(Class) is not null)
        {
            throw new InputException($"{claim.Id} is a claim with a class of its own; leave --class away.");
        }

        Dictionary<string, string> own = new(values);
        own.TryAdd("n", whole.Horizons[0].ToString(CultureInfo.InvariantCulture));
        return !whole.IsStatedPerHorizon || whole.Horizons.Any(n => own["n"] == n.ToString(CultureInfo.InvariantCulture))
            ? (new MethodModel(claim.Methods[0], whole.Class, whole.Measure), own)
            : throw new InputException($"{claim.Id} speaks of {string.Join(", ", whole.Horizons)} steps only; use --steps {whole.Horizons[0]}, or name its method.");
    }

    private WorstCaseModel Model(ParseResult result, string name)
    {
        WorstCaseModel? stated = ModelCatalogue.Of(typeof(CatalogueMarker).Assembly).TryFind(name);
        if (stated is not null)
        {
            return result.GetValue(Class) is null ? stated : throw new InputException($"{name} is a stated model with classes of its own; leave --class away.");
        }

        string className = result.GetValue(Class) ?? throw new InputException($"The worst case of {name} needs --class: one of {string.Join(", ", ClassCatalogue.Names)}.");
        return new MethodModel(
            Registry.Method(name),
            className,
            Registry.Measure(result.GetValue(Measure)!),
            result.GetValue(Smallest),
            result.GetValue(Start) == "value" ? StartCondition.Value : StartCondition.Distance);
    }
}
