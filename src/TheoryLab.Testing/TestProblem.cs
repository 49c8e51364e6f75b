using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Testing;

/// <summary>One instance of a problem family in doubles, for a solver that is not written in TheoryLab's vectors. Not to be shared between threads.</summary>
public sealed class TestProblem
{
    private readonly HostProblem<double> _problem;
    private readonly HostVector<double> _x, _direction, _result;

    internal TestProblem(HostProblem<double> problem, int iterations)
    {
        _problem = problem;
        Iterations = iterations;
        _x = problem.InitialPoint.NewLike();
        (_direction, _result) = (_x.NewLike(), _x.NewLike());
    }

    /// <summary>How many steps will be looked at; a solver whose coefficients depend on the horizon reads it here.</summary>
    public int Iterations { get; }

    /// <summary>The number of variables.</summary>
    public int Dimension => _x.Length;

    /// <summary>A copy of x_0.</summary>
    public double[] InitialPoint => _problem.InitialPoint.Span.ToArray();

    /// <summary>The smoothness constant.</summary>
    /// <exception cref="InputException">The family declares none.</exception>
    public double L => Constant("L");

    /// <summary>The strong convexity constant, zero if f is only convex.</summary>
    /// <exception cref="InputException">The family declares none.</exception>
    public double Mu => Constant("mu");

    /// <summary>R = |x_0 - x*|.</summary>
    public double R => Constant("R");

    /// <summary>f*, evaluated at the known minimiser.</summary>
    /// <exception cref="InputException">The family knows no minimiser.</exception>
    public double OptimalValue => _problem.HasMinimizer
        ? _problem.Value(_problem.Minimizer)
        : throw new InputException("This family knows no minimiser, so there is no optimal value; choose another one.");

    /// <summary>The instance of a family, for trying a solver by hand and for repeating what a failed assertion found.</summary>
    /// <param name="family">A name of <c>theorylab list problems</c>.</param>
    /// <param name="seed">Seeds whatever the parameters leave open.</param>
    /// <param name="iterations">What the solver is told as the number of steps.</param>
    /// <param name="parameters">Parameters by name; those left out take the family's default.</param>
    /// <exception cref="InputException">An unknown family or parameter, or a value that is not allowed.</exception>
    public static TestProblem Create(string family, int seed, int iterations, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        ProblemFamily known = Registry.Family(family);
        ParameterSet bound = ParameterSet.Bind(known, parameters.ToDictionary(p => p.Name, p => ParameterValue.Parse(p.Value), StringComparer.Ordinal));
        return new(known.Create(bound, seed).In<double>(), iterations);
    }

    /// <summary>A constant that the family declares, n and h0 = f(x_0) - f* included.</summary>
    /// <param name="name">Its name in formulas.</param>
    /// <exception cref="InputException">The family declares none of that name.</exception>
    public double Constant(string name) =>
        _problem.Constant(name) ?? throw new InputException($"This family declares no constant {name}; 'theorylab list problems' prints what each one declares.");

    /// <summary>f(x).</summary>
    /// <param name="x">Where; as many numbers as variables.</param>
    public double Value(ReadOnlySpan<double> x) => _problem.Value(Point(x, _x));

    /// <summary>f(x) - f*, by a formula without cancellation where the family has one.</summary>
    /// <param name="x">Where.</param>
    public double Gap(ReadOnlySpan<double> x) => _problem.PrimalGap(Point(x, _x));

    /// <summary>grad f(x), in a new array; of a composite problem, that of its smooth part.</summary>
    /// <param name="x">Where.</param>
    public double[] Gradient(ReadOnlySpan<double> x)
    {
        double[] gradient = new double[Dimension];
        Gradient(x, gradient);
        return gradient;
    }

    /// <summary>gradient &lt;- grad f(x); no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">Target; may be x itself.</param>
    public void Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        _problem.Gradient(Point(x, _x), _result);
        _result.Span.CopyTo(gradient);
    }

    /// <summary>result &lt;- (Hessian of f at x) direction; no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="direction">What to multiply.</param>
    /// <param name="result">Target.</param>
    /// <exception cref="InputException">The family has no Hessian products.</exception>
    public void HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> direction, Span<double> result)
    {
        HessianProblem<double> problem = _problem as HessianProblem<double> ?? throw Lacks("Hessian products");
        problem.HessianProduct(Point(x, _x), Point(direction, _direction), _result);
        _result.Span.CopyTo(result);
    }

    /// <summary>vertex &lt;- a minimiser of the linear function over the feasible set; no allocation.</summary>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    /// <exception cref="InputException">The family has no compact set.</exception>
    public void MinimizeLinear(ReadOnlySpan<double> direction, Span<double> vertex)
    {
        ConstrainedProblem<double> problem = _problem as ConstrainedProblem<double> ?? throw Lacks("a compact feasible set");
        problem.Minimize(Point(direction, _direction), _result);
        _result.Span.CopyTo(vertex);
    }

    /// <summary>result &lt;- the proximal step of the nonsmooth part from x; no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="step">Step size, positive.</param>
    /// <param name="result">Target.</param>
    /// <exception cref="InputException">The family has no nonsmooth part.</exception>
    public void Proximal(ReadOnlySpan<double> x, double step, Span<double> result)
    {
        CompositeProblem<double> problem = _problem as CompositeProblem<double> ?? throw Lacks("a nonsmooth part with proximal steps");
        problem.Proximal(Point(x, _x), step, _result);
        _result.Span.CopyTo(result);
    }

    private HostVector<double> Point(ReadOnlySpan<double> from, HostVector<double> to)
    {
        if (from.Length != Dimension)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"A point has {from.Length} numbers where the problem has {Dimension} variables."));
        }

        from.CopyTo(to.Span);
        return to;
    }

    private static InputException Lacks(string what) => new($"This family has no {what}; choose another one.");
}
