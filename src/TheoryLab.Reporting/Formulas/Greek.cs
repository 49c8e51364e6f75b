namespace TheoryLab.Reporting;

/// <summary>Greek letters by the names that formulas use.</summary>
internal static class Greek
{
    private static readonly IReadOnlyDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["omega"] = "ω",
    };

    /// <summary>The letter, or null if the name is none.</summary>
    public static string? Letter(string name) => Letters.GetValueOrDefault(name);
}
