namespace TheoryLab.Claims;

/// <summary>
/// What a claim says about every member of a class at once, in the terms of a worst-case problem with L = R = 1. By homogeneity it then holds for all L and
/// R: if f is L-smooth with |x_0 - x*| at most R, then g(z) = f(R z)/(L R^2) is 1-smooth with distance at most 1, steps of 1/L on f are steps of 1 on g, and
/// f(x_k) - f* = L R^2 (g(z_k) - g*).
/// </summary>
/// <param name="Class">The class of functions.</param>
/// <param name="Horizons">The horizons for which certificates are looked up.</param>
public sealed record WholeClass(string Class, IReadOnlyList<int> Horizons)
{
    /// <summary>The measure of the certificate: the claim's own, or its square where that is affine in the Gram matrix.</summary>
    public required IMeasure Measure { get; init; }

    /// <summary>Whether the certificate's measure is the square of the claim's.</summary>
    public bool IsSquared { get; init; }

    /// <summary>How the measure scales with L and R: L R^2 for values, L R for gradients.</summary>
    public required string Scale { get; init; }

    /// <summary>
    /// Whether the statement names its horizons ("after 5 steps"): certificates for all of them then cover it as stated. A statement for all N is never covered
    /// by finitely many.
    /// </summary>
    public bool IsStatedPerHorizon { get; init; }
}

/// <summary>Which part of a claim is proved.</summary>
/// <param name="Horizons">The horizons with a verified certificate whose bound is at most the claim's.</param>
/// <param name="Parameters">The parameters of the certificates.</param>
/// <param name="Scaling">What homogeneity adds.</param>
/// <param name="Method">The method, as run on symbols.</param>
public sealed record CertifiedPart(IReadOnlyList<int> Horizons, IReadOnlyDictionary<string, string> Parameters, string Scaling, string Method);
