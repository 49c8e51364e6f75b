using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// f(x) = x'Ax/2 - b'x with A and b from files. A must be symmetric and provably positive definite: all pivots of A = L D L' in double-doubles under
/// running error analysis are positive beyond their errors. L and mu are proved bounds on its eigenvalues (<see cref="CertifiedPencil"/>), x* and f*
/// come with a proved accuracy (<see cref="CertifiedMinimum"/>). It is made from files, so it is not in the list of families.
/// </summary>
public sealed class MatrixQuadratic : ProblemFamily
{
    // The proofs take n^3/6 tracked double-double operations each: minutes beyond this order.
    private const int LargestOrder = 1000;

    private readonly double[] _matrix;
    private readonly double[] _vector;
    private readonly double[] _start;
    private readonly Lazy<double> _smoothness;
    private readonly Lazy<double> _strongConvexity;
    private readonly Lazy<CertifiedMinimum> _minimum;

    /// <summary>Reads the files and checks the matrix.</summary>
    /// <param name="matrix">A: one row per line, numbers separated by commas.</param>
    /// <param name="vector">b: a number per line, or one line; null for zero.</param>
    /// <param name="start">x_0, likewise.</param>
    /// <exception cref="InputException">A file cannot be read, sizes disagree, or A is not symmetric and positive definite: says in which line.</exception>
    public MatrixQuadratic(string matrix, string? vector, string? start)
    {
        NumberTable table = NumberTable.Read(matrix);
        int n = table.Columns;
        _matrix = Checked(table);
        _vector = vector is null ? new double[n] : NumberTable.Read(vector).Vector(n);
        _start = start is null ? new double[n] : NumberTable.Read(start).Vector(n);
        Summary = $"f(x) = x'Ax/2 - b'x with A of {matrix}, b {(vector is null ? "= 0" : $"of {vector}")}, x_0 {(start is null ? "= 0" : $"of {start}")}";
        _smoothness = new(() => CertifiedPencil.Largest(_matrix, Identity(n), n));
        _strongConvexity = new(() => CertifiedPencil.Smallest(_matrix, Identity(n), n) is > 0 and double mu ? mu : throw new InputException(
            $"{matrix} is positive definite, but no positive bound on its smallest eigenvalue can be proved: it is too ill-conditioned; rescale it."));
        _minimum = new(Minimize);
    }

    /// <inheritdoc/>
    public override string Name => "matrix-quadratic";

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters => [];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
    [
        new("L", "above the largest eigenvalue of A: L I - A is factored in double-doubles with positive pivots"),
        new("mu", "below the smallest eigenvalue of A, proved likewise"),
        new("fstar", "the value at the refined solution of A x = b, its error bounded by |gradient|^2/(2 mu)"),
    ];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    private static double[] Identity(int n) => [.. Enumerable.Range(0, n * n).Select(i => i / n == i % n ? 1.0 : 0.0)];

    private static double[] Checked(NumberTable table)
    {
        int n = table.Columns;
        if (table.Rows != n)
        {
            throw table.Error(table.Rows - 1, $"the matrix ends after {table.Rows} rows of {DataValue.Count(n)}; it must be square.");
        }

        if (n > LargestOrder)
        {
            throw table.Error(0, $"a row of {n} values; matrices of more than {LargestOrder} rows cannot be certified in reasonable time, so take a smaller one.");
        }

        double[] a = table.Values;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (a[(i * n) + j] != a[(j * n) + i])
                {
                    throw table.Error(i, string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"column {j + 1} is {a[(i * n) + j]:R}, but column {i + 1} of row {j + 1} is {a[(j * n) + i]:R}; the matrix must be symmetric."));
                }
            }
        }

        DesignMatrix.Checked(a, table.Path);
        LdlFactor<Tracked<DoubleDouble>> factor = new(n);
        DesignMatrix.In<Tracked<DoubleDouble>>(a).CopyTo(factor.Matrix);
        factor.Factor(Tracked<DoubleDouble>.Zero);
        for (int i = 0; i < n; i++)
        {
            Tracked<DoubleDouble> pivot = factor.Pivots[i];
            if (!(pivot.Value.High > 0 && pivot.Value.High * (1 - Math.ScaleB(1, -50)) > pivot.Error))
            {
                throw table.Error(i, string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"the first {i + 1} rows and columns are not positive definite (pivot {pivot.Value.High:G3}, error {pivot.Error:G3}); the minimum must be unique, so give a positive definite matrix."));
            }
        }

        return a;
    }

    private QuadraticForm<T> Form<T>()
        where T : struct, INumber<T> => new(DesignMatrix.In<T>(_matrix), DesignMatrix.In<T>(_vector));

    private CertifiedMinimum Minimize()
    {
        double[] start = new double[_vector.Length];
        return CertifiedMinimum.Refine(
            Form<DoubleDouble>(), Form<Tracked<DoubleDouble>>(), CholeskyFactor.OfShifted(_matrix, start.Length), start, _strongConvexity.Value);
    }

    private sealed class Instance(MatrixQuadratic family, ParameterSet parameters, int seed) : ProblemInstance(family, parameters, seed), ICertifiedInstance
    {
        public CertifiedMinimum Minimum => family._minimum.Value;

        public override HostProblem<T> In<T>()
        {
            QuadraticForm<T> form = family.Form<T>(), centred = new(DesignMatrix.In<T>(family._matrix), new T[family._vector.Length]);
            T[] difference = new T[family._vector.Length];
            return new SmoothLossProblem<T>(
                form,
                family._start,
                () => Minimum.PointIn<T>(),
                (x, minimizer) =>
                {
                    // The form at x - x* with b = 0: nothing cancels but what A itself makes cancel.
                    new HostVector<T>(difference).Assign(x - minimizer);
                    return centred.Value(difference);
                },
                name => name switch
                {
                    "L" => ScalarMath.From<T>(family._smoothness.Value),
                    "mu" => ScalarMath.From<T>(family._strongConvexity.Value),
                    "fstar" => Minimum.ValueIn<T>(),
                    _ => null,
                });
        }
    }

    /// <summary>x'Ax/2 - b'x.</summary>
    private sealed class QuadraticForm<T>(T[] a, T[] b) : ISmoothFunction<T>
        where T : struct, INumber<T>
    {
        private readonly T[] _product = new T[b.Length];

        public T Value(ReadOnlySpan<T> x)
        {
            HessianProduct(x, x, _product);
            return (Reductions.Dot<T>(x, _product) / (T.One + T.One)) - Reductions.Dot<T>(b, x);
        }

        public void Gradient(ReadOnlySpan<T> x, Span<T> gradient)
        {
            HessianProduct(x, x, gradient);
            HostKernels.Combine<T>(gradient, T.One, gradient, -T.One, b);
        }

        public void HessianProduct(ReadOnlySpan<T> x, ReadOnlySpan<T> direction, Span<T> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = Reductions.Dot<T>(a.AsSpan(i * b.Length, b.Length), direction);
            }
        }

        public void CurvatureMatrix(ReadOnlySpan<T> x, Curvature curvature, Span<T> matrix)
        {
            if (curvature != Curvature.Hessian)
            {
                throw new InputException("A quadratic from a matrix has no Fisher or Gauss-Newton matrix; choose a method with the Hessian.");
            }

            a.CopyTo(matrix);
        }

        public T[] Hessian(ReadOnlySpan<T> x) => [.. a];
    }
}
