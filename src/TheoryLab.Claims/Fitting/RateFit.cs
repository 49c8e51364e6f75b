namespace TheoryLab.Claims.Fitting;

/// <summary>A shape that was weighed, and its share of the evidence.</summary>
/// <param name="Name">The shape, "shifted power" for one.</param>
/// <param name="Share">Its posterior probability among the shapes weighed.</param>
public sealed record RateAlternative(string Name, double Share);

/// <summary>
/// What a trace says about its rate: a law, its parameter with an interval, and the window of iterations this is about. An interval is about
/// the law on the window: no finite trace shows a law it has not reached.
/// </summary>
public sealed record RateFit
{
    /// <summary>The law found.</summary>
    public required RateModel Model { get; init; }

    /// <summary>The exponent p, the factor rho, the order q or the level, by model; NaN without a model.</summary>
    public double Estimate { get; init; } = double.NaN;

    /// <summary>Lower end of the interval at <see cref="Level"/>.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end of the interval at <see cref="Level"/>.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Level of the interval.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Lower end at 99%, for decisions that reject.</summary>
    public double Low99 { get; init; } = double.NaN;

    /// <summary>Upper end at 99%, for decisions that reject.</summary>
    public double High99 { get; init; } = double.NaN;

    /// <summary>First iteration of the window, between transient and floor.</summary>
    public int WindowFirst { get; init; }

    /// <summary>Last iteration of the window.</summary>
    public int WindowLast { get; init; }

    /// <summary>Points that entered the regression, after envelope and thinning.</summary>
    public int Points { get; init; }

    /// <summary>Level of the floor that was cut away, if there was one: of the round-off that the trace shows, or the accuracy that is known of it.</summary>
    public double? Floor { get; init; }

    /// <summary>The iteration from which the initial transient no longer matters (below a tenth in log y), if there was one.</summary>
    public int? TransientEnd { get; init; }

    /// <summary>Local exponents on the last three parts of the window; null where it has too few points, and for a superlinear phase.</summary>
    public LateRates? LateExponents { get; init; }

    /// <summary>Local rates per iteration on three parts of the window; null where it has too few points, and for a superlinear phase.</summary>
    public LateRates? LateIterationRates { get; init; }

    /// <summary>
    /// Ratios of successive values on three parts at the end of the trace; known without a model too, and for a superlinear phase the last three ratios. Null where there
    /// are too few points.
    /// </summary>
    public LateRatios? LateRatios { get; init; }

    /// <summary>Where an oscillation was found, the same ratios with it left in; null elsewhere.</summary>
    public LateRatios? PlainRatios { get; init; }

    /// <summary>The order that the end of a superlinear phase is heading for; NaN without one.</summary>
    public double LateOrder { get; init; } = double.NaN;

    /// <summary>Why there is no model; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The shapes weighed, largest share first.</summary>
    public IReadOnlyList<RateAlternative> Alternatives { get; init; } = [];

    /// <summary>
    /// Share of the evidence held by all shapes of the model found, by the strongest when there is none. One for superlinear, which is
    /// recognised by rules of its own and not weighed.
    /// </summary>
    public double Evidence { get; init; }
}
