using TheoryLab.Claims;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Reporting.Tests;

/// <summary>Checked claims for reports: some of the catalogue, and made-up ones of every verdict.</summary>
internal static class Stored
{
    /// <summary>Claims whose plots differ in kind: pointwise, horizons, order with a fit, superlinear, limit, identity, one point, zeros, real data.</summary>
    public static readonly string[] Varied =
    [
        "gd-convex-exact", "gd-convex-five-steps", "fw-wolfe-zigzag-lower", "newton-rn-local-order-3", "fw-openloop-primal", "fw-wolfe-zigzag-limit", "fw-simplex-identity",
        "gradient-norm-nag-crude", "moo-silver-upper", "bcd-gauss-southwell", "lasso-diabetes-fista", "bcd-powell-cycling", "nag-benign-curvature", "newton-aicn-step-gradient", "nag-three-ten-steps",
    ];

    private static readonly Lazy<IReadOnlyList<CheckedClaim>> VariedOnce = new(() => Check(Varied));

    private static readonly Catalogue Claims = TheoryLab.Claims.Catalogue.Of(typeof(CatalogueMarker).Assembly);

    /// <summary><see cref="Varied"/>, checked once for all tests.</summary>
    public static IReadOnlyList<CheckedClaim> VariedClaims => VariedOnce.Value;

    /// <summary>The ids of the catalogue.</summary>
    public static IEnumerable<string> Catalogue => Claims.Claims.Select(c => c.Id);

    /// <summary>Claims of the catalogue, checked on few instances, without timings.</summary>
    public static IReadOnlyList<CheckedClaim> Check(params IEnumerable<string> ids)
    {
        CheckOptions options = new() { Samples = 3, Certificates = CertificateBook.Of(typeof(CatalogueMarker).Assembly) };
        return [.. ids.Select(id => ClaimChecker.Check(Claims.Find(id), options)).Select(c => c with { Result = c.Result with { Timing = new(0) } })];
    }

    /// <summary>A made-up result with a curve 1/k below the bound 2/k.</summary>
    public static CheckedClaim Make(string id, Verdict verdict, double tightness = 0.5, int points = 20)
    {
        Witness point = new(3, "huber (tau=0.1)", new Dictionary<string, Problems.ParameterValue> { ["tau"] = 0.1, ["L"] = 2 }, 17, "gradient-descent", 50, 12, 0.3, 0.2, verdict == Verdict.Refuted ? "repeated in double-double arithmetic" : null);
        TwinResult twin = new("bound times 1/2", "constant", Verdict.Refuted, 1.4, 5, "(2/k)*(1/2)");
        ClaimResult result = new()
        {
            Claim = id,
            Verdict = verdict,
            Kind = "upper",
            Reason = "a reason",
            Tightness = tightness,
            Attained = false,
            Power = "constant",
            Allowance = 1e-15,
            Worst = point with { Confirmation = null },
            Witness = verdict == Verdict.Refuted ? point : null,
            Twins = [twin],
            Twin = twin,
            Certified = verdict == Verdict.Certified ? new([1, 2], new Dictionary<string, string> { ["L"] = "1" }, "all L and R", "gradient-descent: x - g/L") : null,
            Instances = 4,
            Iterations = 50,
            Seed = 1,
            Backend = "managed",
            Version = "0.1.0",
            Reproduce = $"theorylab check {id} --seed 1",
            Stated = new("made-up", "The gap h_k is at most 2 L R^2/(k+1).", new("Somebody, Something, 2020", "Theorem 1"), "convexity", [new("gradient-descent", "x - g/L")], "primal-gap", "h", "f(x_k) - f*", null, "2*L*R^2/(k+1)", null, null, 1, [], null),
            Timing = new(0),
        };
        return new(result, [.. Enumerable.Range(1, points).Select(k => new CurvePoint(k, 0.7, 1.0 / k, 2.0 / k, 1.0 / k))]);
    }

    /// <summary>One of every verdict, and a fit with everything that can be shaded.</summary>
    public static IReadOnlyList<CheckedClaim> EveryVerdict()
    {
        CheckedClaim shaded = Make("shaded", Verdict.Inconclusive, double.NaN, 60);
        return
        [
            .. Enum.GetValues<Verdict>().Select(v => Make($"made-up-{v.ToString().ToLowerInvariant()}", v)),
            shaded with
            {
                Result = shaded.Result with
                {
                    Kind = "order",
                    Rate = new("power", 1.02, 0.9, 1.15, 0.95, [6, 40]),
                    Transient = 6,
                    Floor = 1.0 / 42,
                    Stated = shaded.Result.Stated! with { Bound = null, Order = "k^-1" },
                },
            },
        ];
    }
}
