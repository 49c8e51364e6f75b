using System.Text;
using TheoryLab.ProofsChecks;
using TheoryLab.Verifier;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Certificates, checked as far as they can be read.</summary>
internal sealed class CertificateTarget : IFuzzTarget
{
    private const int Largest = 20_000;

    public string Name => "certificates";

    public IReadOnlyList<byte[]> Corpus { get; } = [.. Kept()];

    public bool Accepts(byte[] input)
    {
        try
        {
            return Verification.Of(Certificate.Parse(Encoding.UTF8.GetString(input))).IsAccepted;
        }
        catch (CertificateException)
        {
            return false;
        }
    }

    private static IEnumerable<byte[]> Kept()
    {
        foreach (string name in typeof(CatalogueMarker).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using Stream stream = typeof(CatalogueMarker).Assembly.GetManifestResourceStream(name)!;
            if (name.EndsWith(".certificate.json", StringComparison.Ordinal) && stream.Length < Largest)
            {
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                yield return bytes;
            }
        }
    }
}
