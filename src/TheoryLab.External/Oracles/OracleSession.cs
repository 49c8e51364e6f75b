using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>One run of an external oracle: its declaration, then questions and answers. What was declared stays known after the end.</summary>
internal sealed class OracleSession : IDisposable
{
    private readonly ExternalProcess _process;
    private readonly LineWriter _writer = new();
    private readonly CancellationToken _cancellation;
    private readonly string _name;
    private readonly double _initialValue = double.NaN;

    public OracleSession(ExternalFamily family, IEnumerable<KeyValuePair<string, double>> parameters, int seed, CancellationToken cancellation)
    {
        _name = family.Name;
        _cancellation = cancellation;
        _process = ExternalProcess.Start("oracle", family.Command, family.Limits);
        try
        {
            _process.LongestLine = OracleDeclaration.Longest;
            _writer.Begin().Add("theorylab", 1).Add("seed", seed).Add("parameters", parameters).End();
            Declared = Exchange(line => OracleDeclaration.Read(line));
            _process.LongestLine = OracleAnswer.Longest(Declared.Dimension);
            Minimum = Declared.Constants.TryGetValue("fstar", out double declared) ? declared
                : Declared.Minimizer is { } minimizer && Offers("value") ? Value(minimizer)
                : null;

            // Bounds ask for h0 = f(x_0) - f* when the run is over.
            _initialValue = Offers("value") && Minimum is not null ? Value(Declared.InitialPoint) : double.NaN;
        }
        catch
        {
            _process.Dispose();
            throw;
        }
    }

    private delegate TResult Reader<TResult>(ReadOnlySpan<byte> line);

    /// <summary>What the oracle said of itself.</summary>
    public OracleDeclaration Declared { get; }

    /// <summary>f*, as declared or as the value at the declared minimiser; null if neither is known.</summary>
    public double? Minimum { get; }

    /// <summary>Whether it answers a question.</summary>
    /// <param name="question">gradient, value, hessian-product or lmo.</param>
    public bool Offers(string question) => Declared.Oracles.Contains(question);

    /// <summary>The answer to a question about a point.</summary>
    /// <param name="question">gradient or lmo.</param>
    /// <param name="x">The point.</param>
    /// <param name="answer">Target.</param>
    public void Ask(string question, double[] x, double[] answer)
    {
        Require(question);
        _writer.Vector(question, x);
        Exchange(line =>
        {
            OracleAnswer.Vector(line, question, answer);
            return true;
        });
    }

    /// <summary>(Hessian at x) direction.</summary>
    public void HessianProduct(double[] x, double[] direction, double[] answer)
    {
        Require("hessian-product");
        _writer.Begin().Add("hessian-product", x).Add("direction", direction).End();
        Exchange(line =>
        {
            OracleAnswer.Vector(line, "hessian-product", answer);
            return true;
        });
    }

    /// <summary>f(x).</summary>
    public double Value(double[] x)
    {
        Require("value");
        if (!double.IsNaN(_initialValue) && x.AsSpan().SequenceEqual(Declared.InitialPoint))
        {
            return _initialValue;
        }

        _writer.Vector("value", x);
        return Exchange(line => OracleAnswer.Scalar(line, "value"));
    }

    /// <summary>The error of a declaration without something that is needed.</summary>
    /// <param name="what">What is missing.</param>
    public InputException Lacks(string what) => new($"The external oracle '{_name}' declares no {what}, which this claim needs; let it declare that in its first line, or choose another measure or bound.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _writer.Dispose();
    }

    private void Require(string question)
    {
        if (!Offers(question))
        {
            throw new InputException(
                $"The external oracle '{_name}' offers {(Declared.Oracles.Count == 0 ? "nothing" : string.Join(", ", Declared.Oracles))}, and {question} is needed; let it answer that too, or choose another method or measure.");
        }
    }

    private TResult Exchange<TResult>(Reader<TResult> read)
    {
        ReadOnlySpan<byte> line = _process.Exchange(_writer.Line, _cancellation);
        try
        {
            return read(line);
        }
        catch (ProtocolException e)
        {
            throw _process.Failure(e.Message, e.Mend);
        }
    }
}
