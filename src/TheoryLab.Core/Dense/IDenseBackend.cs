namespace TheoryLab.Core;

/// <summary>
/// Dense linear algebra in doubles on row-major matrices in host memory. Targets share no storage with inputs, shapes fit (otherwise an
/// <see cref="ArgumentException"/>), and entries may be anything: an overflow or a NaN comes out where arithmetic puts it. A backend holds no state that a
/// call changes, so several threads may use it at once.
/// </summary>
public interface IDenseBackend
{
    /// <summary>The word for it in options and results.</summary>
    string Name { get; }

    /// <summary>What it is, with its version, for people.</summary>
    string Description { get; }

    /// <summary>y &lt;- A x; 2 m n operations.</summary>
    /// <param name="a">A, m x n.</param>
    /// <param name="x">n numbers.</param>
    /// <param name="y">m numbers.</param>
    void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y);

    /// <summary>y &lt;- A'x; 2 m n operations.</summary>
    /// <param name="a">A, m x n.</param>
    /// <param name="x">m numbers.</param>
    /// <param name="y">n numbers.</param>
    void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y);

    /// <summary>y &lt;- A x for symmetric A; 2 n^2 operations on half of the memory.</summary>
    /// <param name="a">n x n, of which the lower triangle is read.</param>
    /// <param name="x">n numbers.</param>
    /// <param name="y">n numbers.</param>
    void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y);

    /// <summary>C &lt;- A B; 2 m n k operations.</summary>
    /// <param name="a">A, m x k.</param>
    /// <param name="b">B, k x n.</param>
    /// <param name="c">C, m x n.</param>
    void Product(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, MatrixSpan c);

    /// <summary>C &lt;- A'A; m n^2 operations.</summary>
    /// <param name="a">A, m x n.</param>
    /// <param name="c">n x n, of which the lower triangle is written; the rest is left as it is.</param>
    void Gram(ReadOnlyMatrixSpan a, MatrixSpan c);

    /// <summary>A = L L' in place; n^3/3 operations.</summary>
    /// <param name="a">n x n, of which the lower triangle is read and becomes L; the rest is left as it is.</param>
    /// <returns>-1, or the index of the first pivot that is not positive; the matrix is then partly overwritten.</returns>
    int Factor(MatrixSpan a);

    /// <summary>x &lt;- (L L')^-1 x; 2 n^2 operations.</summary>
    /// <param name="factor">L of <see cref="Factor"/>.</param>
    /// <param name="x">Right-hand side and solution, n numbers.</param>
    void Solve(ReadOnlyMatrixSpan factor, Span<double> x);
}
