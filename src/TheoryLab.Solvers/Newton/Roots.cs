using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>The roots in the schedule of root Newton.</summary>
internal static class Roots
{
    // From the root in doubles each step doubles the digits: 53, 106, ..., more than 3,000.
    private const int MostSteps = 6;

    /// <summary>The square root or the cube root of a number that is not negative.</summary>
    /// <param name="x">The number.</param>
    /// <param name="degree">2 or 3.</param>
    /// <exception cref="InputException">Another degree.</exception>
    public static T Of<T>(T x, int degree)
        where T : struct, INumber<T> => degree switch
        {
            2 => ScalarMath.Sqrt(x),
            3 => Cube(x),
            _ => throw new InputException("order of root-newton must be 3 or 4."),
        };

    /// <summary>Newton's method r - (r^3 - x)/(3 r^2) from the cube root in doubles, until a step does not change the root.</summary>
    private static T Cube<T>(T x)
        where T : struct, INumber<T>
    {
        if (ScalarMath.IsRational<T>())
        {
            throw new NotSupportedException("Exact rationals have no cube root; run this method in doubles or double-doubles.");
        }

        T r = ScalarMath.From<T>(Math.Cbrt(ScalarMath.ToDouble(x))), three = ScalarMath.From<T>(3);
        if (typeof(T) == typeof(double) || T.IsZero(r))
        {
            return r;
        }

        for (int i = 0; i < MostSteps; i++)
        {
            T next = r - (((r * r * r) - x) / (three * r * r));
            if (next == r)
            {
                break;
            }

            r = next;
        }

        return r;
    }
}
