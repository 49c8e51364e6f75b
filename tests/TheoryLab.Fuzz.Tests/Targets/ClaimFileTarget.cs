using System.Text;
using TheoryLab.ClaimFiles;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Claim files.</summary>
internal sealed class ClaimFileTarget : IFuzzTarget
{
    public string Name => "claim files";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. new[]
        {
            StarterClaim.Text("starter"),
            """
            id: fuzz-order
            statement: Gradient descent on a quadratic is linear.
            source: { title: "T", authors: "A", year: 2013, where: "Theorem 1" }
            method: { name: gradient-descent }
            problem: { family: quadratic, dimension: 3..9, condition: 2..50 }
            measure: primal-gap
            kind: upper
            bound: (1-1/kappa)^(2*k)*h0
            iterations: 30
            instances: 4
            seed: 7
            twins: [ { bound: (1-1/kappa)^(3*k)*h0 }, { factor: 1/2 } ]
            """,
            """
            id: fuzz-external
            statement: "Somebody's solver."
            method: { command: ["python3", "solver.py"] }
            problem: { family: huber }
            measure: primal-gap
            kind: upper
            order: k^-1
            horizons: [10, 20, 40]
            """,
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public bool Accepts(byte[] input)
    {
        try
        {
            ClaimFile.Parse(input, "claim.yaml", new Never());
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Commands are read, never started.</summary>
    private sealed class Never : IExternalPrograms
    {
        public IMethod Solver(IReadOnlyList<string> command, string folder) => Registry.Method("gradient-descent");

        public ProblemFamily Oracle(IReadOnlyList<string> command, string folder, IReadOnlyList<string> parameters) => Registry.Family("huber");
    }
}
