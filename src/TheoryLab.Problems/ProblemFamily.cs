using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A constant that bounds may use.</summary>
/// <param name="Name">The name in formulas: L, mu, D, ….</param>
/// <param name="HowComputed">The formula, or the certified computation.</param>
public sealed record ConstantInfo(string Name, string HowComputed);

/// <summary>
/// A set of problems with known constants: it declares parameters and constants, and makes the instance of given parameters and seed.
/// Families are found by type; a new one is a new file.
/// </summary>
public abstract class ProblemFamily
{
    /// <summary>The name in files and options, in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>The objective and the feasible set in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>What is promised about f.</summary>
    public virtual FunctionClass Class => FunctionClass.SmoothConvex;

    /// <summary>What may be set.</summary>
    public abstract IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>What bounds may use, and how each constant is computed; n, R = |x_0 - x*| and h0 = f(x_0) - f* come for free.</summary>
    public abstract IReadOnlyList<ConstantInfo> Constants { get; }

    /// <summary>The member of the family with these parameters; the same arguments give the same instance.</summary>
    /// <param name="parameters">Bound by <see cref="ParameterSet.Bind"/> for this family.</param>
    /// <param name="seed">Seeds whatever the parameters leave open.</param>
    public abstract ProblemInstance Create(ParameterSet parameters, int seed);
}

/// <summary>One member of a family, ready to be run in any scalar.</summary>
/// <param name="family">The family.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="seed">Its seed.</param>
public abstract class ProblemInstance(ProblemFamily family, ParameterSet parameters, int seed)
{
    /// <summary>The family.</summary>
    public ProblemFamily Family { get; } = family;

    /// <summary>The parameters.</summary>
    public ParameterSet Parameters { get; } = parameters;

    /// <summary>The seed of what the parameters leave open.</summary>
    public int Seed { get; } = seed;

    /// <summary>The instance in one scalar, with an oracle count of its own. Allocates.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <exception cref="NotSupportedException">The scalar lacks a function that the objective needs.</exception>
    public abstract HostProblem<T> In<T>()
        where T : struct, INumber<T>;

    /// <summary>The instance in doubles with its dense products and factorisations made by a backend; null if it has none, so that there is nothing to hand over.</summary>
    /// <param name="backend">The backend.</param>
    public virtual HostProblem<double>? On(IDenseBackend backend) => null;
}
