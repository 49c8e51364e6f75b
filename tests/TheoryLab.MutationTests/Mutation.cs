using System.Globalization;
using System.Numerics;

namespace TheoryLab.MutationTests;

/// <summary>One change to a method, by a fixed rule: what it does to indices, constants, gradients and the coefficients of an update.</summary>
public abstract record Mutation
{
    /// <summary>Whether each gradient is the one of the call before; the first is zero.</summary>
    public virtual bool UsesPreviousGradient => false;

    /// <summary>The index that step k is told.</summary>
    public virtual int Index(int k) => k;

    /// <summary>The horizon that the method is told.</summary>
    public virtual int Horizon(int n) => n;

    /// <summary>The constant that the method is told.</summary>
    public virtual T Constant<T>(string name, T value)
        where T : struct, INumber<T> => value;

    /// <summary>Changes the coefficients of one update in place.</summary>
    /// <param name="update">Which update of the step, from zero.</param>
    /// <param name="coefficients">Its coefficients.</param>
    /// <param name="before">Its coefficients at the step before, unchanged; empty if it had none.</param>
    public virtual void Change<T>(int update, Span<T> coefficients, ReadOnlySpan<T> before)
        where T : struct, INumber<T>
    {
    }

    /// <summary>The reply that a method on coordinates gets at a site of its oracle.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reply">What is right there.</param>
    /// <param name="call">How often the site has been met before.</param>
    public virtual T[] Alter<T>(Site site, Reply<T> reply, int call)
        where T : struct, INumber<T> => reply.Right;

    /// <summary>Whether residuals hear of a step of a method on coordinates.</summary>
    /// <param name="call">How many steps there have been before.</param>
    public virtual bool Records(int call) => true;

    /// <summary>Which of n coordinates, or blocks, the method means by its i-th.</summary>
    public virtual int Position(int i, int n) => i;

    /// <summary>All mutations of a method, by the fixed rules.</summary>
    /// <param name="shape">What its steps are made of.</param>
    public static IEnumerable<Mutation> All(MethodShape shape)
    {
        double[] factors = [0.5, 2, -1];
        for (int update = 0; update < shape.Terms.Count; update++)
        {
            for (int term = 0; term < shape.Terms[update]; term++)
            {
                foreach (double factor in factors)
                {
                    yield return new CoefficientTimes(update, term, factor);
                }

                for (int other = term + 1; other < shape.Terms[update]; other++)
                {
                    yield return new Swap(update, term, other);
                }
            }

            if (shape.Varies[update])
            {
                yield return new Lag(update);
            }
        }

        foreach (string name in shape.Constants)
        {
            foreach (double factor in factors)
            {
                yield return new ConstantTimes(name, factor);
            }
        }

        if (shape.ReadsIndex)
        {
            yield return new IndexShift(1);
            yield return new IndexShift(-1);
        }

        if (shape.ReadsHorizon)
        {
            yield return new HorizonShift();
        }

        foreach (Mutation mutation in OracleMutation.All(shape))
        {
            yield return mutation;
        }

        if (!shape.IsCoordinatewise)
        {
            yield return new PreviousGradient();
        }
    }

    /// <summary>The n-th update of a step has its coefficient of term t multiplied: halved, doubled or negated.</summary>
    public sealed record CoefficientTimes(int Update, int Term, double Factor) : Mutation
    {
        public override void Change<T>(int update, Span<T> coefficients, ReadOnlySpan<T> before)
        {
            if (update == Update && Term < coefficients.Length)
            {
                coefficients[Term] *= T.CreateChecked(Factor);
            }
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"update {Update + 1}, coefficient {Term + 1} times {Factor}");
    }

    /// <summary>The n-th update of a step has two of its vectors exchanged.</summary>
    public sealed record Swap(int Update, int First, int Second) : Mutation
    {
        public override void Change<T>(int update, Span<T> coefficients, ReadOnlySpan<T> before)
        {
            if (update == Update && Second < coefficients.Length)
            {
                (coefficients[First], coefficients[Second]) = (coefficients[Second], coefficients[First]);
            }
        }

        public override string ToString() => $"update {Update + 1}, terms {First + 1} and {Second + 1} swapped";
    }

    /// <summary>The n-th update of step k has the coefficients that it had at step k - 1.</summary>
    public sealed record Lag(int Update) : Mutation
    {
        public override void Change<T>(int update, Span<T> coefficients, ReadOnlySpan<T> before)
        {
            if (update == Update && before.Length == coefficients.Length)
            {
                before.CopyTo(coefficients);
            }
        }

        public override string ToString() => $"update {Update + 1}, coefficients of the step before";
    }

    /// <summary>The method is told a wrong constant.</summary>
    public sealed record ConstantTimes(string Name, double Factor) : Mutation
    {
        public override T Constant<T>(string name, T value) => name == Name ? T.CreateChecked(Factor) * value : value;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} times {Factor}");
    }

    /// <summary>Step k is told k + shift, but never less than zero.</summary>
    public sealed record IndexShift(int Shift) : Mutation
    {
        public override int Index(int k) => Math.Max(0, k + Shift);

        public override string ToString() => $"index k {(Shift > 0 ? "+" : "-")} {Math.Abs(Shift)}";
    }

    /// <summary>The method is told N + 1 steps and makes N.</summary>
    public sealed record HorizonShift : Mutation
    {
        public override int Horizon(int n) => n + 1;

        public override string ToString() => "horizon N + 1";
    }

    /// <summary>The previous gradient is used.</summary>
    public sealed record PreviousGradient : Mutation
    {
        public override bool UsesPreviousGradient => true;

        public override string ToString() => "previous gradient";
    }

    /// <summary>Nothing is changed: the method itself, observed.</summary>
    public sealed record None : Mutation;
}
