using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Bounds;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1+2*3", 7)]
    [InlineData("(1+2)*3", 9)]
    [InlineData("2*3^2", 18)]
    [InlineData("8-3-2", 3)]
    [InlineData("8-(3-2)", 7)]
    [InlineData("16/4/2", 2)]
    [InlineData("16/4*2", 8)]
    [InlineData("2^3^2", 512)]
    [InlineData("(2^3)^2", 64)]
    [InlineData("-3^2", -9)]
    [InlineData("(-3)^2", 9)]
    [InlineData("2^-1", 0.5)]
    [InlineData("--2", 2)]
    [InlineData("3 - -2", 5)]
    [InlineData("2*-3", -6)]
    [InlineData("-2*3+1", -5)]
    [InlineData(" 1\t+\n2 ", 3)]
    [InlineData("1e3+1", 1001)]
    [InlineData("25e-2", 0.25)]
    [InlineData(".5+5.", 5.5)]
    [InlineData("1E+2", 100)]
    [InlineData("4^0.5", 2)]
    [InlineData("4^(3/2)", 8)]
    [InlineData("4^-1.5", 0.125)]
    [InlineData("0^0", 1)]
    public void Operators_bind_as_on_paper(string text, double expected) => Assert.Equal(expected, Formula.InDoubles(text));

    [Theory]
    [InlineData("sqrt(9)", 3)]
    [InlineData("exp(0)", 1)]
    [InlineData("log(1)", 0)]
    [InlineData("abs(-2)", 2)]
    [InlineData("min(2, 3)", 2)]
    [InlineData("max(2, 3)", 3)]
    [InlineData("max(min(1,2),min(4,3))", 3)]
    [InlineData("harmonic(4)", 25.0 / 12)]
    [InlineData("harmonic(0)", 0)]
    [InlineData("theta(0)", 1)]
    [InlineData("theta(1)", 2)]
    public void Functions_have_their_values(string text, double expected) => Assert.Equal(expected, Formula.InDoubles(text), 1e-15);

    [Fact]
    public void Exponential_and_logarithm_are_those_of_the_scalar()
    {
        Assert.Equal(Math.E, Formula.InDoubles("exp(1)"));
        Assert.Equal(Math.Log(10), Formula.InDoubles("log(10)"));
        Assert.Equal(Math.Pow(2, 0.3), Formula.InDoubles("2^0.3"), 1e-15);
        Assert.Equal(Math.Pow(3, -2.7), Formula.InDoubles("3^x", ("x", -2.7)), 1e-15);
    }

    [Fact]
    public void The_last_theta_solves_its_recursion()
    {
        // theta_0 = 1, theta_i = (1 + sqrt(1 + 4 theta^2))/2, the last one with 8 in place of 4 (Kim and Fessler 2016).
        double theta = 1;
        for (int i = 1; i < 7; i++)
        {
            theta = (1 + Math.Sqrt(1 + (4 * theta * theta))) / 2;
        }

        Assert.Equal((1 + Math.Sqrt(1 + (8 * theta * theta))) / 2, Formula.InDoubles("theta(7)"), 1e-13);
    }

    [Fact]
    public void Decimals_are_exact_rationals()
    {
        Assert.Equal(Formula.Exactly("0.3"), Formula.Exactly("0.1+0.2"));
        Assert.NotEqual(0.3, Formula.InDoubles("0.1+0.2"));
        Assert.Equal(new Rational(1, 10), Formula.Exactly("0.1"));
        Assert.Equal(new Rational(123456789012345, 1) / ScalarMath.Power<Rational>(10, 30), Formula.Exactly("123456789012345e-30"));
        Assert.Equal(ScalarMath.Power<Rational>(10, 300), Formula.Exactly("1e300"));
    }

    [Fact]
    public void A_decimal_in_tracked_doubles_covers_its_exact_value()
    {
        foreach (string text in new[] { "0.1", "1e-30", "123456789012345e-30", "3.14159", "1e300", "1e23" })
        {
            Tracked<double> value = Expression.Parse(text).Evaluate(new Names<Tracked<double>>());
            Rational distance = Rational.FromDouble(value.Value) - Formula.Exactly(text);
            Assert.True(Math.Abs(Rational.ToDouble(distance)) <= value.Error, text);
            Assert.True(value.Error <= 1e-13 * Math.Abs(value.Value), text);
        }
    }

    [Fact]
    public void Names_take_their_values_now_and_one_iteration_before()
    {
        Assert.Equal(2.0 * 3 * 16 / 7, Formula.InDoubles("2*L*D^2/(k+2)", ("L", 3), ("D", 4), ("k", 5)));
        Assert.Equal(4, Formula.InDoubles("prev(h) - h", ("h", 3), ("p_h", 7)));
        Assert.Equal(7, Formula.InDoubles("prev( h )", ("p_h", 7)));
    }

    [Fact]
    public void A_formula_knows_the_names_it_uses()
    {
        Expression e = "2*L*D^2/(k+2) + prev(h) - min(h, -mu)";
        Assert.Equal(["D", "L", "h", "k", "mu"], e.Names);
        Assert.Equal(["h"], e.PastNames);
        Assert.Equal("2*L*D^2/(k+2) + prev(h) - min(h, -mu)", e.ToString());
    }

    [Fact]
    public void A_product_of_formulas_keeps_each_factor_together() =>
        Assert.Equal(21, ((Expression)"1+2" * "3+4").Evaluate(new Names<double>()));

    [Fact]
    public void A_name_may_be_called_like_a_function() => Assert.Equal(5, Formula.InDoubles("log", ("log", 5)));

    [Theory]
    [InlineData("1+", 3, "ends")]
    [InlineData("", 1, "ends")]
    [InlineData("(1+2", 5, "')' is missing")]
    [InlineData("1+2)", 4, "unexpected ')'")]
    [InlineData("1 2", 3, "unexpected '2'")]
    [InlineData("2**3", 3, "unexpected '*'")]
    [InlineData("2 + + 3", 5, "unexpected '+'")]
    [InlineData("k % 2", 3, "unexpected '%'")]
    [InlineData("min(1)", null, "min takes 2 arguments, not 1")]
    [InlineData("sqrt(1,2)", null, "sqrt takes 1 argument, not 2")]
    [InlineData("1 + sqr(4)", 5, "Did you mean 'sqrt'?")]
    [InlineData("prev()", null, "symbol of a measure")]
    [InlineData("prev(2*h)", null, "')' is missing")]
    [InlineData("1234567890123456", 1, "1 to 15 digits")]
    [InlineData("1e301", 1, "exponent")]
    [InlineData(".", 1, "1 to 15 digits")]
    [InlineData("1..2", 3, "unexpected '.'")]
    [InlineData("1e400", 1, "exponent")]
    public void Errors_say_where_and_what(string text, int? column, string what)
    {
        string message = Formula.ErrorOf(text);
        Assert.Contains($"'{text}'", message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(column is { } at ? $"column {at}:" : "column ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_long_sums_are_not()
    {
        Assert.Contains("nested too deeply", Formula.ErrorOf(new string('(', 5000) + "1" + new string(')', 5000)), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Formula.ErrorOf(new string('-', 5000) + "1"), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Formula.ErrorOf(string.Concat(Enumerable.Repeat("2^", 5000)) + "1"), StringComparison.Ordinal);
        Assert.Equal(1001, Formula.InDoubles("1" + string.Concat(Enumerable.Repeat("+1", 1000))));
    }

    [Theory]
    [InlineData("harmonic(-1)")]
    [InlineData("harmonic(1/2)")]
    [InlineData("theta(1e9)")]
    public void A_count_that_is_none_is_an_input_error(string text) => Assert.Throws<InputException>(() => Formula.InDoubles(text));
}
