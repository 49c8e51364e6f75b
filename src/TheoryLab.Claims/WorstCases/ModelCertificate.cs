using TheoryLab.Core;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>Certificates of models.</summary>
public static class ModelCertificate
{
    /// <summary>Searches for a certificate of a model; null if none passes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">Parameters that differ from their defaults.</param>
    /// <param name="claim">The claim that it belongs to, or null.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InputException">A certificate of version 1 cannot state the model.</exception>
    public static FoundCertificate? Find(WorstCaseModel model, IReadOnlyDictionary<string, string> values, string? claim, CancellationToken cancellation)
    {
        string parameters = string.Join(", ", model.Parameters.Select(p => $"{p.Name} = {values.GetValueOrDefault(p.Name, p.Default)}"));
        return CertificateSearch.Find(model.Problem<Rational>(values), claim, bound => $"{model.Statement}; {parameters}: at most {bound}", cancellation: cancellation);
    }
}
