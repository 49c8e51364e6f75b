using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Eigenvalues 2 + t and eigenvectors of [[2,b,c],[b,2,d],[c,d,2]]: t^3 = (b^2 + c^2 + d^2) t + 2bcd.</summary>
internal static class TripleEigen
{
    /// <summary>The root t of rank 0 (largest), 1 or 2, by Viete's formula in doubles and two Newton steps in the scalar where the root is simple.</summary>
    public static T Root<T>(T b, T c, T d, int rank)
        where T : struct, INumber<T>
    {
        T q = b * b + c * c + d * d, r = b * c * d, three = ScalarMath.From<T>(3);
        double p = ScalarMath.ToDouble(q) / 3, cosine = p == 0 ? 0 : ScalarMath.ToDouble(r) / (p * Math.Sqrt(p));
        double angle = Math.Acos(Math.Clamp(cosine, -1, 1)) / 3, start = 2 * Math.Sqrt(p) * Math.Cos(angle - (2 * Math.PI * rank / 3));
        T t = ScalarMath.From<T>(start);
        for (int k = 0; k < 2; k++)
        {
            T slope = three * t * t - q;
            t = Math.Abs(ScalarMath.ToDouble(slope)) > 1e-6 * p ? t - ((t * t - q) * t - (r + r)) / slope : t;
        }

        return t;
    }

    /// <summary>An eigenvector, in doubles.</summary>
    public static double[] Vector(double b, double c, double d, int rank) => VectorIn(b, c, d, rank);

    /// <summary>An eigenvector: the longest cross product of two rows of A - (2 + t) I.</summary>
    public static T[] VectorIn<T>(T b, T c, T d, int rank)
        where T : struct, INumber<T>
    {
        T t = Root(b, c, d, rank);
        T[][] rows = [[-t, b, c], [b, -t, d], [c, d, -t]];
        return new[] { Cross(rows[0], rows[1]), Cross(rows[1], rows[2]), Cross(rows[2], rows[0]) }.MaxBy(v => v.Sum(e => Math.Pow(ScalarMath.ToDouble(e), 2)))!;
    }

    private static T[] Cross<T>(T[] u, T[] v)
        where T : struct, INumber<T> => [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}
