using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>The sum f + h as methods with proximal steps ask for it: gradients of f, proximal steps of h.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="F">The smooth part.</param>
/// <param name="H">The part with proximal steps.</param>
public readonly record struct CompositeBundle<T>(SymbolicFunction<T> F, SymbolicFunction<T> H) : IGradientOracle<SymbolicVector<T>>, IProximalOracle<SymbolicVector<T>, T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public void Gradient(SymbolicVector<T> x, SymbolicVector<T> gradient) => F.Gradient(x, gradient);

    /// <inheritdoc/>
    public void Proximal(SymbolicVector<T> x, T step, SymbolicVector<T> result) => H.Proximal(x, step, result);
}

/// <summary>
/// f = F + &lt;slope, .&gt; over a set as projection-free methods ask for it. With F minimal at x*, the slope is the gradient of f there; only its products with points
/// matter, which an engine can see if it is kept apart.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="F">The objective without its linear term.</param>
/// <param name="Slope">The linear term.</param>
/// <param name="Set">The indicator of the set.</param>
public readonly record struct ConstrainedBundle<T>(SymbolicFunction<T> F, SymbolicVector<T> Slope, SymbolicFunction<T> Set)
    : IGradientOracle<SymbolicVector<T>>, IValueOracle<SymbolicVector<T>, Form<T>>, ILinearMinimizationOracle<SymbolicVector<T>>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public void Gradient(SymbolicVector<T> x, SymbolicVector<T> gradient) => gradient.Assign(F.At(x).G + Slope);

    /// <inheritdoc/>
    public Form<T> Value(SymbolicVector<T> x) => F.Value(x) + Form<T>.Product(Slope, x);

    /// <inheritdoc/>
    public void Minimize(SymbolicVector<T> direction, SymbolicVector<T> vertex) => Set.Minimize(direction, vertex);
}

/// <summary>Answers any d with |d - grad f(x)| &lt;= epsilon |grad f(x)| in place of the gradient.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
/// <param name="Problem">Takes the inequality.</param>
/// <param name="F">The function.</param>
/// <param name="Epsilon">epsilon, positive: at zero the gradient itself should be asked for, since equal vectors leave no interior.</param>
public readonly record struct InexactGradient<T>(WorstCaseProblem<T> Problem, SymbolicFunction<T> F, T Epsilon) : IGradientOracle<SymbolicVector<T>>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public void Gradient(SymbolicVector<T> x, SymbolicVector<T> gradient)
    {
        SymbolicVector<T> g = F.At(x).G, d = Problem.Vector($"d{F.Points.Count - 1}");
        Problem.AtMost("relative error", Form<T>.Squared(d - g) - (Epsilon * Epsilon * Form<T>.Squared(g)), T.Zero);
        gradient.CopyFrom(d);
    }
}
