using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

/// <summary>The allowance must be valid: the computed value is never further from the exact one than the error that is carried with it.</summary>
public sealed class TrackedTests
{
    private static readonly Func<Tracked<double>, Rational> OfDouble = x => Rational.FromDouble(x.Value);

    private static readonly Func<Tracked<DoubleDouble>, Rational> OfPair = x => Draw.Exact(x.Value);

    [Theory]
    [InlineData(-20, 20)]
    [InlineData(-540, 500)]
    [InlineData(-1070, 1020)]
    public void Every_operation_covers_the_corners_of_its_operands_in_doubles(int least, int most) => Draw.Check(
        Operands(Draw.Double(least, most).Select(d => (d, Rational.FromDouble(d)))),
        c => AssertOperations(c, OfDouble),
        2000);

    [Theory]
    [InlineData(-20, 20)]
    [InlineData(-540, 500)]
    [InlineData(-1070, 1020)]
    public void Every_operation_covers_the_corners_of_its_operands_in_double_doubles(int least, int most) => Draw.Check(
        Operands(Draw.Pair(least, most).Select(d => (d, Draw.Exact(d)))),
        c => AssertOperations(c, OfPair),
        2000);

    [Theory]
    [InlineData(-3, 3)]
    [InlineData(-60, 60)]
    [InlineData(-400, 400)]
    public void Expression_trees_stay_within_their_error_in_doubles(int least, int most) =>
        Draw.Check(Trees(Draw.Double(least, most)), c => AssertTree(c, x => x, OfDouble), 1000);

    [Theory]
    [InlineData(-3, 3)]
    [InlineData(-60, 60)]
    [InlineData(-400, 400)]
    public void Expression_trees_stay_within_their_error_in_double_doubles(int least, int most) =>
        Draw.Check(Trees(Draw.Double(least, most)), c => AssertTree(c, x => (DoubleDouble)x, OfPair), 1000);

    [Fact]
    public void Rational_trees_without_roots_have_no_error() => Draw.Check(
        Trees(Draw.Double(-10, 10)).Select(t => t with { Operations = [.. t.Operations.Where(o => o != 'r')] }),
        t =>
        {
            if (Evaluate<Tracked<Rational>>(t, x => (Tracked<Rational>)Rational.FromDouble(x), Tracked<Rational>.Min, Tracked<Rational>.Max, Tracked<Rational>.IsZero) is { } result)
            {
                Assert.Equal(0, result.Error);
            }
        });

    [Fact]
    public void An_irrational_root_of_a_rational_carries_its_rounding()
    {
        Tracked<Rational> two = (Rational)2, root = two.SquareRoot();
        Rational low = root.Value - Rational.FromDouble(root.Error), high = root.Value + Rational.FromDouble(root.Error);
        Assert.True(root.Error > 0 && low * low <= 2 && high * high >= 2);
        Assert.Equal(0, ((Tracked<Rational>)new Rational(9, 4)).SquareRoot().Error);
    }

    [Fact]
    public void The_error_of_a_sum_of_positive_numbers_is_at_most_the_count_of_roundings() => Draw.Check(
        Draw.Double(-10, 10).Select(Math.Abs).ArrayOf(60),
        terms =>
        {
            Tracked<double> sum = Tracked<double>.Zero;
            foreach (double term in terms)
            {
                sum += term;
            }

            // Each partial sum is at most the last one, so n additions round by at most n u |sum|, inflated n times by 2^-48.
            double u = ScalarMath.UnitRoundoff<double>(), n = terms.Length;
            Assert.True(sum.Error <= n * u * sum.Value * (1 + (n * Math.ScaleB(1, -47))));
        });

    [Fact]
    public void Errors_in_double_doubles_are_those_of_their_precision() => Draw.Check(
        from x in Draw.Double(-3, 3) from y in Draw.Double(-3, 3) select (x, y),
        c =>
        {
            // Four roundings at most 2^-102 of values at most 2^9, and an exponential that multiplies the error by its value.
            Tracked<DoubleDouble> x = (DoubleDouble)c.x / 3, y = (DoubleDouble)c.y / 7;
            Tracked<DoubleDouble> r = (x * y) + x, small = r / FromInteger<Tracked<DoubleDouble>>(64), e = small.Exponential();
            Assert.True(r.Error <= Math.ScaleB(1, -90), $"{r}");
            Assert.True(e.Error <= Math.Abs(e.Value.High) * Math.ScaleB(1, -88), $"{e}");
            Assert.True((r * r).SquareRoot().Error <= Math.ScaleB(1, -80) / Math.Max(Math.ScaleB(1, -20), Math.Abs(r.Value.High)));
        });

    [Fact]
    public void Exponentials_and_logarithms_cover_their_arguments() => Draw.Check(
        from x in Gen.OneOf(Draw.Double(-40, 2), Draw.Double(3, 9)) from relative in Draw.Double(-110, -1) from low in Draw.Double(-110, -54) select (x, relative, low),
        c =>
        {
            // Tracked about doubles and about double-doubles; the true argument is at either end of the error.
            double error = Math.Abs(c.x * c.relative);
            DoubleDouble pair = DoubleDouble.Sum(c.x, c.x * c.low);
            Rational e = Rational.FromDouble(error);
            foreach (Rational end in (Rational[])[-e, e])
            {
                Enclosure exact = Enclosure.Exp(Rational.FromDouble(c.x) + end), pairExact = Enclosure.Exp(Draw.Exact(pair) + end);
                AssertCovers(new Tracked<double>(c.x, error).Exponential(), OfDouble, exact, $"exp({c.x} ± {error})");
                AssertCovers(new Tracked<DoubleDouble>(pair, error).Exponential(), OfPair, pairExact, $"exp({pair} ± {error})");

                Rational at = Draw.Magnitude(Rational.FromDouble(c.x)) + end, atPair = Draw.Magnitude(Draw.Exact(pair)) + end;
                AssertLogarithm(new Tracked<double>(Math.Abs(c.x), error).Logarithm(), OfDouble, at);
                AssertLogarithm(new Tracked<DoubleDouble>(c.x < 0 ? -pair : pair, error).Logarithm(), OfPair, atPair);
            }
        });

    [Fact]
    public void An_exponential_that_underflows_covers_what_its_error_allows()
    {
        Tracked<double> e = new Tracked<double>(-800, 100).Exponential();
        Assert.True(Rational.FromDouble(e.Error) >= Enclosure.Exp(-700).Lower - Rational.FromDouble(e.Value));
    }

    [Fact]
    public void The_root_of_a_value_that_may_be_zero_has_a_finite_error()
    {
        Assert.InRange(new Tracked<double>(0, 1e-10).SquareRoot().Error, 1e-5, 2e-5);
        Assert.InRange(new Tracked<double>(-1e-11, 1e-10).SquareRoot().Error, 9e-6, 2e-5);
        Assert.InRange(new Tracked<double>(1e-10, 1e-10).SquareRoot().Error, 1e-5, 2e-5);
    }

    [Fact]
    public void Division_by_what_may_be_zero_has_no_bound() =>
        Assert.Equal(double.PositiveInfinity, (new Tracked<double>(1, 0) / new Tracked<double>(1e-3, 1e-3)).Error);

    [Fact]
    public void Comparisons_look_at_values()
    {
        Tracked<double> a = new(1, 0.5), b = new(1, 0), c = new(2, 5);
        Assert.True(a == b && a < c && c > b && a <= b && a >= b && a != c && a.Equals(b) && a.CompareTo(c) < 0 && a.GetHashCode() == b.GetHashCode());
        Assert.Equal("1 ± 5.0E-001", a.ToString());
    }

    private static T FromInteger<T>(int value)
        where T : struct, INumberBase<T> => ScalarMath.From<T>(value);

    private sealed record Pair<T>(T X, Rational ExactX, double ErrorX, T Y, Rational ExactY, double ErrorY);

    private static Gen<Pair<T>> Operands<T>(Gen<(T Value, Rational Exact)> values) =>
        from x in values
        from y in values
        from ex in Gen.OneOf(Gen.Constant(0.0), Draw.Double(-120, -1))
        from ey in Gen.OneOf(Gen.Constant(0.0), Draw.Double(-120, -1), Gen.Constant(1 - Math.ScaleB(1, -50)))
        select new Pair<T>(x.Value, x.Exact, ErrorOf(x.Exact, ex), y.Value, y.Exact, ErrorOf(y.Exact, ey));

    private static double ErrorOf(Rational exact, double relative) => Math.Abs(Rational.ToDouble(exact) * relative);

    private static void AssertOperations<T>(Pair<T> c, Func<Tracked<T>, Rational> valueOf)
        where T : struct, INumber<T>
    {
        Tracked<T> x = new(c.X, c.ErrorX), y = new(c.Y, c.ErrorY);
        foreach (int i in (int[])[-1, 1])
        {
            Rational a = c.ExactX + (i * Rational.FromDouble(c.ErrorX));
            foreach (int j in (int[])[-1, 1])
            {
                Rational b = c.ExactY + (j * Rational.FromDouble(c.ErrorY));
                AssertCovers(x + y, valueOf, a + b, $"({x}) + ({y})");
                AssertCovers(x - y, valueOf, a - b, $"({x}) - ({y})");
                AssertCovers(x * y, valueOf, a * b, $"({x}) * ({y})");
                AssertCovers(Tracked<T>.Min(x, y), valueOf, a < b ? a : b, "min");
                AssertCovers(Tracked<T>.Max(x, y), valueOf, a > b ? a : b, "max");
                if (!Rational.IsZero(b))
                {
                    AssertCovers(x / y, valueOf, a / b, $"({x}) / ({y})");
                }
            }

            if (!Rational.IsNegative(a) && a.Numerator.Sign > 0)
            {
                AssertCovers(x.SquareRoot(), valueOf, Enclosure.SquareRoot(a), $"sqrt({x})");
            }
        }
    }

    /// <summary>A program for a stack machine: leaves are pushed, operations take what they need.</summary>
    private sealed record Tree(double[] Leaves, char[] Operations);

    private static Gen<Tree> Trees(Gen<double> leaf) =>
        from leaves in leaf.ArrayOf(12)
        from operations in Gen.Elements("+-*/+-*/rnmM".ToCharArray()).ArrayOf(18)
        select new Tree(leaves, operations);

    private static void AssertTree<T>(Tree tree, Func<double, T> leaf, Func<Tracked<T>, Rational> valueOf)
        where T : struct, INumber<T>
    {
        if (EvaluateExactly(tree) is { } exact && Evaluate(tree, x => new Tracked<T>(leaf(x), 0), Tracked<T>.Min, Tracked<T>.Max, Tracked<T>.IsZero) is { } result)
        {
            AssertCovers(result, valueOf, exact, string.Concat(tree.Operations));
        }
    }

    private static T? Evaluate<T>(Tree tree, Func<double, T> leaf, Func<T, T, T> min, Func<T, T, T> max, Func<T, bool> isZero)
        where T : struct, IRealScalar<T>
    {
        Stack<T> stack = new(tree.Leaves.Select(leaf));
        foreach (char operation in tree.Operations)
        {
            T x = stack.Pop();
            if (operation == '/' && isZero(stack.Peek()))
            {
                return null;
            }

            stack.Push(operation switch
            {
                'n' => -x,
                'r' => (T.IsNegative(x) ? -x : x).SquareRoot(),
                _ when stack.Count == 0 => x,
                '+' => x + stack.Pop(),
                '-' => x - stack.Pop(),
                '*' => x * stack.Pop(),
                '/' => x / stack.Pop(),
                'm' => min(x, stack.Pop()),
                _ => max(x, stack.Pop()),
            });
            if (stack.Count == 1)
            {
                break;
            }
        }

        return stack.Peek();
    }

    /// <summary>The same program on enclosures; null where a sign or a divisor is not decided.</summary>
    private static Enclosure? EvaluateExactly(Tree tree)
    {
        Stack<Enclosure> stack = new(tree.Leaves.Select(x => (Enclosure)Rational.FromDouble(x)));
        foreach (char operation in tree.Operations)
        {
            Enclosure x = stack.Pop();
            if ((operation == '/' && stack.Peek().HoldsZero) || (operation == 'r' && x.HoldsZero))
            {
                return null;
            }

            stack.Push(operation switch
            {
                'n' => Rational.Zero - x,
                'r' => Enclosure.SquareRoot(x.Lower < 0 ? Rational.Zero - x : x),
                '+' => x + stack.Pop(),
                '-' => x - stack.Pop(),
                '*' => x * stack.Pop(),
                '/' => x / stack.Pop(),
                'm' => Enclosure.Min(x, stack.Pop()),
                _ => Enclosure.Max(x, stack.Pop()),
            });
            if (stack.Count == 1)
            {
                break;
            }
        }

        return stack.Peek();
    }

    private static void AssertCovers<T>(Tracked<T> computed, Func<Tracked<T>, Rational> valueOf, Enclosure exact, string what)
        where T : struct, INumber<T>
    {
        if (!T.IsFinite(computed.Value))
        {
            Assert.False(double.IsFinite(computed.Error), $"{what} = {computed}");
            return;
        }

        if (double.IsPositiveInfinity(computed.Error))
        {
            return;
        }

        Assert.False(double.IsNaN(computed.Error), $"{what} = {computed}");
        Rational value = valueOf(computed), error = Rational.FromDouble(computed.Error);
        Assert.True(value - error <= exact.Upper && exact.Lower <= value + error, $"{what} = {computed}, exact {ScalarMath.ToDouble(exact.Lower)}");
    }

    private static void AssertLogarithm<T>(Tracked<T> computed, Func<Tracked<T>, Rational> valueOf, Rational argument)
        where T : struct, INumber<T>
    {
        if (double.IsPositiveInfinity(computed.Error))
        {
            return;
        }

        Rational value = valueOf(computed), error = Rational.FromDouble(computed.Error);
        Assert.True(Enclosure.Exp(value - error).Lower <= argument && argument <= Enclosure.Exp(value + error).Upper, $"ln {argument} = {computed}");
    }
}
