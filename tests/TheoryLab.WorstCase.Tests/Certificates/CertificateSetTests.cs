using System.Globalization;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Tests;
using TheoryLab.Verifier;

namespace TheoryLab.WorstCase.Tests;

/// <summary>
/// The certificates kept with the catalogue. They are found once, with THEORYLAB_REGENERATE=1, and verified ever after; finding them again is not needed,
/// so that another machine's rounding cannot lose a proof.
/// </summary>
public sealed class CertificateSetTests
{
    // A bound within this of the worst case is as good as the worst case for every use but equality.
    private const double LargestSlack = 1e-10;

    private static readonly string Folder = Repository.At("proofs-checks/certificates");

    public static TheoryData<string> Files => [.. CertificateSet.All.Select(c => c.File)];

    [Fact]
    public void The_folder_holds_the_set_and_nothing_else()
    {
        if (StoredFile.Regenerate)
        {
            Regenerate();
        }

        Assert.Equal(CertificateSet.All.Select(c => c.File).Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_enough_of_them()
    {
        (string File, WorstCaseModel Model, IReadOnlyDictionary<string, string> Values)[] all = [.. CertificateSet.All];
        Assert.True(all.Length >= 100, $"{all.Length} certificates");
        Assert.True(all.Select(c => c.Model.Id).Distinct().Count() >= 12);
        Assert.True(all.Where(c => int.Parse(c.Values["n"], CultureInfo.InvariantCulture) >= 5).Select(c => c.Model.Id).Distinct().Count() >= 8);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_certificate_is_accepted_states_the_models_own_run_and_is_close_to_its_worst_case(string file)
    {
        (_, WorstCaseModel model, IReadOnlyDictionary<string, string> values) = CertificateSet.All.First(c => c.File == file);
        string json = File.ReadAllText(Path.Combine(Folder, file));
        Certificate certificate = Certificate.Parse(json);
        Verification verification = Verification.Of(certificate);
        Assert.True(verification.IsAccepted, verification.Reason);
        Assert.Null(CertificateMatch.Difference(json, new CertificateDraft(model.Problem<Rational>(values))));

        // The solver is asked for a relative gap of 1e-11, which is what its value may be off.
        double worstCase = model.Problem<double>(values).Solve(new(Gap: 1e-11), TestContext.Current.CancellationToken).Value;
        double bound = (double)certificate.Bound.Numerator / (double)certificate.Bound.Denominator;
        Assert.InRange((bound / worstCase) - 1, -1e-9, LargestSlack + 1e-11);
    }

    private static void Regenerate()
    {
        Directory.CreateDirectory(Folder);
        foreach (string stale in Directory.GetFiles(Folder, "*.json"))
        {
            File.Delete(stale);
        }

        StringBuilder report = new("""
            # Certificates
            Every file of `proofs-checks/certificates`, accepted by the verifier. Exact: the multipliers were recognised as short fractions, and the bound is the
            worst case itself. Otherwise the bound lies above the worst case by the slack, measured against a solve in floating point to a relative gap of
            1e-11; a negative slack says that this solve is the less accurate of the two. Made by
            `THEORYLAB_REGENERATE=1 dotnet test tests/TheoryLab.WorstCase.Tests --filter CertificateSetTests`.

            | file | bound | slack | exact |
            |---|---|---|---|

            """);
        foreach ((string file, WorstCaseModel model, IReadOnlyDictionary<string, string> values) in CertificateSet.All)
        {
            FoundCertificate? found = ModelCertificate.Find(model, values, claim: null, CancellationToken.None);
            double tight = model.Problem<double>(values).Solve(new(Gap: 1e-11)).Value;
            string bound = found is null ? "none found" : found.Bound.ToString() is { Length: <= 30 } exact ? exact : Rational.ToDouble(found.Bound).ToString("G15", CultureInfo.InvariantCulture);
            report.Append(CultureInfo.InvariantCulture, $"| {file} | {bound} | {(found is null ? "-" : found.IsRecognized ? "0" : ((Rational.ToDouble(found.Bound) / tight) - 1).ToString("0.0e+0", CultureInfo.InvariantCulture))} | {(found is { IsRecognized: true } ? "yes" : "no")} |\n");
            if (found is not null)
            {
                File.WriteAllText(Path.Combine(Folder, file), found.Json);
            }
        }

        File.WriteAllText(Repository.At("reports/certificates.md"), report.ToString());
    }
}
