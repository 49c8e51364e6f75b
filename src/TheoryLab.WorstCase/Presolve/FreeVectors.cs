using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>Finds base vectors u of which |u|^2 occurs in no constraint, and can therefore be as large as anything else requires.</summary>
internal static class FreeVectors
{
    /// <summary>For every base vector whether its square occurs, beyond rounding, or it occurs in an equality.</summary>
    /// <typeparam name="T">Coefficients.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="constraints">All constraints.</param>
    /// <param name="dimension">Number of base vectors.</param>
    public static bool[] Squared<T>(Form<T> objective, IEnumerable<NamedConstraint<T>> constraints, int dimension)
        where T : struct, INumber<T>
    {
        bool[] seen = new bool[dimension];
        Mark(objective, seen, anywhere: false);
        foreach (NamedConstraint<T> constraint in constraints)
        {
            // An equality between free values alone would have no Gram part, and no pivot.
            Mark(constraint.Expression, seen, anywhere: constraint.IsEquality);
        }

        return seen;
    }

    private static void Mark<T>(Form<T> form, bool[] seen, bool anywhere)
        where T : struct, INumber<T>
    {
        for (int u = 0; u < seen.Length; u++)
        {
            if (seen[u])
            {
                continue;
            }

            T sum = T.Zero, size = T.Zero;
            int terms = 0;
            foreach (Form<T>.Pair pair in form.Pairs)
            {
                T square = pair.Coefficient * At(pair.Left, u) * At(pair.Right, u);
                (sum, size, terms) = (sum + square, size + T.Abs(square), terms + 1);
                seen[u] |= anywhere && !(T.IsZero(At(pair.Left, u)) && T.IsZero(At(pair.Right, u)));
            }

            // Each term is two products, and is added once; its coordinates carry the rounding of the run.
            seen[u] |= ScalarMath.ToDouble(T.Abs(sum)) > 16 * terms * ScalarMath.UnitRoundoff<T>() * ScalarMath.ToDouble(size);
        }
    }

    private static T At<T>(T[] row, int i)
        where T : struct, INumber<T> => i < row.Length ? row[i] : T.Zero;
}
