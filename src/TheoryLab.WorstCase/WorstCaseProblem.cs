using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// The worst case of a run: declare functions and vectors, run the method on them, state what is assumed and what is measured, and solve
/// (Drori and Teboulle, Mathematical Programming 145, 2014; Taylor, Hendrickx and Glineur, Mathematical Programming 161, 2017).
/// </summary>
/// <typeparam name="T">Coefficients: rationals for proofs, doubles for speed.</typeparam>
public sealed class WorstCaseProblem<T>
    where T : struct, INumber<T>
{
    private readonly List<IInterpolated<T>> _interpolated = [];
    private readonly List<NamedConstraint<T>> _assumptions = [];
    private Form<T>? _objective;

    /// <summary>The space of all vectors of this problem.</summary>
    public SymbolicSpace<T> Space { get; } = new();

    /// <summary>What is assumed beyond the classes of functions.</summary>
    public IReadOnlyList<NamedConstraint<T>> Assumptions => _assumptions;

    /// <summary>Every constraint by name: assumptions, then the conditions of each class on its points.</summary>
    public IEnumerable<NamedConstraint<T>> Constraints => _assumptions.Concat(_interpolated.SelectMany(All));

    /// <summary>What was added to the measure before it was maximised: results are accurate relative to their sum with it. Zero but for growths.</summary>
    public double Offset { get; private set; }

    /// <summary>Whether the conditions of all classes are sufficient, so that the value is the supremum itself and not an upper bound.</summary>
    public bool IsExact => _interpolated.TrueForAll(f => f is SymbolicFunction<T> { Class.IsExact: true } or SymbolicOperator<T> { Class.IsExact: true });

    /// <summary>The forms of which the smallest is measured, if several.</summary>
    internal IReadOnlyList<Form<T>> SmallestOf { get; private set; } = [];

    internal Form<T> Objective => _objective ?? throw new InputException("The worst-case problem has no objective; call Maximize before Solve.");

    internal IReadOnlyList<IInterpolated<T>> Interpolated => _interpolated;

    /// <summary>A function of a class.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="class">What is known about it.</param>
    public SymbolicFunction<T> Function(string name, InterpolationClass<T> @class)
    {
        SymbolicFunction<T> f = new(Space, name, @class);
        _interpolated.Add(f);
        return f;
    }

    /// <summary>An operator of a class.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="class">What is known about it.</param>
    public SymbolicOperator<T> Operator(string name, OperatorClass<T> @class)
    {
        SymbolicOperator<T> a = new(Space, name, @class);
        _interpolated.Add(a);
        return a;
    }

    /// <summary>A vector about which nothing is known, such as x_0.</summary>
    /// <param name="name">What reports call it.</param>
    public SymbolicVector<T> Vector(string name) => Space.NewVector(name);

    /// <summary>The origin.</summary>
    public SymbolicVector<T> Zero() => Space.Zero();

    /// <summary>A fresh vector with the value of a term.</summary>
    /// <param name="term">The term.</param>
    public SymbolicVector<T> New(Term<SymbolicVector<T>, T> term)
    {
        SymbolicVector<T> result = Space.Zero();
        result.Assign(term);
        return result;
    }

    /// <summary>A fresh vector with the value of a sum.</summary>
    /// <param name="sum">The sum.</param>
    public SymbolicVector<T> New(Sum2<SymbolicVector<T>, T> sum)
    {
        SymbolicVector<T> result = Space.Zero();
        result.Assign(sum);
        return result;
    }

    /// <summary>A fresh vector with the value of a sum.</summary>
    /// <param name="sum">The sum.</param>
    public SymbolicVector<T> New(Sum3<SymbolicVector<T>, T> sum)
    {
        SymbolicVector<T> result = Space.Zero();
        result.Assign(sum);
        return result;
    }

    /// <summary>A fresh vector with the value of a sum.</summary>
    /// <param name="sum">The sum.</param>
    public SymbolicVector<T> New(Sum4<SymbolicVector<T>, T> sum)
    {
        SymbolicVector<T> result = Space.Zero();
        result.Assign(sum);
        return result;
    }

    /// <summary>Assumes that a form is at most a bound. May be called after a solve; the next solve counts it.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="form">The form.</param>
    /// <param name="bound">The bound.</param>
    public void AtMost(string name, Form<T> form, T bound) => _assumptions.Add(new(name, form - bound, IsEquality: false));

    /// <summary>Assumes that a form is equal to a number.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="form">The form.</param>
    /// <param name="value">The number.</param>
    public void Equal(string name, Form<T> form, T value) => _assumptions.Add(new(name, form - value, IsEquality: true));

    /// <summary>Assumes that an inner product of two vectors vanishes, as optimality along a line says.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector.</param>
    public void Orthogonal(string name, SymbolicVector<T> x, SymbolicVector<T> y) => Equal(name, Form<T>.Product(x, y), T.Zero);

    /// <summary>States what is measured.</summary>
    /// <param name="measure">The measure.</param>
    public void Maximize(Form<T> measure) => (_objective, Offset) = (measure, 0);

    /// <summary>
    /// States what is measured where the supremum is expected to be zero, as for the growth of a potential. Accuracy relative to zero means nothing, so that
    /// measure + 1 is maximised and 1 taken off the results: they are absolute, in units of the normalisation that the model assumes.
    /// </summary>
    /// <param name="measure">The measure.</param>
    public void MaximizeGrowth(Form<T> measure) => (_objective, Offset) = (measure + T.One, 1);

    /// <summary>States that the smallest of several forms is measured: a value below each of them is maximised.</summary>
    /// <param name="measures">The forms.</param>
    public void MaximizeSmallest(params ReadOnlySpan<Form<T>> measures)
    {
        Form<T> smallest = Space.NewValue("smallest");
        SmallestOf = [.. measures];
        for (int i = 0; i < measures.Length; i++)
        {
            _assumptions.Add(new($"smallest <= term {i}", smallest - measures[i], IsEquality: false) { SmallestTerm = i });
        }

        Maximize(smallest);
    }

    /// <summary>Solves for the worst case.</summary>
    /// <param name="options">Accuracy; the default suits reading, certificates ask for more.</param>
    /// <param name="cancellation">Ends the solve.</param>
    public WorstCaseResult<T> Solve(WorstCaseOptions? options = null, CancellationToken cancellation = default)
    {
        WorstCaseResult<T> result = new ConstraintGeneration<T>(this, options ?? new(), cancellation).Solve(cancellation);
        return result with { Value = result.Value - Offset, Attained = result.Attained - Offset };
    }

    private static IEnumerable<NamedConstraint<T>> All(IInterpolated<T> f) =>
        from pair in Candidates.Of(f)
        from constraint in Candidates.Constraints(f, pair)
        select constraint;
}

/// <summary>A constraint: expression at most zero, or equal to zero.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="Name">What reports call it.</param>
/// <param name="Expression">The left-hand side.</param>
/// <param name="IsEquality">Whether it is an equality.</param>
public sealed record NamedConstraint<T>(string Name, Form<T> Expression, bool IsEquality)
    where T : struct, INumber<T>
{
    /// <summary>Where a condition of a class comes from; null for an assumption.</summary>
    internal ConstraintOrigin<T>? Origin { get; init; }

    /// <summary>For a row that says "the smallest is at most this term": which term.</summary>
    internal int? SmallestTerm { get; init; }
}

/// <summary>A condition of a class: of which function or operator, on which points.</summary>
internal sealed record ConstraintOrigin<T>(IInterpolated<T> Source, SymbolicPoint<T> I, SymbolicPoint<T> J, string Kind)
    where T : struct, INumber<T>;
