using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Which side of the bound the measure must stay on.</summary>
internal enum Relation
{
    AtMost,
    AtLeast,
    Equal,
}

/// <summary>A measured value beside its bound at one iteration, in one scalar.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="Iteration">k.</param>
/// <param name="Measured">The measure at x_k.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Ratio">1 at equality, above 1 on the wrong side; NaN where both drown in their errors.</param>
/// <param name="Margin">By how much the statement fails at the computed values; negative where it holds.</param>
internal readonly record struct Comparison<T>(int Iteration, Tracked<T> Measured, Tracked<T> Bound, double Ratio, T Margin)
    where T : struct, INumber<T>
{
    /// <summary>What the printed digits of a recorded run leave open of the difference; zero elsewhere.</summary>
    public double Open { get; init; }

    // Twenty bits of a ratio: what makes a difference to a search is larger, what round-off makes of a vanishing bound is not known so well.
    private const double KnownShare = 1.0 / (1 << 20);

    /// <summary>Whether the ratio is known to twenty bits; one of two values that drown in their errors says nothing.</summary>
    public bool IsKnown => !double.IsNaN(Ratio) && Allowance <= KnownShare * Math.Abs(ScalarMath.ToDouble(Bound.Value));

    /// <summary>The forward errors of evaluating measure and bound.</summary>
    public double Roundoff => Measured.Error + Bound.Error;

    /// <summary>The allowance: these errors, and what printed digits leave open.</summary>
    public double Allowance => Roundoff + Open;

    /// <summary>Whether the statement fails by more than the allowance.</summary>
    public bool IsViolation => ScalarMath.ToDouble(Margin) is var margin && (double.IsPositiveInfinity(margin) || margin > Allowance);

    /// <summary>Compares a measured value with its bound.</summary>
    /// <param name="relation">Which side is right.</param>
    /// <param name="iteration">k.</param>
    /// <param name="measured">The measure.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="open">What printed digits leave open of the difference.</param>
    public static Comparison<T> Of(Relation relation, int iteration, Tracked<T> measured, Tracked<T> bound, double open = 0)
    {
        T difference = measured.Value - bound.Value;
        T margin = T.IsNaN(difference) ? -T.One : relation switch
        {
            Relation.AtMost => difference,
            Relation.AtLeast => -difference,
            _ => T.Abs(difference),
        };
        double m = ScalarMath.ToDouble(measured.Value), b = ScalarMath.ToDouble(bound.Value), noise = measured.Error + bound.Error;
        double ratio = relation switch
        {
            Relation.AtMost => Quotient(m, b, noise),
            Relation.AtLeast => Quotient(b, m, noise),
            _ when double.IsInfinity(m) || double.IsInfinity(b) => Math.Abs(m - b),
            _ => 1 + Math.Abs(Quotient(Math.Abs(m - b), Math.Max(Math.Abs(m), Math.Abs(b)), noise)),
        };
        return new(iteration, measured, bound, ratio, margin) { Open = open };
    }

    private static double Quotient(double x, double y, double noise) =>
        double.IsNaN(x) || double.IsNaN(y) || (double.IsInfinity(x) && x == y) ? double.NaN
        : double.IsPositiveInfinity(y) || double.IsNegativeInfinity(x) ? 0
        : double.IsPositiveInfinity(x) || double.IsNegativeInfinity(y) ? double.PositiveInfinity
        : y < -noise ? (x > y ? double.PositiveInfinity : y / x)
        : Math.Abs(y) > noise ? x / y
        : x > noise ? double.PositiveInfinity
        : double.NaN;
}
