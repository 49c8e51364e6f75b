namespace TheoryLab.Core;

/// <summary>The checks that every dense backend makes before it touches memory.</summary>
public static class DenseShapes
{
    /// <summary>Throws unless x and y fit y &lt;- A x.</summary>
    /// <param name="rows">Numbers that y needs.</param>
    /// <param name="columns">Numbers that x needs.</param>
    /// <param name="x">Length of x.</param>
    /// <param name="y">Length of y.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void CheckVectors(int rows, int columns, int x, int y)
    {
        if (x != columns || y != rows)
        {
            throw new ArgumentException($"A vector of {x} numbers cannot give one of {y} where {columns} and {rows} are needed.");
        }
    }

    /// <summary>Throws unless the matrix is square.</summary>
    /// <param name="a">The matrix.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckSquare(ReadOnlyMatrixSpan a)
    {
        if (a.Rows != a.Columns)
        {
            throw new ArgumentException($"A matrix of {a.Rows} x {a.Columns} is not square.", nameof(a));
        }
    }

    /// <summary>Throws unless the shapes fit C &lt;- A B.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void CheckProduct(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan b, ReadOnlyMatrixSpan c)
    {
        if (a.Columns != b.Rows || c.Rows != a.Rows || c.Columns != b.Columns)
        {
            throw new ArgumentException($"A {a.Rows} x {a.Columns} matrix times a {b.Rows} x {b.Columns} matrix does not give a {c.Rows} x {c.Columns} one.");
        }
    }

    /// <summary>Throws unless C is square with a row for every column of A.</summary>
    /// <param name="a">A.</param>
    /// <param name="c">C.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckGram(ReadOnlyMatrixSpan a, ReadOnlyMatrixSpan c)
    {
        if (c.Rows != a.Columns || c.Columns != a.Columns)
        {
            throw new ArgumentException($"A'A of a {a.Rows} x {a.Columns} matrix is not {c.Rows} x {c.Columns}.");
        }
    }
}
