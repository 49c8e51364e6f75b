namespace TheoryLab.Core;

/// <summary>Sine and cosine of double-doubles, within 2^-96 for angles up to 2^30; not a number beyond.</summary>
/// <remarks>
/// x = n pi/2 + r with |r| at most pi/4 and a little. The products of n and the first two parts of pi/2 are exact pairs; n has 30 bits, so that what
/// the third part misses is below 2^-130. The subtractions have relative error 3 * 2^-106 each (Joldes, Muller and Popescu 2017) and lose at most
/// 3 * 2^-106 * pi/4 absolutely. Taylor's series to the power 31 leaves less than 2^-115.
/// </remarks>
internal static class DoubleDoubleTrigonometry
{
    private const double Largest = 1L << 30;
    private const int LastPower = 31;

    // pi/2 in three doubles, to 160 bits.
    private const double HalfPi1 = 1.5707963267948966;
    private const double HalfPi2 = 6.123233995736766e-17;
    private const double HalfPi3 = -1.4973849048591698e-33;

    public static DoubleDouble Sin(DoubleDouble x) => Evaluate(x, 0);

    public static DoubleDouble Cos(DoubleDouble x) => Evaluate(x, 1);

    private static DoubleDouble Evaluate(DoubleDouble x, int quarterTurns)
    {
        if (!(Math.Abs(x.High) <= Largest))
        {
            return double.NaN;
        }

        double n = Math.Round(x.High / HalfPi1);
        DoubleDouble r = x - DoubleDouble.Product(n, HalfPi1) - DoubleDouble.Product(n, HalfPi2) - DoubleDouble.Product(n, HalfPi3);
        int quadrant = (int)((((long)n + quarterTurns) % 4) + 4) % 4;
        DoubleDouble value = int.IsEvenInteger(quadrant) ? Series(r, LastPower) * r : Series(r, LastPower - 1);
        return quadrant < 2 ? value : -value;
    }

    /// <summary>1 - r^2/((p-1) p) (1 - r^2/((p-3)(p-2)) (...)): sin(r)/r for odd p, cos(r) for even p.</summary>
    private static DoubleDouble Series(DoubleDouble r, int power)
    {
        DoubleDouble square = r * r, sum = 1;
        for (int p = power; p >= 2; p -= 2)
        {
            sum = DoubleDouble.One - (square * sum / (p * (p - 1)));
        }

        return sum;
    }
}
