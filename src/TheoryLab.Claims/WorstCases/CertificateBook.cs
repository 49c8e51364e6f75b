using System.Reflection;
using TheoryLab.Core;
using TheoryLab.Verifier;
using TheoryLab.WorstCase;

namespace TheoryLab.Claims;

/// <summary>Certificate files, and which claims they prove. Files are verified when they are first used, not when they are listed.</summary>
public sealed class CertificateBook
{
    private readonly Lazy<IReadOnlyList<(Certificate Certificate, string Json)>> _certificates;

    private CertificateBook(Func<IEnumerable<string>> files) => _certificates = new(() => [.. files().Select(json => (Certificate.Parse(json), json))]);

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
        CertificateBook book = new(() => files);
        _ = book._certificates.Value;
        return book;
    }

    /// <summary>What is proved of a claim; null if nothing.</summary>
    /// <param name="claim">The claim.</param>
    public CertifiedPart? Proved(Claim claim)
    {
        if (claim.WholeClass is not { } whole || claim.Methods is not [var method] || claim.Bound is not { } bound || !Speaks(claim, whole) || !ScalingScope.IsHomogeneous(bound, whole))
        {
            return null;
        }

        int[] horizons = [.. whole.Horizons.Where(n => IsProved(new MethodModel(method, whole.Class, whole.Measure), n, Target(bound, whole, n)))];
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
        return _certificates.Value.Any(c =>
            c.Certificate.Points.Count == draft.PointCount
            && new Rational(c.Certificate.Bound.Numerator, c.Certificate.Bound.Denominator) <= target
            && CertificateMatch.Difference(c.Json, draft) is null
            && Verification.Of(c.Certificate).IsAccepted);
    }
}
