using TheoryLab.External;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Lines of external solvers.</summary>
internal sealed class SolverLineTarget : IFuzzTarget
{
    public string Name => "solver lines";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        "{\"gradient\":[1.5,-2.0,3e-5]}"u8.ToArray(), "{\"value\":[1.5,-2.0,3e-5]}"u8.ToArray(), "{\"hessian-product\":[1,2,3],\"direction\":[4,5,6]}"u8.ToArray(),
        "{\"lmo\":[0,0,1]}"u8.ToArray(), "{\"iterate\":[1.5,-2.0,3e-5]}"u8.ToArray(), "{\"done\":true}"u8.ToArray(), "{\"error\":\"caf\\u00e9\"}"u8.ToArray(),
    ];

    public bool Accepts(byte[] input)
    {
        try
        {
            new SolverLine(3).Read(input);
            return true;
        }
        catch (ProtocolException)
        {
            return false;
        }
    }
}

/// <summary>Answers of external oracles.</summary>
internal sealed class OracleAnswerTarget : IFuzzTarget
{
    public string Name => "oracle answers";

    public IReadOnlyList<byte[]> Corpus { get; } = ["{\"gradient\":[1.5,-2.0,3e-5]}"u8.ToArray(), "{\"gradient\":[0,1e300,-7]}"u8.ToArray()];

    public bool Accepts(byte[] input)
    {
        try
        {
            OracleAnswer.Vector(input, "gradient", new double[3]);
            return true;
        }
        catch (ProtocolException)
        {
            return false;
        }
    }
}
