using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Bounds;

/// <summary>Formulas drawn as trees of the tests' own, printed with as few parentheses as precedence allows, and read back.</summary>
public sealed class RandomTreeTests
{
    private static readonly (string Name, Rational Value)[] Values = [("k", 3), ("L", new(7, 4)), ("mu", new(1, 8)), ("h", new(-5, 2))];

    [Fact]
    public void A_printed_tree_reads_back_with_the_same_value() => ForAll(tree =>
    {
        if (Exact(tree) is { } expected)
        {
            Assert.Equal(expected, Formula.Exactly(tree.Print(0), Values));
        }
    });

    [Fact]
    public void Tracked_doubles_stay_within_their_error_of_the_exact_value()
    {
        int informative = 0;
        Names<Tracked<double>> scope = new([.. Values.Select(v => (v.Name, (Tracked<double>)Rational.ToDouble(v.Value)))]);
        ForAll(tree =>
        {
            if (Exact(tree) is not { } expected)
            {
                return;
            }

            Tracked<double> value = Expression.Parse(tree.Print(0)).Evaluate(scope);
            if (!double.IsFinite(value.Error))
            {
                return;
            }

            informative++;
            Rational distance = Rational.FromDouble(value.Value) - expected;
            Assert.True(
                (Rational.IsNegative(distance) ? -distance : distance) <= Rational.FromDouble(value.Error),
                $"{tree.Print(0)} = {expected}, computed {value}");
        });
        Assert.True(informative > 500, $"only {informative} trees had a finite error");
    }

    private static void ForAll(Action<Tree> body) => FsCheck.Check.One(
        Drawn.Cases(2000),
        Prop.ForAll(Trees(4).ToArbitrary(), body));

    /// <summary>The tests' own evaluation; null where a divisor is zero.</summary>
    private static Rational? Exact(Tree tree)
    {
        try
        {
            return tree.Value();
        }
        catch (DivideByZeroException)
        {
            return null;
        }
    }

    private static Gen<Tree> Trees(int depth)
    {
        Gen<Tree> leaves = Gen.OneOf(
            Gen.Choose(0, 999).Select(n => (Tree)new Number(n, 0)),
            from n in Gen.Choose(0, 99999) from places in Gen.Choose(1, 4) select (Tree)new Number(n, places),
            Gen.Elements(Values).Select(v => (Tree)new Name(v.Name, v.Value)));
        if (depth == 0)
        {
            return leaves;
        }

        Gen<Tree> smaller = Trees(depth - 1);
        return Gen.OneOf(
            leaves,
            smaller.Select(t => (Tree)new Minus(t)),
            from op in Gen.Elements('+', '-', '*', '/') from l in smaller from r in smaller select (Tree)new Pair(op, l, r),
            from x in smaller from n in Gen.Choose(-3, 4) select (Tree)new Power(x, n),
            from f in Gen.Elements("min", "max") from l in smaller from r in smaller select (Tree)new Call(f, l, r),
            smaller.Select(t => (Tree)new Call("abs", t)));
    }

    /// <summary>A formula; Print puts parentheses around whatever binds weaker than its surroundings: 1 sum, 2 product, 3 sign, 4 power, 5 atom.</summary>
    private abstract record Tree(int Binding)
    {
        public abstract Rational Value();

        public string Print(int surroundings) => Binding < surroundings ? $"({Text()})" : Text();

        protected abstract string Text();
    }

    private sealed record Number(int Digits, int Places) : Tree(5)
    {
        public override Rational Value() => new(Digits, (int)Math.Pow(10, Places));

        protected override string Text() => Places == 0
            ? Digits.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : (Digits / (decimal)Math.Pow(10, Places)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Name(string Symbol, Rational Given) : Tree(5)
    {
        public override Rational Value() => Given;

        protected override string Text() => Symbol;
    }

    private sealed record Minus(Tree Operand) : Tree(3)
    {
        public override Rational Value() => -Operand.Value();

        protected override string Text() => "-" + Operand.Print(3);
    }

    private sealed record Pair(char Operator, Tree Left, Tree Right) : Tree(Operator is '+' or '-' ? 1 : 2)
    {
        public override Rational Value()
        {
            Rational l = Left.Value(), r = Right.Value();
            return Operator switch { '+' => l + r, '-' => l - r, '*' => l * r, _ => l / r };
        }

        // Left-associative: a right operand of equal binding needs parentheses.
        protected override string Text() => $"{Left.Print(Binding)} {Operator} {Right.Print(Binding + 1)}";
    }

    private sealed record Power(Tree Base, int Exponent) : Tree(4)
    {
        public override Rational Value()
        {
            Rational x = Base.Value(), product = Rational.One;
            for (int i = 0; i < Math.Abs(Exponent); i++)
            {
                product *= x;
            }

            return Exponent < 0 ? Rational.One / product : product;
        }

        protected override string Text() => $"{Base.Print(5)}^{Exponent}";
    }

    private sealed record Call(string Function, Tree First, Tree? Second = null) : Tree(5)
    {
        public override Rational Value()
        {
            Rational x = First.Value(), y = Second?.Value() ?? Rational.Zero;
            return Function switch { "min" => x < y ? x : y, "max" => x < y ? y : x, _ => Rational.IsNegative(x) ? -x : x };
        }

        protected override string Text() => Second is null ? $"{Function}({First.Print(0)})" : $"{Function}({First.Print(0)}, {Second.Print(0)})";
    }
}
