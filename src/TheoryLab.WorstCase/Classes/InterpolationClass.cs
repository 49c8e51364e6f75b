using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A class of functions, by what it forces on finitely many points (x_i, g_i, f_i). Where the conditions are necessary and sufficient the worst case is
/// exact; otherwise it is an upper bound.
/// </summary>
/// <typeparam name="T">Parameters and coefficients.</typeparam>
public abstract class InterpolationClass<T>
    where T : struct, INumber<T>
{
    /// <summary>The name in files and options, in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>Parameters by name.</summary>
    public virtual IReadOnlyList<(string Name, T Value)> Parameters => [];

    /// <summary>Whether a point has one gradient; otherwise asking twice gives two subgradients.</summary>
    public virtual bool IsDifferentiable => false;

    /// <summary>Whether every value is zero, as for the indicator of a set.</summary>
    public virtual bool IsIndicator => false;

    /// <summary>How many orthogonal blocks a gradient is made of; zero if it is not split.</summary>
    public virtual int BlockCount => 0;

    /// <summary>Whether the conditions are also sufficient, so that the worst case over them is that over the class.</summary>
    public virtual bool IsExact => true;

    /// <summary>The class in the words of certificates, with its parameters; null if certificates of version 1 cannot state it.</summary>
    public virtual (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => (Name, Parameters);

    /// <summary>Conditions on an ordered pair of points, each at most zero.</summary>
    /// <param name="i">First point.</param>
    /// <param name="j">Second point.</param>
    public abstract IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j);

    /// <summary>Conditions on a single point, each at most zero.</summary>
    /// <param name="i">The point.</param>
    public virtual IEnumerable<ClassCondition<T>> Single(SymbolicPoint<T> i) => [];

    /// <summary>A parameter that must be positive.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">It is not.</exception>
    protected T Positive(T value, string name) => value > T.Zero ? value
        : throw new InputException($"The parameter {name} of the class {Name} is {value}; it must be positive.");

    /// <summary>f_j - f_i + &lt;g_j, x_i - x_j&gt;, at most zero for convex f.</summary>
    /// <param name="i">First point.</param>
    /// <param name="j">Second point.</param>
    protected static Form<T> Linearization(SymbolicPoint<T> i, SymbolicPoint<T> j) => j.F - i.F + Form<T>.Product(j.G, i.X - j.X);
}

/// <summary>One condition of a class.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="Kind">Which condition of the class.</param>
/// <param name="Expression">At most zero.</param>
/// <param name="IsEquality">Whether it is equal to zero.</param>
public readonly record struct ClassCondition<T>(string Kind, Form<T> Expression, bool IsEquality = false)
    where T : struct, INumber<T>;

/// <summary>A recorded answer of an oracle: point, gradient (or image, or normal vector) and value.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="Id">Its name among the points of its function.</param>
/// <param name="X">The point.</param>
/// <param name="G">Gradient, subgradient, normal vector, or image of an operator.</param>
/// <param name="F">Value; zero for operators.</param>
/// <param name="IsReference">Whether it is x*, against which proofs compare.</param>
public sealed record SymbolicPoint<T>(string Id, SymbolicVector<T> X, SymbolicVector<T> G, Form<T> F, bool IsReference)
    where T : struct, INumber<T>
{
    /// <summary>The parts of G in the blocks of a separable space, mutually orthogonal; empty where there are no blocks, or G is zero.</summary>
    public IReadOnlyList<SymbolicVector<T>> Parts { get; init; } = [];

    internal static string NewId(IReadOnlyList<SymbolicPoint<T>> points, bool isReference)
    {
        int same = points.Count(p => p.IsReference == isReference);
        return !isReference ? $"x{same}" : same == 0 ? "x*" : $"x*{same}";
    }
}
