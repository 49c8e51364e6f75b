using System.Numerics;

namespace TheoryLab.Core;

/// <summary>Room for a symmetric matrix that is factored with a multiple of the identity added, and then solves systems.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IShiftedFactor<T>
    where T : struct, INumberBase<T>
{
    /// <summary>Room for A, row-major, of which the lower triangle is read by <see cref="Factor"/> and then overwritten.</summary>
    Span<T> Matrix { get; }

    /// <summary>Factors A + shift I, which has to be positive definite; if it is not, solutions may be anything and need not be finite.</summary>
    /// <param name="shift">Added to the diagonal.</param>
    void Factor(T shift);

    /// <summary>x &lt;- (A + shift I)^-1 x.</summary>
    /// <param name="x">The right-hand side and the solution.</param>
    void Solve(Span<T> x);
}
