using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>A part of a formula in some notation.</summary>
/// <param name="Markup">The notation.</param>
/// <param name="Strength">How strongly it holds together: see <see cref="FormulaWriter"/>.</param>
/// <param name="IsNumberFirst">Whether it begins with a digit, so that a factor before it needs a visible sign.</param>
internal readonly record struct FormulaPart(string Markup, int Strength, bool IsNumberFirst = false);

/// <summary>
/// Writes the tree of a formula in two dimensions: quotients as fractions, powers raised, parentheses only where the tree asks for them. The notation is
/// left to those derived from it.
/// </summary>
internal abstract class FormulaWriter : IExpressionVisitor<FormulaPart>
{
    private const int Sum = 0;
    private const int Product = 1;
    private const int Power = 2;
    private const int Atom = 3;

    /// <summary>A formula from its text; a text that is none is given as it stands.</summary>
    public string Write(string formula)
    {
        try
        {
            return Expression.Parse(formula).Accept(this).Markup;
        }
        catch (Core.InputException)
        {
            return Words(formula);
        }
    }

    public FormulaPart Number(string digits)
    {
        string[] parts = digits.Split('e');
        return parts.Length == 1 ? new(Digits(digits), Atom, true)
            : new(Row(Digits(parts[0]), Sign("⋅"), Raised(Digits("10"), Digits(parts[1]))), Product, true);
    }

    public FormulaPart Name(string name) => new(Symbol(name), Atom);

    public FormulaPart Past(Look look, string name) => look switch
    {
        Look.Previous => new(Lowered(Symbol(name), Row(Symbol("k"), Sign("−"), Digits("1"))), Atom),
        Look.Best => new(Row(Lowered(Function("min"), Row(Symbol("i"), Sign("≤"), Symbol("k"))), Space, Lowered(Symbol(name), Symbol("i"))), Product),
        Look.Largest => new(Row(Lowered(Function("max"), Row(Symbol("i"), Sign("<"), Symbol("k"))), Space, Lowered(Symbol(name), Symbol("i"))), Product),
        _ => new(Row(Lowered(Sign("∑"), Row(Symbol("i"), Sign("<"), Symbol("k"))), Lowered(Symbol(name), Symbol("i"))), Product),
    };

    public FormulaPart Negation(FormulaPart operand) => new(Row(Sign("−"), At(Product, operand)), Sum);

    public FormulaPart Binary(char operation, FormulaPart left, FormulaPart right) => operation switch
    {
        '+' => new(Row(left.Markup, Sign("+"), right.Markup), Sum, left.IsNumberFirst),
        '-' => new(Row(left.Markup, Sign("−"), At(Product, right)), Sum, left.IsNumberFirst),
        '*' => new(Row(At(Product, left), right.IsNumberFirst && right.Strength > Sum ? Sign("⋅") : Times, At(Product, right)), Product, left.IsNumberFirst && left.Strength > Sum),
        '/' => new(Fraction(left.Markup, right.Markup), Product, true),
        _ => new(Raised(At(Atom, left), right.Markup), Power, left.IsNumberFirst && left.Strength == Atom),
    };

    public FormulaPart Call(string function, IReadOnlyList<FormulaPart> arguments) => function switch
    {
        "sqrt" => new(Root(arguments[0].Markup), Atom),
        "exp" => new(Raised(Symbol("e"), arguments[0].Markup), Power),
        "abs" => new(Fenced("|", arguments[0].Markup, "|"), Atom),
        "log" => new(Row(Function("log"), Fenced("(", arguments[0].Markup, ")")), Product),
        "harmonic" => new(Lowered(Symbol("H"), arguments[0].Markup), Atom),
        "theta" => new(Lowered(Symbol("theta"), arguments[0].Markup), Atom),
        _ => new(Row(Function(function), Fenced("(", string.Join(Sign(","), arguments.Select(a => a.Markup)), ")")), Atom),
    };

    /// <summary>A relation such as "h ≤ bound": parts side by side.</summary>
    public abstract string Row(params ReadOnlySpan<string> parts);

    /// <summary>An operator or relation.</summary>
    public abstract string Sign(string sign);

    /// <summary>Parentheses or bars.</summary>
    public abstract string Fenced(string open, string inner, string close);

    /// <summary>Text within a formula.</summary>
    public abstract string Words(string text);

    /// <summary>A symbol with an index.</summary>
    public string Indexed(string symbol, params string[] index) =>
        Lowered(Symbol(symbol), Row([.. index.Select(i => char.IsAsciiLetter(i[0]) ? Symbol(i) : char.IsAsciiDigit(i[0]) ? Digits(i) : Sign(i))]));

    /// <summary>A part raised to a number.</summary>
    public string RaisedTo(string what, string digits) => Raised(what, Digits(digits));

    /// <summary>The name of a function.</summary>
    public abstract string Function(string name);

    /// <summary>A product without a sign.</summary>
    protected abstract string Times { get; }

    /// <summary>A thin space.</summary>
    protected abstract string Space { get; }

    protected abstract string Digits(string digits);

    /// <summary>A letter, Greek or Latin, or a word.</summary>
    protected abstract string Letter(string name);

    protected abstract string Fraction(string over, string under);

    protected abstract string Raised(string what, string exponent);

    protected abstract string Lowered(string what, string index);

    protected abstract string Root(string inner);

    /// <summary>A name, its digits at the end and what follows an underscore lowered: h0, x_star.</summary>
    private string Symbol(string name)
    {
        int underscore = name.IndexOf('_', StringComparison.Ordinal);
        string stem = underscore > 0 ? name[..underscore] : name.TrimEnd("0123456789".ToCharArray()), rest = name[(underscore > 0 ? underscore + 1 : stem.Length)..];
        return rest.Length == 0 || stem.Length == 0 ? Letter(name) : Lowered(Letter(stem), rest.All(char.IsAsciiDigit) ? Digits(rest) : Letter(rest));
    }

    private string At(int strength, FormulaPart part) => part.Strength >= strength ? part.Markup : Fenced("(", part.Markup, ")");
}
