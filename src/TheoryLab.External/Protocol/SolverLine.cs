using System.Text.Json;

namespace TheoryLab.External;

/// <summary>What a solver may write.</summary>
internal enum SolverVerb
{
    Gradient,
    Value,
    HessianProduct,
    LinearMinimization,
    Iterate,
    Done,
    Error,
}

/// <summary>A line of a solver, read into storage that is used again for the next one.</summary>
/// <param name="dimension">n.</param>
internal sealed class SolverLine(int dimension)
{
    private const string Known = "gradient, value, hessian-product with direction, lmo, iterate, done, error";

    private readonly double[] _point = new double[dimension];
    private readonly double[] _direction = new double[dimension];

    /// <summary>What the solver wants.</summary>
    public SolverVerb Verb { get; private set; }

    /// <summary>x, or c of a linear minimisation.</summary>
    public double[] Point => _point;

    /// <summary>d of a Hessian product.</summary>
    public double[] Direction => _direction;

    /// <summary>The solver's own words about its error.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>The longest line that a solver may write: two vectors with 64 characters a number, and 4,096 for the rest.</summary>
    /// <param name="dimension">n.</param>
    public static int Longest(int dimension) => (int)Math.Min(int.MaxValue / 2, 4096 + (128L * dimension));

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <exception cref="ProtocolException">It breaks the protocol.</exception>
    public void Read(ReadOnlySpan<byte> line)
    {
        SolverVerb? verb = null;
        bool direction = false;

        bool Field(string key, ref Utf8JsonReader json)
        {
            if (key == "direction")
            {
                LineReader.Vector(key, ref json, _direction);
                return direction = true;
            }

            if (Of(key) is not { } asked)
            {
                return false;
            }

            if (verb is not null)
            {
                throw new ProtocolException("asked for two things in one line", "ask for one a line");
            }

            verb = asked;
            switch (asked)
            {
                case SolverVerb.Done when json.TokenType == JsonTokenType.True:
                    break;
                case SolverVerb.Done:
                    throw new ProtocolException("wrote something else than true after \"done\"", "write {\"done\":true} once, at the end");
                case SolverVerb.Error:
                    Message = LineReader.Text(key, ref json);
                    break;
                default:
                    LineReader.Vector(key, ref json, _point);
                    break;
            }

            return true;
        }

        LineReader.Read(line, Field, Known);
        Verb = verb ?? throw new ProtocolException($"wrote the line '{LineReader.Short(line)}', which asks for nothing", $"the keys are {Known}");
        if (direction != (Verb == SolverVerb.HessianProduct))
        {
            throw direction
                ? new ProtocolException("wrote a \"direction\" without \"hessian-product\"", "only Hessian products have one")
                : new ProtocolException("asked for a Hessian product without \"direction\"", "write {\"hessian-product\":[x],\"direction\":[d]}");
        }
    }

    private static SolverVerb? Of(string key) => key switch
    {
        "gradient" => SolverVerb.Gradient,
        "value" => SolverVerb.Value,
        "hessian-product" => SolverVerb.HessianProduct,
        "lmo" => SolverVerb.LinearMinimization,
        "iterate" => SolverVerb.Iterate,
        "done" => SolverVerb.Done,
        "error" => SolverVerb.Error,
        _ => null,
    };
}
