using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Recursive descent: sum = product (('+' | '-') product)*; product = unary (('*' | '/') unary)*; unary = '-' unary | power;
/// power = atom ('^' unary)?, so that -x^2 is -(x^2), 2^-1 is allowed and ^ associates to the right.
/// </summary>
internal sealed class ExpressionParser(string text, Func<int, string, InputException>? refuse = null)
{
    private const int DeepestNesting = 200;
    private int _at;
    private int _depth;

    public Expression Parse()
    {
        Expression.Node root = Sum();
        return Peek() == '\0' ? new Expression(text, root) : throw Error($"unexpected '{text[_at]}'");
    }

    private Expression.Node Sum()
    {
        Expression.Node left = Product();
        while (Peek() is '+' or '-')
        {
            char op = text[_at++];
            left = new Expression.Binary(op, left, Product());
        }

        return left;
    }

    private Expression.Node Product()
    {
        Expression.Node left = Unary();
        while (Peek() is '*' or '/')
        {
            char op = text[_at++];
            left = new Expression.Binary(op, left, Unary());
        }

        return left;
    }

    private Expression.Node Unary()
    {
        if (++_depth > DeepestNesting)
        {
            throw Error("nested too deeply");
        }

        Expression.Node node;
        if (Peek() == '-')
        {
            _at++;
            node = new Expression.Negation(Unary());
        }
        else
        {
            node = Atom();
            if (Peek() == '^')
            {
                _at++;
                node = new Expression.Binary('^', node, Unary());
            }
        }

        _depth--;
        return node;
    }

    private Expression.Node Atom()
    {
        char c = Peek();
        if (c == '(')
        {
            _at++;
            Expression.Node inner = Sum();
            Expect(')');
            return inner;
        }

        return char.IsAsciiDigit(c) || c == '.' ? Number()
            : char.IsAsciiLetter(c) ? NameOrCall()
            : c == '\0' ? throw Error("the formula ends where a number, a name or '(' is expected")
            : throw Error($"unexpected '{c}' where a number, a name or '(' is expected");
    }

    private Expression.Literal Number()
    {
        int start = _at;
        BigInteger digits = 0;
        int exponent = 0, count = 0;
        bool fraction = false;
        for (; _at < text.Length && (char.IsAsciiDigit(text[_at]) || (text[_at] == '.' && !fraction)); _at++)
        {
            if (text[_at] == '.')
            {
                fraction = true;
                continue;
            }

            digits = digits * 10 + (text[_at] - '0');
            exponent -= fraction ? 1 : 0;
            count++;
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            int sign = _at + 1 < text.Length && text[_at + 1] == '-' ? -1 : 1;
            int from = _at + (_at + 1 < text.Length && text[_at + 1] is '-' or '+' ? 2 : 1), to = from;
            while (to < text.Length && char.IsAsciiDigit(text[to]))
            {
                to++;
            }

            if (to > from && to - from <= 3)
            {
                exponent += sign * int.Parse(text.AsSpan(from, to - from), System.Globalization.CultureInfo.InvariantCulture);
                _at = to;
            }
        }

        // Fifteen digits are exact in a double, from where every scalar takes them.
        if (count is 0 or > 15 || exponent is < -300 or > 300)
        {
            _at = start;
            throw Error("a number has 1 to 15 digits and an exponent from -300 to 300; write a quotient for more");
        }

        return new Expression.Literal(digits, exponent);
    }

    private Expression.Node NameOrCall()
    {
        int start = _at;
        string name = Identifier();
        if (Peek() != '(')
        {
            return new Expression.Name(name);
        }

        _at++;
        if (ExpressionFunctions.LookOf(name) is { } look)
        {
            Peek();
            string measure = Identifier();
            Expect(')');
            return measure.Length > 0 ? new Expression.Past(look, measure) : throw Error($"{name}(...) takes the symbol of a measure");
        }

        List<Expression.Node> arguments = [Sum()];
        while (Peek() == ',')
        {
            _at++;
            arguments.Add(Sum());
        }

        Expect(')');
        if (ExpressionFunctions.Arity(name) is not { } arity)
        {
            _at = start;
            throw Error(NearestName.Unknown("function", name, ExpressionFunctions.Names).Message.TrimEnd('.'));
        }

        return arguments.Count == arity ? new Expression.Call(name, arguments) : throw Error($"{name} takes {arity} argument{(arity == 1 ? string.Empty : "s")}, not {arguments.Count}");
    }

    private string Identifier()
    {
        int start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw Error($"'{c}' is missing");
        }

        _at++;
    }

    private char Peek()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : '\0';
    }

    private InputException Error(string what) => refuse?.Invoke(_at + 1, what) ?? new($"Formula '{text}', column {_at + 1}: {what}.");
}
