using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

public class CertifiedEigenvalueTests
{
    // A = D (I - 2 v v'/|v|^2) with v of small integers and |v|^2 a power of two: the spectrum of A'A is D^2, exactly, in doubles.
    [Fact]
    public void TheBoundsEncloseAKnownSpectrum() => Any.Seed(100, random =>
    {
        int n = 4 * random.Next(1, 9), rows = n + random.Next(3);
        double scale = Math.ScaleB(1, random.Next(-400, 400));
        double[] d = [.. Enumerable.Range(0, n).Select(_ => scale * random.Next(1, 1 << 20))];
        bool full = (n & (n - 1)) == 0;
        double[] v = [.. Enumerable.Range(0, n).Select(i => full || i < 4 ? random.Next(2) == 0 ? 1.0 : -1 : 0)];
        double norm = v.Sum(x => x * x);
        double[] matrix = new double[rows * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = d[i] * ((i == j ? 1 : 0) - (2 * v[i] * v[j] / norm));
            }
        }

        (double smallest, double largest) = CertifiedEigenvalue.OfGram(matrix, rows);
        Rational top = Square(d.Max()), bottom = Square(d.Min()), trace = d.Aggregate(Rational.Zero, (sum, x) => sum + Square(x));
        Assert.True(Rational.FromDouble(largest) >= top);
        Assert.True(Rational.FromDouble(largest) <= top * Rational.FromDouble(1 + 1e-6));
        Assert.True(Rational.FromDouble(smallest) <= bottom);
        Assert.True(Rational.FromDouble(smallest) >= bottom - (trace * Rational.FromDouble(1e-6)));
    });

    [Fact]
    public void ARepeatedRowHasOneEigenvalue()
    {
        double[] matrix = [.. Enumerable.Repeat(new[] { 3.0, 4.0 }, 100).SelectMany(x => x)];
        (double smallest, double largest) = CertifiedEigenvalue.OfGram(matrix, 100);
        Assert.Equal(0, smallest);
        Assert.InRange(largest, 2500, 2500 * (1 + 1e-6));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-200)]
    public void ZeroAndUnderflowKeepAnUpperBound(double entry)
    {
        double largest = CertifiedEigenvalue.LargestOfGram([entry, entry], 2);
        Assert.True(Rational.FromDouble(largest) >= Square(entry) + Square(entry));
    }

    [Fact]
    public void OverflowIsReported() => Assert.Throws<ArithmeticException>(() => CertifiedEigenvalue.LargestOfGram([1e200], 1));

    private static Rational Square(double x) => Rational.FromDouble(x) * Rational.FromDouble(x);
}
