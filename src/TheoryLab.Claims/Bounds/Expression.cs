using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Gives names their values while an expression is evaluated.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IExpressionScope<T>
{
    /// <summary>The value of a name at the current iteration.</summary>
    /// <param name="name">k, N, a constant of the problem, or the symbol of a measure.</param>
    T Value(string name);

    /// <summary>What the past of a measure says: its value one iteration before, its smallest or largest so far, its sum over the past.</summary>
    /// <param name="look">Which of these.</param>
    /// <param name="name">The symbol of a measure.</param>
    T Past(Look look, string name);
}

/// <summary>How a formula looks back at a measure.</summary>
public enum Look
{
    /// <summary>prev(h): the value at iteration k - 1.</summary>
    Previous,

    /// <summary>best(h): the smallest value over the iterations that the claim covers, up to k.</summary>
    Best,

    /// <summary>largest(h): the largest value over iterations 0 to k - 1.</summary>
    Largest,

    /// <summary>total(h): the sum over iterations 0 to k - 1.</summary>
    Total,
}

/// <summary>
/// A formula such as <c>2*L*D^2/(k+2)</c>: parsed once to a tree, evaluated in any scalar. The text that a reader sees is the text that is
/// checked. Decimal literals are exact rationals; nothing is ever executed as code.
/// </summary>
public sealed class Expression
{
    private readonly Node _root;

    internal Expression(string text, Node root)
    {
        Text = text;
        _root = root;
        SortedSet<string> present = new(StringComparer.Ordinal), past = new(StringComparer.Ordinal);
        root.Collect(present, past);
        (Names, PresentNames, PastNames) = (new SortedSet<string>(present.Union(past), StringComparer.Ordinal), present, past);
    }

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>The names it uses, those of measures looked back at included.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The names whose value at k itself it uses.</summary>
    public IReadOnlySet<string> PresentNames { get; }

    /// <summary>The measures it looks back at; every iteration must then be measured.</summary>
    public IReadOnlySet<string> PastNames { get; }

    /// <summary>Parses + - * / ^, parentheses, numbers, names and the functions of <see cref="ExpressionFunctions"/>.</summary>
    /// <param name="text">The formula.</param>
    /// <exception cref="InputException">A syntax error, with its column.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Parse();

    /// <summary>The same, for callers that know where the formula stands.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="refuse">Makes the error of a column, from 1, and what is wrong there.</param>
    public static Expression Parse(string text, Func<int, string, InputException> refuse) => new ExpressionParser(text, refuse).Parse();

    /// <summary>A formula literal in code.</summary>
    /// <param name="text">The formula.</param>
    public static implicit operator Expression(string text) => Parse(text);

    /// <summary>The product of two formulas.</summary>
    public static Expression operator *(Expression left, Expression right) => Parse($"({left.Text})*({right.Text})");

    /// <summary>The value in a scope.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="scope">Gives names their values.</param>
    public T Evaluate<T>(IExpressionScope<T> scope)
        where T : struct, INumber<T> => _root.Evaluate(scope);

    /// <summary>Folds the tree of the formula.</summary>
    /// <typeparam name="TResult">What each part becomes.</typeparam>
    /// <param name="visitor">Says what it becomes.</param>
    public TResult Accept<TResult>(IExpressionVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return _root.Accept(visitor);
    }

    /// <summary>The formula as written.</summary>
    public override string ToString() => Text;

    internal abstract record Node
    {
        public abstract T Evaluate<T>(IExpressionScope<T> scope)
            where T : struct, INumber<T>;

        public abstract TResult Accept<TResult>(IExpressionVisitor<TResult> visitor);

        public virtual void Collect(SortedSet<string> present, SortedSet<string> past)
        {
        }
    }

    internal sealed record Literal(BigInteger Digits, int Exponent) : Node
    {
        private const int LongestFraction = 12;

        public override T Evaluate<T>(IExpressionScope<T> scope)
        {
            T ten = ScalarMath.Power(ScalarMath.From<T>(10), Math.Abs(Exponent)), digits = ScalarMath.From<T>((double)Digits);
            return Exponent < 0 ? digits / ten : digits * ten;
        }

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Number(Decimal());

        // The digits with a point among them where that is short, with an exponent where it is not.
        private string Decimal()
        {
            string digits = Digits.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Exponent is < -LongestFraction or > LongestFraction ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{digits}e{Exponent}")
                : Exponent >= 0 ? digits + new string('0', Exponent)
                : digits.PadLeft(1 - Exponent, '0').Insert(Math.Max(digits.Length, 1 - Exponent) + Exponent, ".");
        }
    }

    internal sealed record Name(string Text) : Node
    {
        public override T Evaluate<T>(IExpressionScope<T> scope) => scope.Value(Text);

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Name(Text);

        public override void Collect(SortedSet<string> present, SortedSet<string> past) => present.Add(Text);
    }

    internal sealed record Past(Look Look, string Text) : Node
    {
        public override T Evaluate<T>(IExpressionScope<T> scope) => scope.Past(Look, Text);

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Past(Look, Text);

        public override void Collect(SortedSet<string> present, SortedSet<string> past) => past.Add(Text);
    }

    internal sealed record Negation(Node Operand) : Node
    {
        public override T Evaluate<T>(IExpressionScope<T> scope) => -Operand.Evaluate(scope);

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Negation(Operand.Accept(visitor));

        public override void Collect(SortedSet<string> present, SortedSet<string> past) => Operand.Collect(present, past);
    }

    internal sealed record Binary(char Operator, Node Left, Node Right) : Node
    {
        public override T Evaluate<T>(IExpressionScope<T> scope)
        {
            T left = Left.Evaluate(scope), right = Right.Evaluate(scope);
            return Operator switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => left / right,
                _ => ExpressionFunctions.Power(left, right),
            };
        }

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Binary(Operator, Left.Accept(visitor), Right.Accept(visitor));

        public override void Collect(SortedSet<string> present, SortedSet<string> past)
        {
            Left.Collect(present, past);
            Right.Collect(present, past);
        }
    }

    internal sealed record Call(string Function, IReadOnlyList<Node> Arguments) : Node
    {
        public override T Evaluate<T>(IExpressionScope<T> scope)
        {
            T[] values = new T[Arguments.Count];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Arguments[i].Evaluate(scope);
            }

            return ExpressionFunctions.Apply(Function, values);
        }

        public override TResult Accept<TResult>(IExpressionVisitor<TResult> visitor) => visitor.Call(Function, [.. Arguments.Select(a => a.Accept(visitor))]);

        public override void Collect(SortedSet<string> present, SortedSet<string> past)
        {
            foreach (Node argument in Arguments)
            {
                argument.Collect(present, past);
            }
        }
    }
}
