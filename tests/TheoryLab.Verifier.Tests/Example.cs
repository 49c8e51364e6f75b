namespace TheoryLab.Verifier.Tests;

/// <summary>Certificates written by hand, one for each kind of row that the format knows.</summary>
internal static class Example
{
    /// <summary>One gradient step, f(x_1) - f* at most 1/6 (Drori and Teboulle 2014).</summary>
    public const string GradientStep = """
        { "schema": "theorylab-certificate/1",
          "claim": null,
          "statement": "Gradient descent, 1 step of 1/L, L = 1: f(x1) - f* <= (1/6) |x0 - x*|^2",
          "gramBasis": ["x0", "g0", "g1"],
          "valueBasis": ["f0", "f1"],
          "functions": { "f": { "class": "smooth-strongly-convex", "L": "1", "mu": "0" } },
          "points": [
            { "function": "f", "id": "x*", "x": {}, "g": {}, "f": {} },
            { "function": "f", "id": "x0", "x": {"x0": "1"}, "g": {"g0": "1"}, "f": {"f0": "1"} },
            { "function": "f", "id": "x1", "x": {"x0": "1", "g0": "-1"}, "g": {"g1": "1"}, "f": {"f1": "1"} } ],
          "assumptions": [
            { "kind": "initial-distance", "i": ["f","x0"], "j": ["f","x*"], "value": "1", "multiplier": "1/6" } ],
          "interpolation": [
            { "function": "f", "i": "x*", "j": "x0", "multiplier": "1/2" },
            { "function": "f", "i": "x*", "j": "x1", "multiplier": "1/2" },
            { "function": "f", "i": "x0", "j": "x1", "multiplier": "1/2" } ],
          "objective": { "kind": "value-gap", "terms": [ { "i": ["f","x1"], "j": ["f","x*"], "weight": "1" } ] },
          "bound": "1/6" }
        """;

    /// <summary>One step x - t with t in A x of a 1-cocoercive operator shrinks the distance: |x_1 - x*|^2 at most |x_0 - x*|^2.</summary>
    public const string OperatorStep = """
        { "schema": "theorylab-certificate/1", "claim": null, "statement": "forward step of a cocoercive operator",
          "gramBasis": ["x0", "t0"], "valueBasis": [],
          "functions": { "A": { "class": "cocoercive", "beta": "1" }, "points": { "class": "none" } },
          "points": [
            { "function": "A", "id": "x*", "x": {}, "g": {} },
            { "function": "A", "id": "x0", "x": {"x0": "1"}, "g": {"t0": "1"} },
            { "function": "points", "id": "x1", "x": {"x0": "1", "t0": "-1"}, "g": {}, "f": {} } ],
          "assumptions": [ { "kind": "initial-distance", "i": ["A","x0"], "j": ["A","x*"], "value": "1", "multiplier": "1" } ],
          "interpolation": [ { "function": "A", "i": "x0", "j": "x*", "multiplier": "2" } ],
          "objective": { "kind": "residual", "terms": [ { "i": ["points","x1"], "j": ["A","x*"], "weight": "1" } ] },
          "bound": "1" }
        """;

    /// <summary>A Lipschitz convex function at x_0: f(x_0) - f* at most M R, by f_0 - f* at most &lt;g_0, x_0&gt; at most (|g_0|^2 + |x_0|^2)/2 for M = R = 1.</summary>
    public const string LipschitzValue = """
        { "schema": "theorylab-certificate/1", "claim": null, "statement": "value of a Lipschitz function",
          "gramBasis": ["x0", "g0"], "valueBasis": ["f0"],
          "functions": { "f": { "class": "convex-lipschitz", "M": "1" } },
          "points": [
            { "function": "f", "id": "x*", "x": {}, "g": {}, "f": {} },
            { "function": "f", "id": "x0", "x": {"x0": "1"}, "g": {"g0": "1"}, "f": {"f0": "1"} } ],
          "assumptions": [ { "kind": "initial-distance", "i": ["f","x0"], "j": ["f","x*"], "value": "1", "multiplier": "1/2" } ],
          "interpolation": [
            { "function": "f", "i": "x*", "j": "x0", "multiplier": "1" },
            { "function": "f", "i": "x0", "j": "x0", "multiplier": "1/2" } ],
          "objective": { "kind": "value-gap", "terms": [ { "i": ["f","x0"], "j": ["f","x*"], "weight": "1" } ] },
          "bound": "1" }
        """;

    /// <summary>Exact line search along -g_0: x_1 = x_0 + d with &lt;g_1, d&gt; = 0 cannot raise f.</summary>
    public const string LineSearch = """
        { "schema": "theorylab-certificate/1", "claim": null, "statement": "exact line search does not raise f",
          "gramBasis": ["x0", "g0", "g1", "d"], "valueBasis": ["f0", "f1"],
          "functions": { "f": { "class": "convex" } },
          "points": [
            { "function": "f", "id": "x*", "x": {}, "g": {}, "f": {} },
            { "function": "f", "id": "x0", "x": {"x0": "1"}, "g": {"g0": "1"}, "f": {"f0": "1"} },
            { "function": "f", "id": "x1", "x": {"x0": "1", "d": "1"}, "g": {"g1": "1"}, "f": {"f1": "1"} } ],
          "assumptions": [
            { "kind": "initial-value", "i": ["f","x0"], "j": ["f","x*"], "value": "3", "multiplier": "1" },
            { "kind": "orthogonal", "u": {"g": ["f","x1"]}, "v": {"d": [["f","x1"],["f","x0"]]}, "multiplier": "1" } ],
          "interpolation": [ { "function": "f", "i": "x0", "j": "x1", "multiplier": "1" } ],
          "objective": { "kind": "value-gap", "terms": [ { "i": ["f","x1"], "j": ["f","x*"], "weight": "1" } ] },
          "bound": "3" }
        """;

    public static TheoryData<string> All => [GradientStep, OperatorStep, LipschitzValue, LineSearch];
}
