namespace TheoryLab.External.Tests.Solvers;

/// <summary>Gradient descent in plain Python.</summary>
internal static class GradientDescentScript
{
    /// <summary>The script, with the step as a formula in L and k.</summary>
    public static string With(string step) => $$"""
        import json, sys

        def read():
            return json.loads(sys.stdin.readline())

        def write(line):
            print(json.dumps(line), flush=True)

        problem = read()
        x, L = problem["x0"], problem["constants"]["L"]
        for k in range(problem["iterations"]):
            write({"gradient": x})
            g = read()["gradient"]
            h = {{step}}
            x = [a - h * b for a, b in zip(x, g)]
            write({"iterate": x})
        write({"done": True})
        """;
}
