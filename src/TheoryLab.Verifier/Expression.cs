namespace TheoryLab.Verifier;

/// <summary>A rational combination of names in a basis, by index.</summary>
/// <param name="Terms">Coefficients by index.</param>
public sealed record Combination(IReadOnlyDictionary<int, Fraction> Terms)
{
    /// <summary>The difference.</summary>
    public static Combination operator -(Combination x, Combination y)
    {
        Dictionary<int, Fraction> terms = new(x.Terms);
        foreach ((int i, Fraction c) in y.Terms)
        {
            Fraction difference = terms.GetValueOrDefault(i) - c;
            if (difference.Sign == 0)
            {
                // Later products are shorter without it.
                terms.Remove(i);
            }
            else
            {
                terms[i] = difference;
            }
        }

        return new(terms);
    }
}

/// <summary>sum of coefficient &lt;b_i, b_j&gt; over i at most j, + sum of coefficient f_i, + constant.</summary>
/// <param name="Gram">Coefficients of inner products of base vectors.</param>
/// <param name="Values">Coefficients of values.</param>
/// <param name="Constant">Constant.</param>
public sealed record Expression(IReadOnlyDictionary<(int I, int J), Fraction> Gram, IReadOnlyDictionary<int, Fraction> Values, Fraction Constant)
{
    /// <summary>Zero.</summary>
    public static Expression Zero { get; } = new(new Dictionary<(int, int), Fraction>(), new Dictionary<int, Fraction>(), 0);

    /// <summary>The sum.</summary>
    public static Expression operator +(Expression x, Expression y) => new(Add(x.Gram, y.Gram), Add(x.Values, y.Values), x.Constant + y.Constant);

    /// <summary>The difference.</summary>
    public static Expression operator -(Expression x, Expression y) => x + (-1 * y);

    /// <summary>Less a constant.</summary>
    public static Expression operator -(Expression x, Fraction c) => x with { Constant = x.Constant - c };

    /// <summary>A multiple.</summary>
    public static Expression operator *(Fraction a, Expression x) => a.Sign == 0 ? Zero : new(
        x.Gram.ToDictionary(t => t.Key, t => a * t.Value), x.Values.ToDictionary(t => t.Key, t => a * t.Value), a * x.Constant);

    /// <summary>A value.</summary>
    /// <param name="f">Combination of values.</param>
    public static Expression Value(Combination f) => Zero with { Values = f.Terms };

    /// <summary>&lt;u, v&gt;.</summary>
    /// <param name="u">A vector.</param>
    /// <param name="v">A vector.</param>
    public static Expression Product(Combination u, Combination v)
    {
        Dictionary<(int, int), Fraction> gram = [];
        foreach ((int i, Fraction a) in u.Terms)
        {
            foreach ((int j, Fraction b) in v.Terms)
            {
                (int, int) key = i <= j ? (i, j) : (j, i);
                gram[key] = gram.GetValueOrDefault(key) + (a * b);
            }
        }

        return Zero with { Gram = gram };
    }

    private static Dictionary<TKey, Fraction> Add<TKey>(IReadOnlyDictionary<TKey, Fraction> x, IReadOnlyDictionary<TKey, Fraction> y)
        where TKey : notnull
    {
        Dictionary<TKey, Fraction> sum = new(x);
        foreach ((TKey key, Fraction c) in y)
        {
            sum[key] = sum.GetValueOrDefault(key) + c;
        }

        return sum;
    }
}

/// <summary>An expression and how it reads.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Words">In words.</param>
public sealed record Phrase(Expression Expression, string Words)
{
    /// <summary>|x_i - x_j|^2.</summary>
    /// <param name="i">A point.</param>
    /// <param name="j">A point.</param>
    public static Phrase Distance(CertificatePoint i, CertificatePoint j) => new(Expression.Product(i.X - j.X, i.X - j.X), $"|{i.Id} - {j.Id}|^2");

    /// <summary>|g_i|^2.</summary>
    /// <param name="i">A point.</param>
    public static Phrase GradientNorm(CertificatePoint i) => new(Expression.Product(i.G, i.G), $"|g({i.Id})|^2");

    /// <summary>f_i - f_j.</summary>
    /// <param name="i">A point of a function.</param>
    /// <param name="j">A point of a function.</param>
    public static Phrase ValueGap(CertificatePoint i, CertificatePoint j)
    {
        StrictObject.Require(i.F is not null && j.F is not null, $"{i.Id} and {j.Id} have no values to compare");
        return new(Expression.Value(i.F! - j.F!), $"{i.Function}({i.Id}) - {j.Function}({j.Id})");
    }

    /// <summary>A weighted sum.</summary>
    /// <param name="terms">Weights and terms.</param>
    public static Phrase Sum(IReadOnlyCollection<(Fraction Weight, Phrase Term)> terms) => new(
        terms.Aggregate(Expression.Zero, (sum, t) => sum + (t.Weight * t.Term.Expression)),
        string.Join(" + ", terms.Select(t => t.Weight == 1 ? t.Term.Words : $"{t.Weight} ({t.Term.Words})")));
}
