using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A symbolic function, alone or with a second one (a nonsmooth part or the indicator of a set), as the bundle of oracles that a method asks for and
/// that measures look at. x* is the origin.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="smooth">Answers gradients.</param>
/// <param name="other">Answers proximal steps or linear minimisation; null if there is none.</param>
/// <param name="x0">Initial point.</param>
public sealed class SymbolicProblem<T>(SymbolicFunction<T> smooth, SymbolicFunction<T>? other, SymbolicVector<T> x0) : IMeasurableProblem<SymbolicVector<T>, Form<T>>,
    IProximalOracle<SymbolicVector<T>, T>, ILinearMinimizationOracle<SymbolicVector<T>>
    where T : struct, INumber<T>
{
    private readonly SymbolicVector<T> _x0 = x0.Copy();

    /// <inheritdoc/>
    public SymbolicVector<T> InitialPoint => _x0;

    /// <inheritdoc/>
    public SymbolicVector<T> Minimizer => _x0.NewLike();

    /// <inheritdoc/>
    public void Gradient(SymbolicVector<T> x, SymbolicVector<T> gradient) => smooth.Gradient(x, gradient);

    /// <inheritdoc/>
    public Form<T> Value(SymbolicVector<T> x) => other is null or { Class.IsIndicator: true } ? smooth.Value(x) : smooth.Value(x) + other.Value(x);

    /// <summary>f(x) - f*, since f* is zero.</summary>
    /// <param name="x">Where.</param>
    public Form<T> PrimalGap(SymbolicVector<T> x) => Value(x);

    /// <inheritdoc/>
    public void Proximal(SymbolicVector<T> x, T step, SymbolicVector<T> result) => Other.Proximal(x, step, result);

    /// <inheritdoc/>
    public void Minimize(SymbolicVector<T> direction, SymbolicVector<T> vertex) => Other.Minimize(direction, vertex);

    private SymbolicFunction<T> Other => other ?? throw new InputException("The worst-case problem has one function only; a proximal or projection-free method needs a second one.");
}
