using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>|grad f(x_k)| in the dual local norm of x_{k-1}.</summary>
public sealed record CarriedGradientNorm : ICompanionMeasure
{
    /// <inheritdoc/>
    public string Name => "carried-gradient-norm";

    /// <inheritdoc/>
    public string Symbol => "gd";

    /// <inheritdoc/>
    public string Summary => "sqrt <g, H^-1 g>, g the gradient at x_k and H the Hessian at x_{k-1}";

    /// <inheritdoc/>
    public Sequence Companion => Sequence.Previous;

    /// <inheritdoc/>
    TReal ICompanionMeasure.EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
    {
        problem.Gradient(x, scratch);
        SecondOrder.SolveAt<TVector, TScalar>(problem, this, companion, scratch, scratch2);
        return ScalarMath.Sqrt(TVector.Dot(scratch, scratch2));
    }
}
