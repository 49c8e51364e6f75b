using System.Numerics;

namespace TheoryLab.Core;

/// <summary>Square roots of integers.</summary>
internal static class IntegerRoot
{
    /// <summary>floor(sqrt(n)) by Newton's iteration from above.</summary>
    public static BigInteger Floor(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        BigInteger x = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger y = (x + (n / x)) >> 1;
            if (y >= x)
            {
                return x;
            }

            x = y;
        }
    }
}
