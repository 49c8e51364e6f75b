using System.Globalization;

namespace TheoryLab.MutationTests;

/// <summary>One change to a method, by a fixed rule.</summary>
public abstract record Mutation
{
    /// <summary>The n-th update of a step has its coefficient of term t multiplied: halved, doubled or negated.</summary>
    public sealed record Coefficient(int Update, int Term, double Factor) : Mutation
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"update {Update + 1}, coefficient {Term + 1} times {Factor}");
    }

    /// <summary>The n-th update of a step has the coefficients of two terms exchanged.</summary>
    public sealed record Swap(int Update, int First, int Second) : Mutation
    {
        public override string ToString() => $"update {Update + 1}, terms {First + 1} and {Second + 1} swapped";
    }

    /// <summary>Step k is made with the coefficients of step k + shift.</summary>
    public sealed record Index(int Shift) : Mutation
    {
        public override string ToString() => $"index k {(Shift > 0 ? "+" : "-")} {Math.Abs(Shift)}";
    }

    /// <summary>Each gradient is the one of the call before; the first is zero.</summary>
    public sealed record PreviousGradient : Mutation
    {
        public override string ToString() => "previous gradient";
    }
}

/// <summary>Applies a mutation while a method runs, and learns how many updates and terms its steps have.</summary>
public sealed class Mutator(Mutation? mutation)
{
    private readonly List<int> _terms = [];
    private int _update;

    /// <summary>The number of terms of each update seen so far.</summary>
    public IReadOnlyList<int> Terms => _terms;

    public bool UsesPreviousGradient => mutation is Mutation.PreviousGradient;

    public int Shift => mutation is Mutation.Index index ? index.Shift : 0;

    public void BeginStep() => _update = 0;

    /// <summary>Changes the coefficients of one update in place.</summary>
    public void Apply<TScalar>(Span<TScalar> coefficients, Func<double, TScalar> from)
        where TScalar : struct, System.Numerics.INumberBase<TScalar>
    {
        int update = _update++;
        if (update == _terms.Count)
        {
            _terms.Add(coefficients.Length);
        }

        _terms[update] = Math.Max(_terms[update], coefficients.Length);
        switch (mutation)
        {
            case Mutation.Coefficient c when c.Update == update && c.Term < coefficients.Length:
                coefficients[c.Term] *= from(c.Factor);
                break;
            case Mutation.Swap s when s.Update == update && s.Second < coefficients.Length:
                (coefficients[s.First], coefficients[s.Second]) = (coefficients[s.Second], coefficients[s.First]);
                break;
        }
    }
}
