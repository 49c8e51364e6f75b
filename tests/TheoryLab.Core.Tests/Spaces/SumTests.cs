using FsCheck.Fluent;
using Exact = TheoryLab.Core.HostVector<TheoryLab.Core.Rational>;
using Vector = TheoryLab.Core.HostVector<double>;

namespace TheoryLab.Core.Tests;

public sealed class SumTests
{
    [Fact]
    public void Sums_of_distinct_vectors_are_evaluated_in_writing_order_bit_by_bit()
    {
        System.Random random = Seeds.Generator(3);
        for (int n = 0; n < 40; n++)
        {
            Vector x = Random(random, n), y = Random(random, n), u = Random(random, n), v = Random(random, n), z = new(new double[n]);
            double a = random.NextDouble(), b = random.NextDouble();
            z.Assign(a * x);
            AssertComponents(z, i => a * x[i]);
            z.Assign(-x);
            AssertComponents(z, i => -x[i]);
            z.Assign(x + y);
            AssertComponents(z, i => x[i] + y[i]);
            z.Assign(x - a * y);
            AssertComponents(z, i => x[i] - (a * y[i]));
            z.Assign(b * (x - a * y));
            AssertComponents(z, i => (b * x[i]) - (b * a * y[i]));
            z.Assign(x - a * y + u);
            AssertComponents(z, i => x[i] - (a * y[i]) + u[i]);
            z.Assign(a * x - (y + u));
            AssertComponents(z, i => (a * x[i]) - y[i] - u[i]);
            z.Assign(b * (x + y - a * u));
            AssertComponents(z, i => (b * x[i]) + (b * y[i]) - (b * a * u[i]));
            z.Assign(x - a * y + b * (u - v));
            AssertComponents(z, i => x[i] - (a * y[i]) + (b * u[i]) - (b * v[i]));
            z.Assign((x + y) - (u + b * v));
            AssertComponents(z, i => x[i] + y[i] - u[i] - (b * v[i]));
            z.Assign(x + y + u - b * v);
            AssertComponents(z, i => x[i] + y[i] + u[i] - (b * v[i]));
        }
    }

    [Fact]
    public void Sums_in_rationals_are_the_sums_whichever_handles_coincide() => Draw.Check(
        from c in Draw.Fraction().ArrayOf(4) from h in Gen.Choose(0, 2).ArrayOf(4) from target in Gen.Choose(0, 2) select (c, h, target),
        t =>
        {
            (Rational[] c, int[] h, int target) = t;
            Exact[] v = [new([1, -7]), new([10, 5]), new([100, 3])];
            Rational[] old = [.. v.Select(x => x[0])], other = [.. v.Select(x => x[1])];
            Exact[] Fresh() => [.. v.Select(x => x.Copy())];

            Exact[] two = Fresh(), three = Fresh(), four = Fresh();
            two[target].Assign(c[0] * two[h[0]] + c[1] * two[h[1]]);
            three[target].Assign(c[0] * three[h[0]] + c[1] * three[h[1]] - c[2] * three[h[2]]);
            four[target].Assign(c[0] * four[h[0]] + c[1] * four[h[1]] - c[2] * four[h[2]] + c[3] * four[h[3]]);
            foreach ((Rational[] x, int i) in new[] { (old, 0), (other, 1) })
            {
                Rational sum = (c[0] * x[h[0]]) + (c[1] * x[h[1]]);
                Assert.Equal(sum, two[target][i]);
                Assert.Equal(sum - (c[2] * x[h[2]]), three[target][i]);
                Assert.Equal(sum - (c[2] * x[h[2]]) + (c[3] * x[h[3]]), four[target][i]);
            }
        });

    [Fact]
    public void Terms_with_the_handle_of_the_first_are_merged_into_it()
    {
        Counting x = Counting.New(), y = Counting.New(), z = Counting.New(), w = Counting.New(), target = Counting.New();
        target.Assign(y + 2.0 * (y - z));
        Assert.Equal([3, -2], target.Coefficients);
        target.Assign(y - 2.0 * z + 4.0 * y);
        Assert.Equal([5, -2], target.Coefficients);
        target.Assign(x - 0.5 * w + 2.0 * (x - y));
        Assert.Equal([3, -0.5, -2], target.Coefficients);
        target.Assign(x + x + x + x);
        Assert.Equal([3, 1], target.Coefficients);
        target.Assign(x + y + z + x);
        Assert.Equal([2, 1, 1], target.Coefficients);
        target.Assign(x + y + z + w);
        Assert.Equal([1, 1, 1, 1], target.Coefficients);
    }

    [Fact]
    public void Views_are_the_same_only_with_the_same_place_and_length()
    {
        double[] storage = new double[6];
        Vector whole = new(storage);
        Assert.True(Vector.Same(whole, new(storage)));
        Assert.True(Vector.Same(whole.Block(1, 2), new(storage, 1, 2)));
        Assert.False(Vector.Same(whole.Block(1, 2), whole.Block(1, 3)));
        Assert.False(Vector.Same(whole.Block(1, 2), whole.Block(2, 2)));
        Assert.False(Vector.Same(whole, whole.Copy()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vector(storage, 5, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vector(storage, -1, 2));
        whole.Block(2, 2).Assign(1, new([7, 8]));
        Assert.Equal([0, 0, 7, 8, 0, 0], storage);
    }

    [Fact]
    public void Assignments_and_inner_products_allocate_nothing()
    {
        Vector x = new(new double[100]), y = new(new double[100]), z = new(new double[100]), w = new(new double[100]);
        double sum = 0;
        void Once()
        {
            z.Assign(0.5 * x);
            z.Assign(x - 0.5 * y);
            z.Assign(x - 0.5 * y + 0.25 * (x - w));
            z.Assign(x - 0.5 * y + 0.25 * (z - w));
            z.CopyFrom(x);
            sum += Vector.Dot(x, y) + Reductions.Sum<double>(z.Span);
        }

        Assert.Equal(0, Allocation.Of(Once));
        Assert.Equal(0, sum);
    }

    private static Vector Random(System.Random random, int n) => new(KernelTests.Fill(n, _ => KernelTests.Wide(random)));

    private static void AssertComponents(Vector actual, Func<int, double> expected) => Assert.Equal(KernelTests.Fill(actual.Length, expected), actual.Span.ToArray());

    /// <summary>A vector that records the coefficients it was assigned, to see how many terms reach the kernel.</summary>
    private readonly struct Counting(List<double> coefficients) : IVector<Counting, double>
    {
        public List<double> Coefficients { get; } = coefficients;

        public static Counting New() => new([]);

        public static Term<Counting, double> operator *(double a, Counting x) => new(a, x);

        public static Sum2<Counting, double> operator +(Counting x, Counting y) => new(1, x, 1, y);

        public static Sum2<Counting, double> operator -(Counting x, Counting y) => new(1, x, -1, y);

        public static bool Same(Counting x, Counting y) => ReferenceEquals(x.Coefficients, y.Coefficients);

        public Counting NewLike() => New();

        public Counting Copy() => New();

        public void CopyFrom(Counting source) => Record(1);

        public void Assign(double a, Counting x) => Record(a);

        public void Assign(double a, Counting x, double b, Counting y) => Record(a, b);

        public void Assign(double a, Counting x, double b, Counting y, double c, Counting z) => Record(a, b, c);

        public void Assign(double a, Counting x, double b, Counting y, double c, Counting z, double d, Counting w) => Record(a, b, c, d);

        private void Record(params ReadOnlySpan<double> values)
        {
            Coefficients.Clear();
            Coefficients.AddRange(values);
        }
    }
}
