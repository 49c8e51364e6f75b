using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>Names in a bound: k, N, the problem's constants (computed once per run), and measured symbols now and one iteration before.</summary>
/// <typeparam name="T">The scalar that the method ran in.</typeparam>
internal sealed class BoundScope<T>(Recording<T> recording, RunPlan plan) : IExpressionScope<Tracked<T>>
    where T : struct, INumber<T>
{
    private readonly Dictionary<string, Tracked<T>> _constants = new(StringComparer.Ordinal);

    /// <summary>The row of the trace at which the bound is evaluated.</summary>
    public int Row { get; set; }

    public Tracked<T> Value(string name) => name switch
    {
        "k" => ScalarMath.From<T>(recording.Trace.Iterations[Row]),
        "N" => ScalarMath.From<T>(plan.Horizon),
        _ => Column(name) is { } column ? recording.Trace.Row(Row)[column] : Constant(name),
    };

    public Tracked<T> Previous(string name) =>
        Column(name) is { } column && Row > 0 && recording.Trace.Iterations[Row - 1] == recording.Trace.Iterations[Row] - 1
            ? recording.Trace.Row(Row - 1)[column]
            : throw new InputException($"prev({name}) needs the symbol of a measure, at an iteration of at least 1.");

    private int? Column(string symbol)
    {
        for (int i = 0; i < plan.Measures.Count; i++)
        {
            if (plan.Measures[i].Symbol == symbol)
            {
                return i;
            }
        }

        return null;
    }

    private Tracked<T> Constant(string name)
    {
        if (!_constants.TryGetValue(name, out Tracked<T> value))
        {
            HostProblem<Tracked<T>> audit = recording.Audit;
            ProblemFamily family = plan.Instance.Family;
            value = audit.Constant(name) ?? throw new InputException(
                $"A bound uses {name}, which the family {family.Name} does not declare; it declares n, R, h0, {string.Join(", ", family.Constants.Select(c => c.Name))}.");
            _constants[name] = value;
        }

        return value;
    }
}
