namespace TheoryLab.ClaimFiles;

/// <summary>A commented claim file to start from; it checks as consistent as it stands.</summary>
public static class StarterClaim
{
    /// <summary>The text.</summary>
    /// <param name="name">The name of the file without its ending: the claim's id, as far as its letters may stand in one.</param>
    public static string Text(string name)
    {
        string id = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).TrimStart('-', '_', '.');
        id = id.Length is > 0 and <= 100 ? id : "my-claim";
        return $$"""
            # yaml-language-server: $schema={{ClaimSchema.FileName}}
            # A claim about a method, checked by: theorylab check FILE. The line above lets editors complete and check ('theorylab new claim --schema'
            # writes the schema beside this file). Lists of names: theorylab list methods | problems | measures.
            id: {{id}}
            statement: Gradient descent with step 1/L has f(x_k) - f* at most L R^2/(4k+2) on smooth convex functions.
            source: { authors: Drori and Teboulle, title: Performance of first-order methods for smooth convex minimization, year: 2014 }

            # A built-in method; a recorded run is { trace: run.csv, x: k, y: gap }, with constants: { L: 1, R: 2 } in place of a problem.
            method: { name: gradient-descent }

            # One family or a list of them. A parameter is a number, a word, a range low..high (then instances are drawn), or a formula in the horizon N.
            # Your own data: { family: least-squares, data: mine.csv } or { family: quadratic, matrix: A.csv, vector: b.csv }.
            problem:
              - { family: quadratic, dimension: 2..50, condition: 1..1e4 }
              - { family: huber, tau: 1/(2*N+1) }

            measure: primal-gap
            kind: upper               # upper, lower, order, step, identity, invariant, limit or negative

            # A formula in k, in the horizon N, in n, R = |x_0 - x*|, h0 = f(x_0) - f* and the constants of the family ('theorylab show FILE' lists them).
            # In place of a bound, an order: k^-1, exp(-k/sqrt(kappa)), quadratic, ...
            bound: L*R^2/(4*k+2)

            horizons: [1, 2, 5, 10, 50]   # about the last iterate of runs of these lengths; or iterations: 1000, about every iterate of one run
            instances: 20
            seed: 20261120

            # False variants, one datum changed in each, that the same check must refute; without them it has no power. Default: half the constant, or
            # another 1/2 on the exponent.
            twins:
              - { bound: L*R^2/(4*k+4) }

            """.ReplaceLineEndings("\n");
    }
}
