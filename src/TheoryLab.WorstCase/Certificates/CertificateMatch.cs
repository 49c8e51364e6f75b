using System.Text.Json.Nodes;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Whether a certificate file states the theorem of a symbolic run: the same bases, functions, points and objective entry for entry, and no assumption
/// beyond the run's. A verified proof counts towards a claim only if it does.
/// </summary>
public static class CertificateMatch
{
    /// <summary>What differs, in one sentence; null if nothing does.</summary>
    /// <param name="json">The text of a file that a verifier has accepted.</param>
    /// <param name="draft">The theorem.</param>
    public static string? Difference(string json, CertificateDraft draft)
    {
        JsonObject file = JsonNode.Parse(json)!.AsObject();
        (NamedConstraint<Rational> Constraint, Rational Multiplier)[] silent = [.. draft.Problem.Assumptions.Select(a => (a, Rational.Zero))];
        JsonObject own = JsonNode.Parse(CertificateText.Write(draft, null, string.Empty, silent, 0))!.AsObject();
        foreach (string part in new[] { "gramBasis", "valueBasis", "functions", "points" })
        {
            if (!JsonNode.DeepEquals(file[part], own[part]))
            {
                return $"The {part} of the certificate are not those of the method's own symbolic run.";
            }
        }

        JsonObject[] known = [.. own["assumptions"]!.AsArray().Select(a => Without(a!, "multiplier"))];
        return file["assumptions"]!.AsArray().Any(a => !known.Any(k => JsonNode.DeepEquals(k, Without(a!, "multiplier"))))
            ? "The certificate assumes something that the claim does not."
            : Objective(file["objective"]!, draft);
    }

    // One objective entry for entry, or an average of the objectives of which the smallest is bounded.
    private static string? Objective(JsonNode objective, CertificateDraft draft)
    {
        const string Other = "The certificate bounds something else than the claim.";
        if ((string)objective["kind"]! != draft.ObjectiveKind)
        {
            return Other;
        }

        List<JsonNode> left = [.. objective["terms"]!.AsArray().Select(t => t!)];
        Rational shares = 0;
        foreach (DraftObjective own in draft.Objectives)
        {
            Rational? share = null;
            foreach ((IReadOnlyList<DraftReference> points, Rational weight) in own.Terms)
            {
                JsonNode? term = left.Find(t => points.All(p => JsonNode.DeepEquals(t[p.Key], new JsonArray(p.Function, p.Id))));
                Rational part = term is not null && Rational.TryParse((string)term["weight"]!, null, out Rational w) ? w / weight : 0;
                if (share is { } before && before != part)
                {
                    return Other;
                }

                share = part;
                if (term is not null)
                {
                    left.Remove(term);
                }
            }

            shares += share ?? 0;
        }

        return left.Count == 0 && shares == 1 ? null : Other;
    }

    private static JsonObject Without(JsonNode node, string key)
    {
        JsonObject copy = node.DeepClone().AsObject();
        copy.Remove(key);
        return copy;
    }
}
