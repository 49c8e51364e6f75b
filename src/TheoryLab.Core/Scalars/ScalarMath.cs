using System.Numerics;
using System.Runtime.CompilerServices;

namespace TheoryLab.Core;

/// <summary>
/// The functions beyond field arithmetic that formulas need, for <see cref="double"/> and every <see cref="IRealScalar{TSelf}"/>.
/// The framework's own interfaces (<c>IRootFunctions</c>, …) would ask exact rationals for pi and cube roots.
/// </summary>
public static class ScalarMath
{
    /// <summary>The scalar equal to a finite double, exactly.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="value">A finite double.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T From<T>(double value)
        where T : struct, INumberBase<T> => T.CreateChecked(value);

    /// <summary>Whether the scalar is exact rationals, alone or with a running error: they have no exponentials, and no roots of a polynomial. A constant to the JIT.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    public static bool IsRational<T>()
        where T : struct => typeof(T) == typeof(Rational) || typeof(T) == typeof(Tracked<Rational>);

    /// <summary>A double nearest to the scalar.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="value">Any value of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble<T>(T value)
        where T : struct, INumberBase<T> => double.CreateChecked(value);

    /// <summary>
    /// The square root. For <see cref="Rational"/> it is exact for squares of rationals and otherwise an explicit rounding to
    /// 2^-<see cref="Rational.RootBits"/>, relative.
    /// </summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">A value that is not negative.</param>
    /// <exception cref="NotSupportedException">The scalar has no square root.</exception>
    public static T Sqrt<T>(T x)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(Math.Sqrt(Unsafe.BitCast<T, double>(x))) : Real<T>.Sqrt(x);

    /// <summary>The exponential function.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">The exponent.</param>
    /// <exception cref="NotSupportedException">The scalar has no exponential, as exact rationals have none.</exception>
    public static T Exp<T>(T x)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(Math.Exp(Unsafe.BitCast<T, double>(x))) : Real<T>.Exp(x);

    /// <summary>The natural logarithm.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">A positive value.</param>
    /// <exception cref="NotSupportedException">The scalar has no logarithm, as exact rationals have none.</exception>
    public static T Log<T>(T x)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(Math.Log(Unsafe.BitCast<T, double>(x))) : Real<T>.Log(x);

    /// <summary>The sine.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">An angle in radians.</param>
    /// <exception cref="NotSupportedException">The scalar has no sine, as exact rationals have none.</exception>
    public static T Sin<T>(T x)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(Math.Sin(Unsafe.BitCast<T, double>(x))) : Real<T>.Sin(x);

    /// <summary>The cosine.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">An angle in radians.</param>
    /// <exception cref="NotSupportedException">The scalar has no cosine, as exact rationals have none.</exception>
    public static T Cos<T>(T x)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(Math.Cos(Unsafe.BitCast<T, double>(x))) : Real<T>.Cos(x);

    /// <summary>x to an integer power by repeated squaring.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="x">The base.</param>
    /// <param name="exponent">Any integer; a negative one divides.</param>
    public static T Power<T>(T x, int exponent)
        where T : struct, INumberBase<T>
    {
        T result = T.One, square = x;
        for (int e = Math.Abs(exponent); e > 0; e >>= 1)
        {
            if ((e & 1) != 0)
            {
                result *= square;
            }

            if (e > 1)
            {
                square *= square;
            }
        }

        return exponent < 0 ? T.One / result : result;
    }

    /// <summary>
    /// The unit round-off: a bound on the relative error of one addition, multiplication, division or square root.
    /// 2^-53 for doubles, 2^-102 for double-doubles (Joldes, Muller and Popescu 2017 prove at most 10 * 2^-106), 0 for rationals; for
    /// <see cref="BigReal"/> 2^-1000, above its 2^-1023, which would not be a normal double.
    /// </summary>
    /// <typeparam name="T">The scalar.</typeparam>
    public static double UnitRoundoff<T>()
        where T : struct =>
        typeof(T) == typeof(double) ? 1.0 / (1L << 53)
        : typeof(T) == typeof(DoubleDouble) ? 1.0 / (1L << 51) / (1L << 51)
        : typeof(T) == typeof(Rational) ? 0.0
        : typeof(T) == typeof(BigReal) ? Math.ScaleB(1, -1000)
        : throw new NotSupportedException($"The unit round-off of {typeof(T).Name} is not known.");

    private static class Real<T>
        where T : struct
    {
        // Boxing is confined to the rare scalars; doubles never come here.
        private static readonly IElementary<T> Elementary = ElementaryFunctions.For<T>();

        public static T Sqrt(T x) => Elementary.Sqrt(x);

        public static T Exp(T x) => Elementary.Exp(x);

        public static T Log(T x) => Elementary.Log(x);

        public static T Sin(T x) => Elementary.Sin(x);

        public static T Cos(T x) => Elementary.Cos(x);
    }
}
