using System.Globalization;
using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A computed value together with a bound on its distance from the exact result: Wilkinson's running error analysis as a scalar. The code of
/// a measure or a bound, run on it, gives the measured number and the allowance that its own arithmetic needs.
/// </summary>
/// <remarks>
/// Each operation adds the rounding of its result, u |value|, to the propagated errors (u from <see cref="ScalarMath.UnitRoundoff{T}"/>), adds
/// eight times the smallest double for what may underflow in the result and in the bound, and inflates the bound by 2^-48 for the rounding of
/// the bound itself. An error without a bound is infinite. Higham, Accuracy and Stability of Numerical Algorithms, section 3.3.
/// Comparisons look at values only. With T = <see cref="Rational"/> every error stays zero.
/// </remarks>
/// <typeparam name="T">The scalar that is tracked.</typeparam>
public readonly struct Tracked<T> : IRealScalar<Tracked<T>>, IEnclosingScalar<Tracked<T>>
    where T : struct, INumber<T>
{
    private const double Inflation = 1 + (1.0 / (1L << 48));

    // The elementary functions are not correctly rounded: two units for doubles (the C libraries stay below one), 2^-96 for double-doubles.
    private static readonly double FunctionRoundoff = typeof(T) == typeof(DoubleDouble) ? 1.0 / (1L << 48) / (1L << 48) : 4 * ScalarMath.UnitRoundoff<T>();

    private static readonly double U = ScalarMath.UnitRoundoff<T>();

    // What may be lost in the conversion of a value to a double: nothing, half an ulp, or one ulp; twice that, for the product's rounding.
    private static readonly double Kept = typeof(T) == typeof(double) ? 1 : 1 - (1.0 / (1L << 51));

    /// <summary>A value known up to an error.</summary>
    /// <param name="value">The computed value.</param>
    /// <param name="error">A bound on |value - exact|, at least zero; zero for data.</param>
    public Tracked(T value, double error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The computed value.</summary>
    public T Value { get; }

    /// <summary>A bound on the distance of <see cref="Value"/> from the exact result.</summary>
    public double Error { get; }

    /// <inheritdoc/>
    public static Tracked<T> Zero => default;

    /// <inheritdoc/>
    public static Tracked<T> One => new(T.One, 0);

    private double Magnitude => Math.Abs(ScalarMath.ToDouble(Value));

    // A lower bound on the magnitude of the exact result; negative or zero if that may vanish.
    private double Least => (Magnitude * Kept) - Error;

    /// <summary>Exact data.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Tracked<T>(T value) => new(value, 0);

    /// <inheritdoc/>
    public static Tracked<T> operator +(Tracked<T> left, Tracked<T> right) => Rounded(left.Value + right.Value, left.Error + right.Error, U);

    /// <inheritdoc/>
    public static Tracked<T> operator -(Tracked<T> left, Tracked<T> right) => Rounded(left.Value - right.Value, left.Error + right.Error, U);

    /// <inheritdoc/>
    public static Tracked<T> operator -(Tracked<T> value) => new(-value.Value, value.Error);

    /// <inheritdoc/>
    public static Tracked<T> operator *(Tracked<T> left, Tracked<T> right) => Rounded(
        left.Value * right.Value,
        left.Error == 0 && right.Error == 0 ? 0
            : Math.Max(double.Epsilon, (left.Magnitude * right.Error) + (right.Magnitude * left.Error) + (left.Error * right.Error)),
        U);

    /// <inheritdoc/>
    public static Tracked<T> operator /(Tracked<T> left, Tracked<T> right)
    {
        // |a/b - A/B| <= ea / (|b| - eb) + |a/b| eb / (|b| - eb), unbounded when B may be zero. The quotient may have underflowed.
        T quotient = left.Value / right.Value;
        double gap = right.Least;
        double propagated = left.Error == 0 && right.Error == 0 ? 0
            : gap > 0 ? Math.Max(double.Epsilon, (left.Error / gap) + ((Math.Abs(ScalarMath.ToDouble(quotient)) + double.Epsilon) * (right.Error / gap)))
            : double.PositiveInfinity;
        return Rounded(quotient, propagated, U);
    }

    /// <inheritdoc/>
    public static Tracked<T> operator %(Tracked<T> left, Tracked<T> right) => new(left.Value % right.Value, double.PositiveInfinity);

    /// <inheritdoc/>
    public static bool operator ==(Tracked<T> left, Tracked<T> right) => left.Value == right.Value;

    /// <inheritdoc/>
    public static bool operator !=(Tracked<T> left, Tracked<T> right) => left.Value != right.Value;

    /// <inheritdoc/>
    public static bool operator <(Tracked<T> left, Tracked<T> right) => left.Value < right.Value;

    /// <inheritdoc/>
    public static bool operator >(Tracked<T> left, Tracked<T> right) => left.Value > right.Value;

    /// <inheritdoc/>
    public static bool operator <=(Tracked<T> left, Tracked<T> right) => left.Value <= right.Value;

    /// <inheritdoc/>
    public static bool operator >=(Tracked<T> left, Tracked<T> right) => left.Value >= right.Value;

    /// <summary>The smaller value; its error covers the other choice as well, since min is 1-Lipschitz in the largest error.</summary>
    /// <param name="x">A value.</param>
    /// <param name="y">A value.</param>
    public static Tracked<T> Min(Tracked<T> x, Tracked<T> y) => new(T.Min(x.Value, y.Value), Math.Max(x.Error, y.Error));

    /// <summary>The larger value, with the error of <see cref="Min"/>.</summary>
    /// <param name="x">A value.</param>
    /// <param name="y">A value.</param>
    public static Tracked<T> Max(Tracked<T> x, Tracked<T> y) => new(T.Max(x.Value, y.Value), Math.Max(x.Error, y.Error));

    /// <inheritdoc/>
    public Tracked<T> WithoutError() => Value;

    /// <inheritdoc/>
    public Tracked<T> Enclosing(Tracked<T> other) =>
        new(Value, (Math.Max(Error, Math.Abs(ScalarMath.ToDouble(Value - other.Value)) + other.Error) + (8 * double.Epsilon)) * Inflation);

    /// <inheritdoc/>
    public Tracked<T> Tighter(Tracked<T> other) => other.Error < Error ? other : this;

    /// <inheritdoc/>
    public static Tracked<T> FromDouble(double value) => new(ScalarMath.From<T>(value), 0);

    /// <inheritdoc/>
    public static double ToDouble(Tracked<T> value) => ScalarMath.ToDouble(value.Value);

    /// <inheritdoc/>
    public static bool IsFinite(Tracked<T> value) => T.IsFinite(value.Value);

    /// <inheritdoc/>
    public static bool IsNaN(Tracked<T> value) => T.IsNaN(value.Value);

    /// <inheritdoc/>
    public static bool IsZero(Tracked<T> value) => T.IsZero(value.Value);

    /// <inheritdoc/>
    public static bool IsNegative(Tracked<T> value) => T.IsNegative(value.Value);

    /// <inheritdoc/>
    public static bool IsInteger(Tracked<T> value) => T.IsInteger(value.Value);

    /// <inheritdoc/>
    public static bool IsPositiveInfinity(Tracked<T> value) => T.IsPositiveInfinity(value.Value);

    /// <inheritdoc/>
    public static bool IsNegativeInfinity(Tracked<T> value) => T.IsNegativeInfinity(value.Value);

    /// <inheritdoc/>
    /// <remarks>
    /// |sqrt a - sqrt A| = |a - A| / (sqrt a + sqrt A), and A is at least a - error; it is at most the root of |a - A| as well. For rationals the
    /// root's own rounding is added.
    /// </remarks>
    public Tracked<T> SquareRoot()
    {
        if (Value < T.Zero && Magnitude <= Error)
        {
            return new(T.Zero, Math.Sqrt(Error) * Inflation);
        }

        T root = ScalarMath.Sqrt(Value);
        double r = ScalarMath.ToDouble(root);
        double propagated = Error == 0 ? 0 : Math.Min(Math.Sqrt(Error), Error / (r + Math.Sqrt(Math.Max(0, Least))));
        bool inexactRational = typeof(T) == typeof(Rational) && root * root != Value;
        return Rounded(root, propagated, inexactRational ? Math.ScaleB(1, 1 - Rational.RootBits) : U);
    }

    /// <inheritdoc/>
    public Tracked<T> Exponential()
    {
        // |exp A - exp a| <= exp a (exp e - 1), and exp e - 1 <= e + e^2 for e at most one; exp a may have underflowed.
        T value = ScalarMath.Exp(Value);
        double growth = Error <= 1 ? Error + (Error * Error) : Math.Exp(Error);
        double propagated = Error == 0 ? 0 : (Math.Abs(ScalarMath.ToDouble(value)) + (8 * double.Epsilon)) * growth;
        return Rounded(value, propagated, FunctionRoundoff);
    }

    /// <inheritdoc/>
    public Tracked<T> Logarithm()
    {
        T value = ScalarMath.Log(Value);
        double propagated = Error == 0 ? 0 : Least > 0 ? Error / Least : double.PositiveInfinity;
        return Rounded(value, propagated + (typeof(T) == typeof(DoubleDouble) ? FunctionRoundoff : 0), FunctionRoundoff);
    }

    /// <inheritdoc/>
    /// <remarks>Sine and cosine are 1-Lipschitz and at most one, so that the error is at most that of the angle, and two.</remarks>
    public Tracked<T> Sine() => Circular(ScalarMath.Sin(Value));

    /// <inheritdoc/>
    public Tracked<T> Cosine() => Circular(ScalarMath.Cos(Value));

    /// <inheritdoc/>
    public int CompareTo(Tracked<T> other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is Tracked<T> other ? CompareTo(other) : throw new ArgumentException("Not a tracked scalar.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(Tracked<T> other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tracked<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>"value ± error".</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        $"{Value.ToString(format, formatProvider)} ± {Error.ToString("E1", formatProvider)}";

    // Double-doubles are within an absolute 2^-96, doubles within a relative error at any angle.
    private Tracked<T> Circular(T value) =>
        Rounded(value, Math.Min(2, Error) + (typeof(T) == typeof(DoubleDouble) ? FunctionRoundoff : 0), FunctionRoundoff);

    private static Tracked<T> Rounded(T value, double propagated, double roundoff)
    {
        double rounding = roundoff == 0 && propagated == 0 ? 0 : (roundoff * Math.Abs(ScalarMath.ToDouble(value))) + (8 * double.Epsilon);
        double error = (propagated + rounding) * Inflation;
        return new(value, double.IsNaN(error) ? double.PositiveInfinity : error);
    }
}
