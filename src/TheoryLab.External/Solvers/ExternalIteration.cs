using System.Globalization;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.External;

/// <summary>One run of an external solver: a step answers its questions until it reports the next iterate, and the last one waits for its end.</summary>
internal sealed class ExternalIteration : IIteration<HostVector<double>>, IDisposable
{
    private readonly ExternalProcess _process;
    private readonly ProblemAnswers _answers;
    private readonly LineWriter _writer = new();
    private readonly SolverLine _line;
    private readonly HostVector<double> _previous;
    private readonly int _horizon;
    private readonly int _mostQuestions;
    private readonly CancellationToken _cancellation;
    private ReadOnlyMemory<byte> _pending;

    public ExternalIteration(ExternalProcess process, ProblemInstance instance, HostProblem<double> problem, int horizon, CancellationToken cancellation)
    {
        int n = problem.InitialPoint.Length;
        (_process, _horizon, _cancellation) = (process, horizon, cancellation);
        process.LongestLine = SolverLine.Longest(n);
        Iterate = problem.InitialPoint.Copy();
        _previous = problem.InitialPoint.Copy();
        _answers = new(problem);
        _line = new(n);

        // A step may solve a linear system by conjugate gradients, restarted often, or search along lines; beyond that it is a loop without an end.
        _mostQuestions = 10_000 + (10 * n);
        _pending = _writer.Begin()
            .Add("theorylab", 1)
            .Add("dimension", n)
            .Add("x0", Iterate.Span)
            .Add("constants", KnownConstants.Of(instance, problem))
            .Add("iterations", horizon)
            .Add("seed", instance.Seed)
            .Add("oracles", _answers.Offered)
            .End().Line;
    }

    /// <inheritdoc/>
    public HostVector<double> Iterate { get; }

    /// <inheritdoc/>
    public HostVector<double> Point(Sequence sequence) => sequence switch
    {
        Sequence.Iterate => Iterate,
        Sequence.Previous => _previous,
        _ => throw new InputException("An external solver reports its iterates only; choose a measure of x_k alone."),
    };

    /// <inheritdoc/>
    public void Step(int k)
    {
        Serve(k);
        if (_line.Verb == SolverVerb.Done)
        {
            throw _process.Failure(
                string.Create(CultureInfo.InvariantCulture, $"was done after {k} of {_horizon} iterates"),
                "report one iterate for each of them, the last one again if it no longer changes, or ask for less with --iterations");
        }

        _previous.CopyFrom(Iterate);
        _line.Point.CopyTo(Iterate.Span);
        if (k + 1 == _horizon)
        {
            Serve(k + 1);
            if (_line.Verb != SolverVerb.Done)
            {
                throw _process.Failure(
                    string.Create(CultureInfo.InvariantCulture, $"reported more than {_horizon} iterates"), "stop after as many as \"iterations\" says; x0 is not one of them");
            }

            _process.Part();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _writer.Dispose();
    }

    /// <summary>Answers until a line comes that is no question.</summary>
    private void Serve(int k)
    {
        for (int questions = 0; ; questions++)
        {
            ReadOnlySpan<byte> line = _process.Exchange(_pending, _cancellation);
            _pending = default;
            try
            {
                _line.Read(line);
            }
            catch (ProtocolException e)
            {
                throw _process.Failure($"{e.Message} at iteration {k.ToString(CultureInfo.InvariantCulture)}", e.Mend);
            }

            switch (_line.Verb)
            {
                case SolverVerb.Iterate or SolverVerb.Done:
                    return;
                case SolverVerb.Error:
                    throw _process.Failure($"gave up at iteration {k.ToString(CultureInfo.InvariantCulture)} with '{LineReader.Short(_line.Message)}'", "mend the solver");
                case var _ when questions == _mostQuestions:
                    throw _process.Failure(
                        string.Create(CultureInfo.InvariantCulture, $"asked {_mostQuestions} questions in iteration {k} without reporting an iterate"),
                        "report {\"iterate\":[x]} once per iteration");
                default:
                    _answers.Answer(_line, _writer);
                    _pending = _writer.Line;
                    break;
            }
        }
    }
}
