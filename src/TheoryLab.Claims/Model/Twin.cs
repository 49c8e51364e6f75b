namespace TheoryLab.Claims;

/// <summary>What a twin changes; the strongest refuted one is the power of the check.</summary>
public enum TwinChange
{
    /// <summary>The constant of the bound.</summary>
    Constant,

    /// <summary>The order of the bound.</summary>
    Order,

    /// <summary>The method.</summary>
    Method,

    /// <summary>The instance.</summary>
    Instance,

    /// <summary>The kind of statement: a related falsehood, shown to readers; it says nothing about the power of the claim's own bound.</summary>
    Kind,
}

/// <summary>A false variant: the claim with one datum changed, to be run through the claim's own checking path and refuted there.</summary>
/// <param name="Name">What was changed, in a few words.</param>
/// <param name="Change">Which datum.</param>
/// <param name="Apply">Makes the variant.</param>
public sealed record Twin(string Name, TwinChange Change, Func<Claim, Claim> Apply)
{
    /// <summary>The bound times a constant factor.</summary>
    /// <param name="factor">A formula without k or N, such as "1/2".</param>
    public static Twin Constant(string factor) =>
        new($"bound times {factor}", TwinChange.Constant, c => c with { Bound = c.Bound! * Expression.Parse(factor) });

    /// <summary>The bound times a factor that depends on k or N and tends to a constant: another constant, in effect.</summary>
    /// <param name="name">The resulting bound, for readers.</param>
    /// <param name="factor">The factor.</param>
    public static Twin Constant(string name, string factor) =>
        new(name, TwinChange.Constant, c => c with { Bound = c.Bound! * Expression.Parse(factor) });

    /// <summary>The bound times a factor that changes its order.</summary>
    /// <param name="name">The resulting bound, for readers.</param>
    /// <param name="factor">A formula in k or N.</param>
    public static Twin Order(string name, string factor) =>
        new(name, TwinChange.Order, c => c with { Bound = c.Bound! * Expression.Parse(factor) });

    /// <summary>A claim about an order with its exponent (or factor, or power) shifted.</summary>
    /// <param name="shift">Added to it.</param>
    public static Twin Exponent(double shift) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"exponent {(shift > 0 ? "+" : "-")} {Math.Abs(shift)}"),
        TwinChange.Order,
        c => c with { Order = c.Order!.Shifted(shift) });

    /// <summary>A claim about an order with its rate multiplied: exponent p, -log rho or q - 1.</summary>
    /// <param name="factor">Above one for a false upper claim.</param>
    public static Twin Rate(double factor) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rate times {factor}"),
        TwinChange.Order,
        c => c with { Order = c.Order!.Scaled(factor) });

    /// <summary>The twin of a claim that convergence is superlinear, which has no exponent: an order that Newton's method, of order two, and all slower ones break.</summary>
    public static Twin HigherOrder { get; } = new("order 2.5", TwinChange.Order, c => c with { Order = new SuperlinearOrder(2.5) });
}
