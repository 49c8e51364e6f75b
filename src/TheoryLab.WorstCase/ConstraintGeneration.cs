using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>
/// Solves with the constraints that proofs use, looks for violated ones at the solution, adds the worst and repeats. The bound of any subset is valid
/// for the whole; the last round shows that it is exact. No choice depends on the method.
/// </summary>
internal sealed class ConstraintGeneration<T>
    where T : struct, INumber<T>
{
    // With fewer constraints than this, leaving some out saves nothing.
    private const int SmallProblem = 60;
    private const int MostRounds = 30;

    private const double FirstTracePerVector = 4;
    private const double LargestTracePerVector = 1e6;
    private const double TraceGrowth = 10;

    // A bound on the trace that does not matter has a multiplier of the size of the remaining gap; one that the value leans on, even a little as where the
    // supremum is not attained, has a larger one.
    private const double TraceShare = 100;

    // Where the gap asked for is not reached, this one is good enough to go on.
    private const double Settled = 1e-7;

    // A round adds about this many constraints per point, among those within this fraction of the worst.
    private const int PerPoint = 2;
    private const double WorthAdding = 1e-3;

    private readonly WorstCaseProblem<T> _problem;
    private readonly WorstCaseOptions _options;
    private readonly ProgramBuilder<T> _builder = new();
    private readonly List<Entry> _used = [];
    private readonly List<Entry> _rest = [];
    private readonly SdpRow _objective;
    private readonly ProgramUnits _units;
    private readonly double _unit;
    private double? _traceBound;
    private readonly FreeProducts<T> _products;

    public ConstraintGeneration(WorstCaseProblem<T> problem, WorstCaseOptions options, CancellationToken cancellation)
    {
        (_problem, _options) = (problem, options);
        List<Candidate> candidates =
        [
            .. problem.Assumptions.Select(a => new Candidate(a, true)),
            .. from f in problem.Interpolated
               from pair in Candidates.Of(f)
               from constraint in Candidates.Constraints(f, pair)
               select new Candidate(constraint, constraint.IsEquality || Candidates.IsCore(f, pair)),
        ];
        int conditions = candidates.Count - problem.Assumptions.Count;
        _products = new(problem.Objective, candidates.Select(c => c.Constraint), problem.Space.VectorNames.Count, problem.Space.ValueNames.Count);
        SdpRow objective = _builder.Row("objective", _products.Reduce(problem.Objective), isEquality: false);
        candidates = [.. candidates.Select(c => c with { Entry = Compile(c.Constraint, cancellation) })];

        // A condition between equal points reads 0 <= 0 and has no place in a program.
        candidates.RemoveAll(c => c.Row.Gram.Length + c.Row.Values.Length == 0);

        // Free products need the constraints that tie them down.
        bool everything = options.Selection == ConstraintSelection.All || _products.IsActive
            || (options.Selection == ConstraintSelection.Automatic && conditions <= SmallProblem);
        ConstraintCount = candidates.Count;
        HashSet<SdpRow> vacuous = _products.IsActive ? VacuousRows.Of(objective, [.. candidates.Select(c => c.Row)], problem.Space.ValueNames.Count) : [];
        candidates.RemoveAll(c => vacuous.Contains(c.Row));
        Kinds<T> kinds = new(problem);
        candidates = [.. candidates.Select(c => c with { Kind = kinds.OfRow(c.Constraint) })];

        // The constraints that proofs use decide about units, and of kinds without such all.
        HashSet<int> decided = [.. candidates.Where(c => c.IsCore).Select(c => c.Kind)];
        _units = _builder.Units(
            _products.Kept(kinds.Vectors),
            _products.WithProducts(kinds.Values),
            [(objective, kinds.OfObjective), .. candidates.Where(c => c.IsCore || !decided.Contains(c.Kind)).Select(c => (c.Row, c.Kind))]);
        (_unit, _objective) = (_units.OfRow(kinds.OfObjective), _units.Scaled(objective, kinds.OfObjective));
        candidates = [.. candidates.Select(c => c with { Entry = c.Entry! with { Row = _units.Scaled(c.Row, c.Kind), Unit = _units.OfRow(c.Kind) } })];
        HashSet<int> redundant = RedundantValues.Of([_objective, .. candidates.OrderByDescending(c => c.IsCore).Select(c => c.Row)], _products.ValueCount, cancellation);
        _objective = _objective.Without(redundant);
        foreach (Candidate c in candidates)
        {
            (everything || c.IsCore ? _used : _rest).Add(c.Entry! with { Row = c.Row.Without(redundant) });
        }
    }

    private int ConstraintCount { get; }

    public WorstCaseResult<T> Solve(CancellationToken cancellation)
    {
        int iterations = 0;
        for (int round = 1; ; round++)
        {
            SdpSolution solution = SolveRound(cancellation);
            iterations += solution.Iterations;
            double scale = Math.Max(Math.Abs(solution.Dual), double.Epsilon);
            List<(double Violation, Entry Entry)> violated = [];
            double worst = 0;
            foreach (Entry entry in _rest)
            {
                double violation = entry.Row.Evaluate(solution.InnerProducts, (int)Math.Sqrt(solution.InnerProducts.Length), solution.Values) / scale;
                worst = Math.Max(worst, violation);
                if (violation > _options.Violation)
                {
                    violated.Add((violation, entry));
                }
            }

            if (_rest.Count == 0 || (violated.Count == 0 && IsSettled(solution)) || round == MostRounds)
            {
                return Result(solution, worst, round, iterations);
            }

            AddWorst(violated, everything: violated.Count == 0);
        }
    }

    // A solve that stops short of the gap asked for may be as good as the search for violated constraints can tell. More of them would only make it worse.
    private static bool IsSettled(SdpSolution solution) => solution.Status == SdpStatus.Converged || RelativeUncertainty(solution) <= Settled;

    private static double Uncertainty(SdpSolution solution) => solution.DualUncertainty + Math.Abs(solution.Dual - solution.Primal);

    private static double RelativeUncertainty(SdpSolution solution) => Uncertainty(solution) / Math.Max(Math.Abs(solution.Dual), double.Epsilon);

    // Where a worst instance may be shifted without limit (a constant added to all gradients, say) the Gram matrices of solutions are unbounded and the
    // central path runs away with them. A bound on the trace, raised until its multiplier is nothing, leaves the value as it is.
    private SdpSolution SolveRound(CancellationToken cancellation)
    {
        SdpOptions options = new(_options.Gap, _options.Gap, _options.Centering);
        int iterations = 0;
        SdpSolution? best = null;
        double first = FirstTracePerVector * _products.Dimension;
        if (_traceBound is null)
        {
            // A bound that is met anyway would change nothing.
            best = InteriorPoint.Solve(Program(null), options, cancellation);
            if (best.Status == SdpStatus.Converged || (IsSettled(best) && best.Trace <= first))
            {
                return best;
            }

            iterations = best.Iterations;
        }

        int d = _products.Dimension;
        for (double trace = _traceBound ?? first; trace <= LargestTracePerVector * d; trace *= TraceGrowth)
        {
            SdpSolution bounded = InteriorPoint.Solve(Program(trace), options, cancellation);
            iterations += bounded.Iterations;
            double share = bounded.Multipliers[^1];
            if (share * trace > TraceShare * _options.Gap * Math.Abs(bounded.Dual))
            {
                continue;
            }

            // Without the bound its multiplier is what the others lack.
            bounded = bounded with { Multipliers = bounded.Multipliers[..^1], DualResidual = Math.Max(bounded.DualResidual, share) };
            if (IsSettled(bounded))
            {
                // Where it took a bound so large that rounding ended the solve, more constraints may do with a smaller one.
                _traceBound = bounded.Status == SdpStatus.Converged ? trace : first;
                return bounded with { Iterations = iterations };
            }

            best = best is null || RelativeUncertainty(bounded) < RelativeUncertainty(best) ? bounded : best;
        }

        best ??= InteriorPoint.Solve(Program(null), options, cancellation);
        return best with { Iterations = iterations };
    }

    private SemidefiniteProgram Program(double? traceBound)
    {
        int d = _products.Dimension;
        List<SdpRow> rows = [.. _used.Select(e => e.Row)];
        if (traceBound is { } bound)
        {
            rows.Add(_builder.Trace(d, bound, _units));
        }

        return _builder.Program(_products.ValueCount, rows, _objective, _units);
    }

    private void AddWorst(List<(double Violation, Entry Entry)> violated, bool everything)
    {
        HashSet<Entry> added = [];
        if (everything)
        {
            added.UnionWith(_rest);
        }
        else
        {
            double worst = violated.Max(v => v.Violation);
            int limit = PerPoint * _problem.Interpolated.Sum(f => f.Points.Count);
            added.UnionWith(violated.Where(v => v.Violation >= WorthAdding * worst).OrderByDescending(v => v.Violation).Take(limit).Select(v => v.Entry));
        }

        _used.AddRange(_rest.Where(added.Contains));
        _rest.RemoveAll(added.Contains);
    }

    // Back in the units of the statement.
    private WorstCaseResult<T> Result(SdpSolution solution, double worst, int rounds, int iterations)
    {
        double[] values = _units.Values(solution.Values);
        return new(
            _unit * solution.Dual,
            _unit * solution.Primal,
            _unit * Uncertainty(solution),
            solution.Status,
            worst,
            rounds,
            iterations,
            [.. _used.Select((e, k) => (e.Constraint, solution.Multipliers[k] * (_unit / e.Unit)))],
            ConstraintCount,
            _products.Gram(_units.Gram(solution.Gram), values),
            values[.._problem.Space.ValueNames.Count])
        {
            Balance = (_products.Reduce(_problem.Objective), [.. _used.Select(e => _products.Reduce(e.Constraint.Expression))]),
        };
    }

    private Entry Compile(NamedConstraint<T> constraint, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(constraint, _builder.Row(constraint.Name, _products.Reduce(constraint.Expression), constraint.IsEquality), 1);
    }

    // A constraint, its row in the units of the program, and the unit of the row itself.
    private sealed record Entry(NamedConstraint<T> Constraint, SdpRow Row, double Unit);

    // A constraint on its way into the program: what proofs use is core, and rows of one kind share a unit.
    private sealed record Candidate(NamedConstraint<T> Constraint, bool IsCore)
    {
        public Entry? Entry { get; init; }

        public int Kind { get; init; }

        public SdpRow Row => Entry!.Row;
    }
}
