using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>The objective of <see cref="FractionalQuadratic"/> in one scalar.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class FractionalProblem<T> : HostProblem<T>, IFractionalOracle<T>, IDenominatorOracle<HostVector<T>, T>
    where T : struct, INumber<T>
{
    private readonly T[] _matrix;
    private readonly T[] _linear;
    private readonly T _constant;
    private readonly T _sign;
    private readonly T _r;
    private readonly T _optimum;
    private readonly int _n;
    private readonly HostVector<T> _product;
    private readonly HostVector<T> _d;
    private readonly T[]? _curvatures;
    private readonly HostVector<T> _reflection;

    private FractionalProblem(T[] matrix, T sign, T r, T optimum, HostVector<T> minimizer, HostVector<T> start, T[]? curvatures, HostVector<T> reflection)
    {
        (_matrix, _sign, _r, _optimum, Minimizer, InitialPoint, _curvatures, _reflection) = (matrix, sign, r, optimum, minimizer, start, curvatures, reflection);
        _n = start.Length;
        (_product, _d, _linear) = (start.NewLike(), start.NewLike(), new T[_n]);

        // f - lam g must have its minimum 0 at x*: Q x* - q = 2 s lam x*, and c makes the value 0. A Rayleigh quotient needs neither.
        if (_sign < T.Zero)
        {
            Multiply(minimizer);
            T shift = Two * _sign * optimum, square = HostVector<T>.Dot(minimizer, minimizer);
            for (int i = 0; i < _n; i++)
            {
                _linear[i] = _product[i] - shift * minimizer[i];
            }

            _constant = optimum * (sign * square + r) - HostVector<T>.Dot(minimizer, _product) / Two + HostVector<T>.Dot(minimizer, new(_linear));
        }
    }

    public override HostVector<T> InitialPoint { get; }

    public override HostVector<T> Minimizer { get; }

    /// <summary>x'A x/|x|^2 with prescribed eigenvalues, the first one the smallest, and eigenvectors reflected.</summary>
    public static FractionalProblem<T> Rayleigh(double[] eigenvalues, double[] reflection, double[] start)
    {
        HostVector<T> v = new(FromData(reflection)), first = v.NewLike();
        T[] twice = Array.ConvertAll(FromData(eigenvalues), e => e + e);
        first[0] = T.One;
        Reflect(v, first);
        return new(Reflected(twice, v), T.One, T.Zero, ScalarMath.From<T>(eigenvalues[0]), first, new(FromData(start)), Less(twice, twice[0]), v);
    }

    /// <summary>A convex quadratic over 10 - |x|^2 with F* = 1 at a given point.</summary>
    public static FractionalProblem<T> Concave(double[] eigenvalues, double[] reflection, double[] minimizer, double[] start)
    {
        HostVector<T> v = new(FromData(reflection));
        T[] values = FromData(eigenvalues);
        return new(Reflected(values, v), -T.One, ScalarMath.From<T>(10), T.One, new(FromData(minimizer)), new(FromData(start)), Less(values, -Two), v);
    }

    /// <summary>The Rayleigh quotient of [[2,b,c],[b,2,d],[c,d,2]].</summary>
    public static FractionalProblem<T> Triple(T b, T c, T d, double[] start)
    {
        T four = Two + Two;
        T[] twice = [four, Two * b, Two * c, Two * b, four, Two * d, Two * c, Two * d, four];
        return new(twice, T.One, T.Zero, Two + TripleEigen.Root(b, c, d, 2), new(TripleEigen.VectorIn(b, c, d, 2)), new(FromData(start)), null, default);
    }

    // Infinite where the denominator is not positive: a point out there is no better than those inside.
    public override T Value(HostVector<T> x) => Denominator(x) is var g && g > T.Zero ? Numerator(x) / g : T.One / T.Zero;

    public override T PrimalGap(HostVector<T> x)
    {
        T g = Denominator(x);
        if (_curvatures is null || !(g > T.Zero))
        {
            return Value(x) - _optimum;
        }

        _d.CopyFrom(x);
        if (_sign < T.Zero)
        {
            _d.Assign(x - Minimizer);
        }

        Reflect(_reflection, _d);
        HostKernels.Multiply<T>(_product.Span, _curvatures, _d.Span);
        return HostVector<T>.Dot(_d, _product) / (Two * g);
    }

    public T Denominator(HostVector<T> x) => _sign * HostVector<T>.Dot(x, x) + _r;

    public IFractionalPoint<T> Place(HostVector<T> x) => new Position(this, x.Copy());

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        // (grad f - F grad g)/g.
        T g = Denominator(x), value = Value(x);
        Multiply(x);
        for (int i = 0; i < _n; i++)
        {
            gradient[i] = (_product[i] - _linear[i] - value * (Two * _sign * x[i])) / g;
        }
    }

    protected override T? FamilyConstant(string name) => name switch
    {
        "fstar" => _optimum,
        "F0" => Value(InitialPoint),
        "leastDiagonal" => LeastDiagonal(),
        _ => null,
    };

    private static void Reflect(HostVector<T> v, HostVector<T> x) => x.Assign(x - (Two * HostVector<T>.Dot(v, x) / HostVector<T>.Dot(v, v)) * v);

    private static T[] Less(T[] values, T shift) => Array.ConvertAll(values, e => e - shift);

    private static T[] Reflected(T[] values, HostVector<T> v)
    {
        int n = values.Length;
        T[] matrix = new T[n * n];
        HostVector<T> column = v.NewLike();
        for (int j = 0; j < n; j++)
        {
            column.Span.Clear();
            column[j] = T.One;
            Reflect(v, column);
            HostKernels.Multiply<T>(column.Span, values, column.Span);
            Reflect(v, column);
            for (int i = 0; i <= j; i++)
            {
                matrix[(i * n) + j] = matrix[(j * n) + i] = column[i];
            }
        }

        return matrix;
    }

    private T Numerator(HostVector<T> x)
    {
        Multiply(x);
        return HostVector<T>.Dot(x, _product) / Two - HostVector<T>.Dot(x, new(_linear)) + _constant;
    }

    private void Multiply(HostVector<T> x)
    {
        for (int i = 0; i < _n; i++)
        {
            _product[i] = Reductions.Dot<T>(_matrix.AsSpan(i * _n, _n), x.Span);
        }
    }

    private T LeastDiagonal()
    {
        T least = _matrix[0];
        for (int i = 1; i < _n; i++)
        {
            least = T.Min(least, _matrix[(i * _n) + i]);
        }

        return least / Two;
    }

    /// <summary>A point with f, g and grad f kept: a step costs one row of Q.</summary>
    private sealed class Position : IFractionalPoint<T>
    {
        private readonly FractionalProblem<T> _owner;
        private readonly T[] _slope;
        private T _f;
        private T _g;

        public Position(FractionalProblem<T> owner, HostVector<T> x)
        {
            (_owner, Point, _f, _g) = (owner, x, owner.Numerator(x), owner.Denominator(x));
            _slope = new T[x.Length];
            HostKernels.Combine<T>(_slope, T.One, owner._product.Span, -T.One, owner._linear);
        }

        public HostVector<T> Point { get; }

        public void MinimizeCoordinate(int i, T weight)
        {
            _owner.CountCall();
            T s = _owner._sign, curvature = _owner._matrix[(i * _owner._n) + i], b = _slope[i], e = Two * s * Point[i];
            T t = Minimizer((curvature + weight) / Two, b, _f, s, e, _g);
            Point[i] += t;
            _f += t * (b + curvature * t / Two);
            _g += t * (e + s * t);
            HostKernels.Combine<T>(_slope, T.One, _slope, t, _owner._matrix.AsSpan(i * _owner._n, _owner._n));
        }

        /// <summary>The t of the least (a t^2 + b t + c)/(d t^2 + e t + g): stationary where (ae - bd) t^2 + 2 (ag - cd) t + (bg - ce) = 0.</summary>
        private static T Minimizer(T a, T b, T c, T d, T e, T g)
        {
            T quadratic = a * e - b * d, half = a * g - c * d, constant = b * g - c * e;
            if (T.IsZero(constant) && half >= T.Zero)
            {
                return T.Zero;
            }

            if (T.IsZero(quadratic))
            {
                return half > T.Zero ? -(constant / (half + half)) : throw new InputException("The quotient falls towards infinity along a coordinate; start elsewhere, or use a larger theta.");
            }

            // The roots without cancellation; the discriminant is not negative, but may round below 0 where they meet.
            T root = ScalarMath.Sqrt(T.Max(T.Zero, half * half - quadratic * constant)), q = half < T.Zero ? root - half : -(half + root);
            T first = q / quadratic, second = T.IsZero(q) ? T.Zero : constant / q;
            T Quotient(T t) => (t * (a * t + b) + c) / (t * (d * t + e) + g);
            bool firstInside = first * (d * first + e) + g > T.Zero, secondInside = second * (d * second + e) + g > T.Zero;
            return !secondInside || (firstInside && Quotient(first) < Quotient(second)) ? first : second;
        }
    }
}
