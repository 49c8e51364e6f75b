using System.Reflection;
using System.Text.Json;
using TheoryLab.Core;
using TheoryLab.Verifier;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>
/// Certificate files, and which claims they prove. A glance at a file's size, classes and bound rules most of them out; only what is left is read strictly,
/// compared with the claim and verified.
/// </summary>
public sealed class CertificateBook
{
    private readonly Lazy<IReadOnlyList<Glance>> _files;

    private CertificateBook(Func<IEnumerable<string>> files) => _files = new(() => [.. files().Select(Glance.Of)]);

    /// <summary>No certificates: no claim is ever certified.</summary>
    public static CertificateBook Empty { get; } = new(() => []);

    /// <summary>The certificates kept in an assembly as resources.</summary>
    /// <param name="assembly">An assembly with resources named *.certificate.json.</param>
    public static CertificateBook Of(Assembly assembly) => new(() => assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".certificate.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(n =>
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(n)!);
            return reader.ReadToEnd();
        }));

    /// <summary>Certificates from their texts.</summary>
    /// <param name="files">Texts of certificate files.</param>
    /// <exception cref="CertificateException">A text is no certificate.</exception>
    public static CertificateBook Of(params IReadOnlyList<string> files)
    {
        foreach (string json in files)
        {
            _ = Certificate.Parse(json);
        }

        return new(() => files);
    }

    /// <summary>What is proved of a claim; null if nothing.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="jobs">Horizons looked at at once.</param>
    /// <param name="cancellation">Ends the search.</param>
    public CertifiedPart? Proved(Claim claim, int jobs = 1, CancellationToken cancellation = default)
    {
        if (claim.WholeClass is not { } whole || claim.Methods is not [var method] || claim.Bound is not { } bound || !Speaks(claim, whole) || !ScalingScope.IsHomogeneous(bound, whole))
        {
            return null;
        }

        MethodModel model = new(method, whole.Class, whole.Measure);
        IReadOnlyList<int> stated = whole.Horizons;
        bool[] proved = new bool[stated.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        SideBySide.For(0, stated.Count, options, i => proved[i] = IsProved(model, stated[i], Target(bound, whole, stated[i])));
        int[] horizons = [.. stated.Where((_, i) => proved[i])];
        return horizons.Length == 0 ? null : new(
            horizons,
            new Dictionary<string, string> { ["L"] = "1", ["R"] = "1" },
            $"all L and R, since the measure scales with {whole.Scale}",
            $"{method.Name}: {method.UpdateRule}");
    }

    /// <summary>Whether the proved part is the whole claim as stated.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="part">What is proved.</param>
    public static bool Covers(Claim claim, CertifiedPart part) =>
        claim.WholeClass is { IsStatedPerHorizon: true } && claim.Horizons.Count > 0 && claim.Horizons.All(part.Horizons.Contains);

    // An upper bound on the very measure, or on a norm whose square the certificate bounds; how each scales is a fact, not the author's choice.
    private static bool Speaks(Claim claim, WholeClass whole) =>
        claim is { Kind: ClaimKind.Upper, Quantity: null, IsOrderClaim: false }
        && (claim.Measure, whole.Measure, whole.IsSquared, whole.Scale) is
            (PrimalGap, PrimalGap, false, "L*R^2")
            or (GradientNorm, SquaredGradientNorm, true, "L*R")
            or (SquaredDistance, SquaredDistance, false, "R^2");

    // The claim's bound at L = R = 1, exactly, squared if the certificate bounds the square.
    private static Rational Target(Expression bound, WholeClass whole, int horizon)
    {
        Rational value = bound.Evaluate(new ScalingScope(1, 1, horizon));
        return whole.IsSquared ? value * value : value;
    }

    private bool IsProved(MethodModel model, int horizon, Rational target)
    {
        CertificateDraft draft = new(model.Problem<Rational>(new Dictionary<string, string> { ["n"] = $"{horizon}" }));
        string classes = Glance.Words(draft.Functions.Select(f => f.Class));
        return _files.Value.Any(f => f.PointCount == draft.PointCount && f.Classes == classes && f.Bound <= target && Proves(f.Json, draft, target));
    }

    // The glance decides nothing: the strict reader sees the whole file again.
    private static bool Proves(string json, CertificateDraft draft, Rational target)
    {
        Certificate certificate = Certificate.Parse(json);
        return certificate.Points.Count == draft.PointCount
            && new Rational(certificate.Bound.Numerator, certificate.Bound.Denominator) <= target
            && CertificateMatch.Difference(json, draft) is null
            && Verification.Of(certificate).IsAccepted;
    }

    /// <summary>What a file says of itself, not checked.</summary>
    private sealed record Glance(string Json, int PointCount, string Classes, Rational Bound)
    {
        public static Glance Of(string json)
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return new(
                json,
                root.GetProperty("points").GetArrayLength(),
                Words(root.GetProperty("functions").EnumerateObject().Select(f => f.Value.GetProperty("class").GetString()!)),
                Rational.TryParse(root.GetProperty("bound").GetString(), null, out Rational bound) ? bound : throw new CertificateException("The bound of a certificate is not a rational."));
        }

        public static string Words(IEnumerable<string> classes) => string.Join(' ', classes.Order(StringComparer.Ordinal));
    }
}
