namespace TheoryLab.Core;

/// <summary>Exponential and logarithm of double-doubles.</summary>
internal static class DoubleDoubleFunctions
{
    private const int Halvings = 9;
    private const int Terms = 11;

    // ln 2 to 107 bits: its nearest double and the double nearest to the rest.
    private static readonly DoubleDouble LogTwo = DoubleDouble.Sum(0.693147180559945286, 2.319046813846299558e-17);

    /// <summary>exp(x) = 2^m exp(r)^512 with r = (x - m ln 2)/512, |r| at most 7e-4, so that eleven terms leave less than 2^-130.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (double.IsNaN(x.High) || x.High > 709.78)
        {
            return double.IsNaN(x.High) ? x : double.PositiveInfinity;
        }

        if (x.High < -745)
        {
            return 0;
        }

        double m = Math.Round(x.High / LogTwo.High);
        DoubleDouble r = (x - (LogTwo * m)) * Math.ScaleB(1, -Halvings);
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

    /// <summary>Newton on exp(y) = x from y = log(x) in doubles: y + (x exp(-y) - 1), whose error is the square of the start's.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        double start = Math.Log(x.High);
        if (!double.IsFinite(start))
        {
            return start;
        }

        DoubleDouble y = start;
        DoubleDouble residual = (x * Exp(-y)) - DoubleDouble.One;
        return y + residual - (residual * residual / 2);
    }
}
