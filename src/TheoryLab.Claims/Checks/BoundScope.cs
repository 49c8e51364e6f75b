using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>Names in a bound: k, N, the problem's constants (computed once per run), and measured symbols now and in the past.</summary>
/// <typeparam name="T">The scalar that the method ran in.</typeparam>
/// <param name="recording">The run.</param>
/// <param name="plan">How it was made.</param>
/// <param name="from">The first iteration that the claim covers.</param>
internal sealed class BoundScope<T>(Recording<T> recording, RunPlan plan, int from) : IExpressionScope<Tracked<T>>
    where T : struct, INumber<T>
{
    private readonly Dictionary<string, Tracked<T>> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<(Look, int), Tracked<T>[]> _folds = [];

    /// <summary>The row of the trace at which the bound is evaluated.</summary>
    public int Row { get; set; }

    /// <summary>The claim's measure there.</summary>
    public Tracked<T> Measure => recording.At(Row, 0);

    public Tracked<T> Value(string name) => name switch
    {
        "k" => ScalarMath.From<T>(recording.Trace.Iterations[Row]),
        "N" => ScalarMath.From<T>(plan.Horizon),
        _ => Column(name) is { } column ? recording.At(Row, column) : Constant(name),
    };

    public Tracked<T> Past(Look look, string name)
    {
        int column = Column(name) ?? throw new InputException($"'{name}' is no symbol of a measure; 'theorylab list measures' prints them.");
        if (look != Look.Best && Row == 0)
        {
            throw new InputException($"A formula looks back at {name} from iteration 0; let the claim begin at iteration 1.");
        }

        return look == Look.Previous ? recording.At(Row - 1, column) : Folded(look, column)[Row];
    }

    /// <summary>The fold of a column up to each row, computed once: rows are consecutive iterations when a formula looks back.</summary>
    private Tracked<T>[] Folded(Look look, int column)
    {
        if (!_folds.TryGetValue((look, column), out Tracked<T>[]? fold))
        {
            fold = new Tracked<T>[recording.Trace.Count];
            for (int row = 0; row < fold.Length; row++)
            {
                Tracked<T> value = recording.At(look == Look.Best ? row : Math.Max(0, row - 1), column);
                fold[row] = look switch
                {
                    Look.Best => row <= from ? value : Tracked<T>.Min(fold[row - 1], value),
                    Look.Largest => row <= 1 ? value : Tracked<T>.Max(fold[row - 1], value),
                    _ => row == 0 ? Tracked<T>.Zero : fold[row - 1] + value,
                };
            }

            _folds[(look, column)] = fold;
        }

        return fold;
    }

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
            INamedConstants<Tracked<T>> audit = recording.Audit;
            ProblemFamily family = plan.Instance.Family;
            value = audit.Constant(name) ?? throw new InputException(
                $"A bound uses {name}, which the family {family.Name} does not declare; it declares n, R, h0, {string.Join(", ", family.Constants.Select(c => c.Name))}.");
            _constants[name] = value;
        }

        return value;
    }
}
