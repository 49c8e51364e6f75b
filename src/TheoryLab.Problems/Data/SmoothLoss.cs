using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A function with two derivatives in one scalar; what a problem and the search for its minimiser share.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal interface ISmoothFunction<T>
    where T : struct, INumber<T>
{
    /// <summary>f(w).</summary>
    T Value(ReadOnlySpan<T> w);

    /// <summary>gradient &lt;- grad f(w).</summary>
    void Gradient(ReadOnlySpan<T> w, Span<T> gradient);

    /// <summary>result &lt;- (Hessian at w) direction.</summary>
    void HessianProduct(ReadOnlySpan<T> w, ReadOnlySpan<T> direction, Span<T> result);

    /// <summary>matrix &lt;- the curvature matrix at w, row-major, its lower triangle.</summary>
    /// <exception cref="InputException">The function has no such matrix.</exception>
    void CurvatureMatrix(ReadOnlySpan<T> w, Curvature curvature, Span<T> matrix);

    /// <summary>The Hessian at w, row-major, lower triangle only. Allocates.</summary>
    T[] Hessian(ReadOnlySpan<T> w);
}

/// <summary>An average of losses of linear functions plus (reg/2)|w|^2, in one scalar; what a problem and the search for its minimiser share.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="matrix">Row-major; shared, not copied.</param>
/// <param name="rows">m.</param>
/// <param name="regularization">reg.</param>
internal abstract class SmoothLoss<T>(T[] matrix, int rows, T regularization) : ISmoothFunction<T>
    where T : struct, INumber<T>
{
    private readonly T _rowCount = ScalarMath.From<T>(rows);

    protected static T Two => T.One + T.One;

    /// <summary>m.</summary>
    public int Rows => rows;

    /// <summary>reg.</summary>
    public T Regularization => regularization;

    /// <summary>An entry of the matrix.</summary>
    public T Entry(int row, int column, int columns) => matrix[(row * columns) + column];

    /// <summary>f(w) = (1/m) sum loss_i(a_i'w) + (reg/2)|w|^2.</summary>
    public T Value(ReadOnlySpan<T> w)
    {
        T sum = T.Zero;
        for (int i = 0; i < rows; i++)
        {
            sum += Loss(i, Reductions.Dot(Row(i, w.Length), w));
        }

        return (sum / _rowCount) + (regularization / Two * Reductions.Dot(w, w));
    }

    /// <summary>gradient &lt;- (1/m) sum loss_i'(a_i'w) a_i + reg w.</summary>
    public void Gradient(ReadOnlySpan<T> w, Span<T> gradient)
    {
        gradient.Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = Row(i, w.Length);
            HostKernels.Combine(gradient, T.One, gradient, Slope(i, Reductions.Dot(row, w)), row);
        }

        HostKernels.Combine(gradient, T.One / _rowCount, gradient, regularization, w);
    }

    /// <summary>result &lt;- (1/m) sum loss_i''(a_i'w) (a_i'd) a_i + reg d.</summary>
    public void HessianProduct(ReadOnlySpan<T> w, ReadOnlySpan<T> direction, Span<T> result)
    {
        result.Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = Row(i, w.Length);
            T weight = Bend(Reductions.Dot(row, w)) * Reductions.Dot(row, direction);
            HostKernels.Combine(result, T.One, result, weight, row);
        }

        HostKernels.Combine(result, T.One / _rowCount, result, regularization, direction);
    }

    public T[] Hessian(ReadOnlySpan<T> w)
    {
        T[] hessian = new T[w.Length * w.Length];
        CurvatureMatrix(w, Curvature.Hessian, hessian);
        return hessian;
    }

    /// <summary>
    /// The weight of a_i a_i' is loss'' in the Hessian, which is the Gauss-Newton matrix of a loss of linear functions as well, and the square of
    /// loss_i' in the Fisher matrix; all have reg I added.
    /// </summary>
    public void CurvatureMatrix(ReadOnlySpan<T> w, Curvature curvature, Span<T> matrix)
    {
        int n = w.Length;
        matrix.Clear();
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = Row(i, n);
            T t = Reductions.Dot(row, w), slope = curvature == Curvature.Fisher ? Slope(i, t) : T.Zero;
            T weight = (curvature == Curvature.Fisher ? slope * slope : Bend(t)) / _rowCount;
            for (int j = 0; j < n; j++)
            {
                Span<T> target = matrix.Slice(j * n, j + 1);
                HostKernels.Combine(target, T.One, target, weight * row[j], row);
            }
        }

        for (int j = 0; j < n; j++)
        {
            matrix[(j * n) + j] += regularization;
        }
    }

    /// <summary>loss_i(t).</summary>
    public abstract T Loss(int row, T t);

    /// <summary>loss_i'(t).</summary>
    public abstract T Slope(int row, T t);

    /// <summary>loss''(t), the same for every row.</summary>
    public abstract T Bend(T t);

    private ReadOnlySpan<T> Row(int row, int columns) => matrix.AsSpan(row * columns, columns);
}

/// <summary>log(1 + exp(-t)) on rows b_i a_i, the labels being folded into the matrix, which costs no rounding.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="signedMatrix">Rows b_i a_i.</param>
/// <param name="rows">m.</param>
/// <param name="regularization">reg.</param>
internal sealed class LogisticLoss<T>(T[] signedMatrix, int rows, T regularization) : SmoothLoss<T>(signedMatrix, rows, regularization)
    where T : struct, INumber<T>
{
    // Only exponentials of -|t| are taken: they lie in (0, 1] and cannot overflow.
    public override T Loss(int row, T t) => T.Max(-t, T.Zero) + ScalarMath.Log(T.One + ScalarMath.Exp(-T.Abs(t)));

    public override T Slope(int row, T t)
    {
        T e = ScalarMath.Exp(-T.Abs(t));
        return -(t > T.Zero ? e : T.One) / (T.One + e);
    }

    public override T Bend(T t)
    {
        T e = ScalarMath.Exp(-T.Abs(t)), d = T.One + e;
        return e / (d * d);
    }
}

/// <summary>(t - b_i)^2/2.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="matrix">Rows a_i.</param>
/// <param name="targets">b.</param>
/// <param name="regularization">reg.</param>
internal sealed class SquaredLoss<T>(T[] matrix, T[] targets, T regularization) : SmoothLoss<T>(matrix, targets.Length, regularization)
    where T : struct, INumber<T>
{
    public override T Loss(int row, T t)
    {
        T residual = t - targets[row];
        return residual * residual / Two;
    }

    public override T Slope(int row, T t) => t - targets[row];

    public override T Bend(T t) => T.One;
}
