using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A worst-case problem in the words of a certificate: functions, points, assumptions and objective, without multipliers. Made from the symbolic run
/// alone, so that two drafts are equal exactly if they state the same theorem.
/// </summary>
public sealed class CertificateDraft
{
    private readonly WorstCaseProblem<Rational> _problem;
    private readonly FormReader _reader;
    private readonly List<(NamedConstraint<Rational> Constraint, DraftAssumption Assumption)> _assumptions = [];

    /// <summary>Reads a problem.</summary>
    /// <param name="problem">The problem, complete.</param>
    /// <exception cref="InputException">Version 1 of the format cannot state a class, an assumption or the objective.</exception>
    public CertificateDraft(WorstCaseProblem<Rational> problem)
    {
        _problem = problem;
        foreach (IInterpolated<Rational> f in problem.Interpolated)
        {
            (string Name, IReadOnlyList<(string Name, Rational Value)> Parameters) @class = f.InCertificates
                ?? throw new InputException($"The class of {f.Name} has no place in certificates of version 1; only its worst case can be computed.");
            Functions.Add((f.Name, @class.Name, @class.Parameters));
        }

        _reader = new(problem);
        foreach (NamedConstraint<Rational> constraint in problem.Assumptions.Where(a => a.SmallestTerm is null))
        {
            _assumptions.Add((constraint, _reader.Assumption(constraint)));
        }

        Objectives = problem.SmallestOf.Count > 0 ? [.. problem.SmallestOf.Select(_reader.Objective)] : [_reader.Objective(problem.Objective)];
        string[] kinds = [.. Objectives.Select(o => o.Kind).Distinct()];
        ObjectiveKind = kinds.Length == 1 ? kinds[0] : throw new InputException($"The objective mixes {string.Join(" and ", kinds)}, which a certificate of version 1 cannot state.");
    }

    /// <summary>Functions and operators with class and parameters; "points" holds points of which nothing is known.</summary>
    public List<(string Name, string Class, IReadOnlyList<(string Name, Rational Value)> Parameters)> Functions { get; } = [];

    /// <summary>What kind of term the objective is made of.</summary>
    public string ObjectiveKind { get; }

    /// <summary>The objective; several ones if their smallest is bounded.</summary>
    public IReadOnlyList<DraftObjective> Objectives { get; }

    /// <summary>How many points the certificate lists.</summary>
    public int PointCount => Points.Count();

    internal WorstCaseProblem<Rational> Problem => _problem;

    internal IEnumerable<(string Function, SymbolicPoint<Rational> Point)> Points =>
        _problem.Interpolated.SelectMany(f => f.Points.Select(p => (f.Name, p))).Concat(_reader.BarePoints.Select(p => (FormReader.Bare, p)));

    internal bool HasBarePoints => _reader.BarePoints.Count > 0;

    internal DraftAssumption AssumptionOf(NamedConstraint<Rational> constraint) => _assumptions.First(a => ReferenceEquals(a.Constraint, constraint)).Assumption;
}

/// <summary>An assumption in the words of a certificate.</summary>
/// <param name="Kind">initial-distance, initial-value, initial-gradient, initial-energy or orthogonal.</param>
/// <param name="Points">Points i and j, or u and v as points with gradients or pairs.</param>
/// <param name="Numbers">Value, and weights of an energy.</param>
public sealed record DraftAssumption(string Kind, IReadOnlyList<DraftReference> Points, IReadOnlyList<(string Name, Rational Value)> Numbers);

/// <summary>A point by function and id, or a vector made of one or two points.</summary>
/// <param name="Key">The key in the file: i, j, u or v.</param>
/// <param name="Function">Function of the first point.</param>
/// <param name="Id">Its id.</param>
/// <param name="Gradient">Whether the gradient is meant (u and v only).</param>
/// <param name="OtherFunction">Function of the point that is subtracted (u and v only).</param>
/// <param name="OtherId">Its id.</param>
public sealed record DraftReference(string Key, string Function, string Id, bool Gradient = false, string? OtherFunction = null, string? OtherId = null);

/// <summary>An objective: terms of one kind.</summary>
/// <param name="Kind">value-gap, distance, gradient-norm or residual.</param>
/// <param name="Terms">Points and weight of each term.</param>
public sealed record DraftObjective(string Kind, IReadOnlyList<(IReadOnlyList<DraftReference> Points, Rational Weight)> Terms);
