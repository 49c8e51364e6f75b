using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>sqrt &lt;g, H^-1 g&gt; at x_k.</summary>
public sealed record NewtonDecrement : IMeasure
{
    /// <inheritdoc/>
    public string Name => "newton-decrement";

    /// <inheritdoc/>
    public string Symbol => "lambda";

    /// <inheritdoc/>
    public string Summary => "sqrt <g, H^-1 g>, g and H the gradient and the Hessian at x_k";

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        SecondOrder.SolveAt<TVector, TScalar>(problem, this, x, scratch, scratch2);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch2));
    }
}
