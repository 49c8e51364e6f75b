using System.Globalization;
using System.Numerics;

namespace TheoryLab.MutationTests;

/// <summary>Where a method on coordinates or blocks meets its oracle: where it moves, and what it asks for.</summary>
public enum Site
{
    Step,
    Partial,
    Smoothness,
    Curvature,
    ExactMove,
    ProximalMove,
    ProximalWeight,
    Penalty,
    PenaltySlope,
    Entry,
    Product,
}

/// <summary>What is right at a site, and what a wrong method would have in its place; null where there is no such thing.</summary>
/// <param name="Right">The answer, or the displacement of a step.</param>
public sealed record Reply<T>(T[] Right)
    where T : struct, INumber<T>
{
    /// <summary>The one of the next coordinate or block.</summary>
    public Func<T[]>? Next { get; init; }

    /// <summary>The one of the point before the last move.</summary>
    public Func<T[]>? Stale { get; init; }

    /// <summary>A gradient step, for a minimiser.</summary>
    public Func<T[]>? GradientStep { get; init; }

    /// <summary>The diagonal alone, for a matrix.</summary>
    public Func<T[]>? Diagonal { get; init; }

    /// <summary>Whether the iterate moves by it.</summary>
    public bool IsStep { get; init; }

    /// <summary>Whether residuals are kept along with the step.</summary>
    public bool HasResiduals { get; init; }

    /// <summary>Whether selection rules compare it between coordinates.</summary>
    public bool IsCompared { get; init; }
}

/// <summary>One wrong reply, by a fixed rule that holds at every site.</summary>
public abstract record Alteration
{
    // Of three steps in a row one is spoilt, so that the others could repair the damage.
    private const int Period = 3;

    /// <summary>All alterations.</summary>
    public static IReadOnlyList<Alteration> All { get; } =
    [
        new Times(0.5), new Times(2), new Times(-1), new Times(0.9), new Times(1.1), new Reciprocal(), new OfNext(), new OfPointBefore(), new ByGradientStep(),
        new DiagonalOnly(), new LeftOut(), new Unrecorded(),
    ];

    /// <summary>The altered reply; the right one where the rule has no object.</summary>
    /// <param name="reply">What is right.</param>
    /// <param name="call">How often the site has been met before.</param>
    public virtual T[] Of<T>(Reply<T> reply, int call)
        where T : struct, INumber<T> => reply.Right;

    /// <summary>Whether the residuals hear of the step.</summary>
    /// <param name="call">How often the site has been met before.</param>
    public virtual bool Records(int call) => true;

    /// <summary>Whether the reply is altered: a rule that changes no reply makes no mutant.</summary>
    /// <param name="reply">What is right.</param>
    /// <param name="call">How often the site has been met before.</param>
    public virtual bool Changes<T>(Reply<T> reply, int call)
        where T : struct, INumber<T> => !Of(reply, call).AsSpan().SequenceEqual(reply.Right);

    private static bool IsSpoilt(int call) => call % Period == Period - 1;

    /// <summary>A multiple; steps have two more, near 1.</summary>
    public sealed record Times(double Factor) : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) =>
            Factor is 0.9 or 1.1 && !reply.IsStep ? reply.Right : Array.ConvertAll(reply.Right, a => T.CreateChecked(Factor) * a);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"times {Factor}");
    }

    /// <summary>1/a, by which the largest becomes the smallest.</summary>
    public sealed record Reciprocal : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) =>
            reply.IsCompared ? Array.ConvertAll(reply.Right, a => T.IsZero(a) ? a : T.One / a) : reply.Right;

        public override string ToString() => "reciprocal, so that the largest is the smallest";
    }

    /// <summary>What belongs to the next coordinate or block.</summary>
    public sealed record OfNext : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) => reply.Next?.Invoke() ?? reply.Right;

        public override string ToString() => "of the next one";
    }

    /// <summary>What was right before the last move.</summary>
    public sealed record OfPointBefore : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) => reply.Stale?.Invoke() ?? reply.Right;

        public override string ToString() => "of the point before the last move";
    }

    /// <summary>A gradient step in place of a minimiser.</summary>
    public sealed record ByGradientStep : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) => reply.GradientStep?.Invoke() ?? reply.Right;

        public override string ToString() => "replaced by a gradient step";
    }

    /// <summary>The diagonal of a matrix in its place.</summary>
    public sealed record DiagonalOnly : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) => reply.Diagonal?.Invoke() ?? reply.Right;

        public override string ToString() => "of the diagonal only";
    }

    /// <summary>Every third step is not made.</summary>
    public sealed record LeftOut : Alteration
    {
        public override T[] Of<T>(Reply<T> reply, int call) => reply.IsStep && IsSpoilt(call) ? new T[reply.Right.Length] : reply.Right;

        public override string ToString() => "every third left out";
    }

    /// <summary>Every third step is made, but the residuals do not hear of it.</summary>
    public sealed record Unrecorded : Alteration
    {
        public override bool Records(int call) => !IsSpoilt(call);

        public override bool Changes<T>(Reply<T> reply, int call) => reply.HasResiduals && !Records(call) && reply.Right.Any(d => !T.IsZero(d));

        public override string ToString() => "every third unknown to the residuals";
    }
}
