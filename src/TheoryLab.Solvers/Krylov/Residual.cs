using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Where methods end that carry the residual along by its recurrence.</summary>
/// <remarks>
/// The recurred residual goes on to shrink when the point rests at its round-off; near underflow its quotients mean nothing and would throw the point away.
/// </remarks>
internal static class Residual<TScalar>
    where TScalar : struct, INumber<TScalar>
{
    /// <summary>A square or an energy of the residual at or below which a run has ended.</summary>
    public static readonly TScalar Negligible = ScalarMath.From<TScalar>(1e-280);
}
