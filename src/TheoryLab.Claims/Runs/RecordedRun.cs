using System.Collections.Frozen;
using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>
/// A run that another program made and recorded: it stands where a claim has a method, beside a <see cref="RecordedProblem"/>. Each value is off by
/// its rounding to a double, by what its printed digits leave open (<see cref="PrintedDigits"/>) and by the accuracy stated; there is no higher precision,
/// so a violation counts beyond 1,000 times the allowance for roundings, and for every value that digits and accuracy admit.
/// </summary>
public sealed class RecordedRun : IMethod
{
    private readonly RecordedTrace _trace;
    private readonly int[] _iterations;
    private readonly Provenance _provenance;

    /// <summary>Takes a trace.</summary>
    /// <param name="file">Its file, for messages.</param>
    /// <param name="trace">Iterations and values.</param>
    /// <exception cref="InputException">An iteration is not an integer, or too large.</exception>
    public RecordedRun(string file, RecordedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        (Name, _trace) = (file, trace);
        _iterations = [.. trace.X.ToArray().Select(x => double.IsInteger(x) && x <= int.MaxValue ? (int)x : throw new InputException(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{file}: {trace.XName} is {x:R}; a claim counts iterations in integers, so choose another column as x.")))];
        _provenance = new()
        {
            HalfUnit = row => trace.Digits.HalfUnit(row) + (trace.Accuracy ?? trace.DeclaredFloor),
            Accuracy = trace.Accuracy,
            FitError = trace.FitError,
            Digits = trace.Digits.AreFull ? null : trace.Digits.Most,
            Replaced = trace.Replaced.ToFrozenSet(),
            Nonpositive = trace.Nonpositive,
            Noise = trace.Accuracy is null ? trace.BelowZero : 0,
        };
    }

    /// <summary>The file.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string UpdateRule => $"recorded elsewhere: {_trace.YName} over {_trace.XName}";

    /// <inheritdoc/>
    public string Source => "recorded";

    /// <summary>The last iteration.</summary>
    public int Last => _iterations[^1];

    /// <summary>Whether every iteration from 0 was measured, as formulas that look back and limits need it.</summary>
    public bool IsComplete => _iterations.Length == Last + 1 && _trace.Replaced.Count == 0;

    /// <summary>Whether values were replaced because they were zero or negative.</summary>
    public bool HasReplacedValues => _trace.Replaced.Count > 0;

    /// <summary>The curve up to the horizon of a plan.</summary>
    /// <exception cref="NotSupportedException">The scalar is not double: what was recorded has no higher precision.</exception>
    /// <exception cref="InputException">The curve begins beyond the horizon.</exception>
    internal Recording<T> UpTo<T>(RunPlan plan)
        where T : struct, INumber<T>
    {
        if (typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"A recorded run cannot be repeated in {typeof(T).Name}.");
        }

        int count = _iterations.Count(k => k <= plan.Horizon);
        if (count == 0)
        {
            throw new InputException($"{Name} begins at iteration {_iterations[0]}, beyond --iterations {plan.Horizon}.");
        }

        Tracked<T>[] values = [.. _trace.Y.Span[..count].ToArray().Select(y => new Tracked<T>(ScalarMath.From<T>(y), Math.ScaleB(Math.Abs(y), -53)))];
        Trace<Tracked<T>> trace = Trace<Tracked<T>>.Of(SampleGrid.Of(_iterations.AsSpan(0, count)), values);
        return new(trace, ((RecordedProblem)plan.Instance.Family).In<Tracked<T>>()) { Provenance = _provenance.WithFloor(trace) };
    }
}

/// <summary>What is known of the problem of a <see cref="RecordedRun"/>: constants by name, and nothing else.</summary>
/// <param name="constants">Their values.</param>
public sealed class RecordedProblem(IReadOnlyDictionary<string, double> constants) : ProblemFamily
{
    /// <summary>The name of every such problem.</summary>
    internal const string ProblemName = "recorded";

    /// <inheritdoc/>
    public override string Name => ProblemName;

    /// <inheritdoc/>
    public override string Summary => "the problem of a recorded run, known by its constants only";

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterInfo> Parameters => [];

    /// <inheritdoc/>
    public override IReadOnlyList<ConstantInfo> Constants { get; } =
        [.. constants.Select(c => new ConstantInfo(c.Key, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"given with the trace: {c.Value:R}")))];

    /// <inheritdoc/>
    public override ProblemInstance Create(ParameterSet parameters, int seed) => new Instance(this, parameters, seed);

    /// <summary>The constants in a scalar.</summary>
    internal INamedConstants<T> In<T>()
        where T : struct, INumber<T> => new Values<T>(constants);

    private sealed class Instance(RecordedProblem family, ParameterSet parameters, int seed) : ProblemInstance(family, parameters, seed)
    {
        public override HostProblem<T> In<T>() => throw new NotSupportedException("The problem of a recorded run cannot be asked anything.");
    }

    private sealed class Values<T>(IReadOnlyDictionary<string, double> constants) : INamedConstants<T>
        where T : struct, INumber<T>
    {
        public T? Constant(string name) => constants.TryGetValue(name, out double value) ? ScalarMath.From<T>(value) : null;
    }
}

/// <summary>A recorded column that is none of the known measures.</summary>
/// <param name="Column">Its name.</param>
public sealed record RecordedMeasure(string Column) : IMeasure
{
    /// <inheritdoc/>
    public string Name => Column;

    /// <summary>No formula can name it, except as what is compared.</summary>
    public string Symbol => Column;

    /// <inheritdoc/>
    public string Summary => "a recorded column";

    /// <inheritdoc/>
    public TReal Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TReal>
        where TScalar : struct, INumberBase<TScalar>
        where TReal : struct
        where TProblem : IMeasurableProblem<TVector, TReal> => throw new NotSupportedException($"{Column} was recorded and cannot be measured.");
}
