namespace TheoryLab.Core;

/// <summary>Exponential and logarithm of double-doubles.</summary>
internal static class DoubleDoubleFunctions
{
    private const int Halvings = 9;
    private const int Terms = 11;

    // ln 2 to 139 bits: 33 bits, whose product with an exponent is exact, and the rest as a pair.
    private const double LogTwoHead = 0.6931471804855391;
    private static readonly DoubleDouble LogTwoTail = DoubleDouble.Sum(7.440617110012397e-11, -1.3124698417785255e-27);

    /// <summary>exp(x) = 2^m exp(r)^512 with r = (x - m ln 2)/512, |r| at most 7e-4, so that eleven terms leave less than 2^-130.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (double.IsNaN(x.High) || x.High > 709.782712893384)
        {
            return double.IsNaN(x.High) ? x : double.PositiveInfinity;
        }

        if (x.High < -745)
        {
            return 0;
        }

        double m = Math.Round(x.High / LogTwoHead);
        DoubleDouble r = ((x - (LogTwoHead * m)) - (LogTwoTail * m)) * Math.ScaleB(1, -Halvings);
        DoubleDouble sum = 0;
        for (int i = Terms; i >= 1; i--)
        {
            sum = (DoubleDouble.One + sum) * r / i;
        }

        // sum = exp(r) - 1; (1 + s)^2 - 1 = 2 s + s^2 keeps the small part's digits through the squarings.
        for (int i = 0; i < Halvings; i++)
        {
            sum = (sum * 2) + (sum * sum);
        }

        DoubleDouble result = DoubleDouble.One + sum;
        int half = (int)m / 2;
        return result * Math.ScaleB(1, half) * Math.ScaleB(1, (int)m - half);
    }

    /// <summary>
    /// x = s 2^m with s near one, and Newton on exp(y) = s from y = log(s) in doubles: y + r - r^2/2 with r = s exp(-y) - 1, whose error is the
    /// cube of the start's.
    /// </summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        double logarithm = Math.Log(x.High);
        if (!double.IsFinite(logarithm))
        {
            return logarithm;
        }

        int m = (int)Math.Round(logarithm / LogTwoHead);
        DoubleDouble s = x.Scaled(-m), y = Math.Log(s.High);
        DoubleDouble residual = (s * Exp(-y)) - DoubleDouble.One;
        return (y + residual - (residual * residual / 2)) + (LogTwoTail * m) + (LogTwoHead * m);
    }
}
