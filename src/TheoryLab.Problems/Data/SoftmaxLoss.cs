using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The average over rows of log sum_c exp(a_i'w_c) - a_i'w_{y_i}, plus (reg/2)|w|^2. The weights of the classes follow each other in w: class c has
/// components c n to c n + n - 1. Not for several threads at once.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="matrix">Rows a_i, row-major; shared, not copied.</param>
/// <param name="classOf">y_i, from zero.</param>
/// <param name="classes">How many classes.</param>
/// <param name="regularization">reg.</param>
internal sealed class SoftmaxLoss<T>(T[] matrix, int[] classOf, int classes, T regularization) : ISmoothFunction<T>
    where T : struct, INumber<T>
{
    private readonly int _n = matrix.Length / classOf.Length;
    private readonly T[] _p = new T[classes];
    private readonly T[] _z = new T[classes];
    private readonly T _rowCount = ScalarMath.From<T>(classOf.Length);

    private static T Two => T.One + T.One;

    public T Value(ReadOnlySpan<T> w)
    {
        T sum = T.Zero;
        for (int i = 0; i < classOf.Length; i++)
        {
            sum += Probabilities(i, w) - _z[classOf[i]];
        }

        return (sum / _rowCount) + (regularization / Two * Reductions.Dot(w, w));
    }

    public void Gradient(ReadOnlySpan<T> w, Span<T> gradient)
    {
        gradient.Clear();
        for (int i = 0; i < classOf.Length; i++)
        {
            Probabilities(i, w);
            for (int c = 0; c < classes; c++)
            {
                Span<T> block = gradient.Slice(c * _n, _n);
                HostKernels.Combine(block, T.One, block, c == classOf[i] ? _p[c] - T.One : _p[c], Row(i));
            }
        }

        HostKernels.Combine(gradient, T.One / _rowCount, gradient, regularization, w);
    }

    public void HessianProduct(ReadOnlySpan<T> w, ReadOnlySpan<T> direction, Span<T> result)
    {
        result.Clear();
        for (int i = 0; i < classOf.Length; i++)
        {
            Probabilities(i, w);
            T mean = T.Zero;
            for (int c = 0; c < classes; c++)
            {
                _z[c] = Reductions.Dot(Row(i), direction.Slice(c * _n, _n));
                mean += _p[c] * _z[c];
            }

            for (int c = 0; c < classes; c++)
            {
                Span<T> block = result.Slice(c * _n, _n);
                HostKernels.Combine(block, T.One, block, _p[c] * (_z[c] - mean), Row(i));
            }
        }

        HostKernels.Combine(result, T.One / _rowCount, result, regularization, direction);
    }

    /// <summary>Blocks (p_c [c = d] - p_c p_d) a_i a_i' in the Hessian; with q = p - e_y, q_c q_d a_i a_i' in the Fisher matrix; reg I is added.</summary>
    public void CurvatureMatrix(ReadOnlySpan<T> w, Curvature curvature, Span<T> matrix)
    {
        int size = classes * _n;
        matrix.Clear();
        for (int i = 0; i < classOf.Length; i++)
        {
            Probabilities(i, w);
            ReadOnlySpan<T> row = Row(i);
            for (int c = 0; c < classes; c++)
            {
                for (int d = 0; d <= c; d++)
                {
                    T weight = Weight(c, d, classOf[i], curvature) / _rowCount;
                    for (int j = 0; j < _n; j++)
                    {
                        Span<T> target = matrix.Slice((((c * _n) + j) * size) + (d * _n), c == d ? j + 1 : _n);
                        HostKernels.Combine(target, T.One, target, weight * row[j], row);
                    }
                }
            }
        }

        for (int j = 0; j < size; j++)
        {
            matrix[(j * size) + j] += regularization;
        }
    }

    public T[] Hessian(ReadOnlySpan<T> w)
    {
        T[] hessian = new T[w.Length * w.Length];
        CurvatureMatrix(w, Curvature.Hessian, hessian);
        return hessian;
    }

    private T Weight(int c, int d, int label, Curvature curvature)
    {
        if (curvature == Curvature.Fisher)
        {
            return (c == label ? _p[c] - T.One : _p[c]) * (d == label ? _p[d] - T.One : _p[d]);
        }

        return c == d ? _p[c] * (T.One - _p[c]) : -(_p[c] * _p[d]);
    }

    /// <summary>z &lt;- a_i'w_c, p &lt;- softmax(z); returns log sum exp z. Exponentials are of numbers at most zero.</summary>
    private T Probabilities(int i, ReadOnlySpan<T> w)
    {
        T top = Reductions.Dot(Row(i), w[.._n]), sum = T.Zero;
        for (int c = 0; c < classes; c++)
        {
            _z[c] = Reductions.Dot(Row(i), w.Slice(c * _n, _n));
            top = T.Max(top, _z[c]);
        }

        for (int c = 0; c < classes; c++)
        {
            _p[c] = ScalarMath.Exp(_z[c] - top);
            sum += _p[c];
        }

        for (int c = 0; c < classes; c++)
        {
            _p[c] /= sum;
        }

        return top + ScalarMath.Log(sum);
    }

    private ReadOnlySpan<T> Row(int i) => matrix.AsSpan(i * _n, _n);
}
