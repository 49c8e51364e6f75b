using System.Text;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Data files, CSV and LIBSVM.</summary>
internal sealed class DataTarget : IFuzzTarget
{
    public string Name => "data files";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. new[]
        {
            "a,b,target\n1,2.5,0\n-3,4e-2,1\n0.5,6,1\n",
            "1 1:0.5 3:-2\n-1 2:1e-3\n+1 1:4 2:5 3:6\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public bool Accepts(byte[] input)
    {
        try
        {
            DataSets.Parse(Encoding.UTF8.GetString(input), "data", "data");
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
