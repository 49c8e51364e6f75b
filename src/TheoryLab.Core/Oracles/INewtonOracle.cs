namespace TheoryLab.Core;

/// <summary>The matrix that a second-order method takes for the curvature of f.</summary>
public enum Curvature
{
    /// <summary>The Hessian.</summary>
    Hessian,

    /// <summary>J'J of a nonlinear least-squares problem with Jacobian J: the Hessian without the curvature of the residuals.</summary>
    GaussNewton,

    /// <summary>The average of the outer products of the gradients of the single losses: the empirical Fisher matrix.</summary>
    Fisher,
}

/// <summary>
/// Solves linear systems with a shifted curvature matrix. One factor serves the direction, the decrement and dual norms: it is computed by
/// <see cref="Factor"/> and used by every <see cref="Solve"/> until the next one.
/// </summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TScalar">Shifts.</typeparam>
public interface INewtonOracle<TVector, TScalar>
{
    /// <summary>
    /// Factors B(x) + shift I, one oracle call. The sum has to be positive definite; pivots are not checked, and a singular matrix gives solutions
    /// that are not finite.
    /// </summary>
    /// <param name="x">Where.</param>
    /// <param name="shift">At least zero.</param>
    /// <param name="curvature">Which matrix B is.</param>
    /// <exception cref="InputException">The problem has no such matrix.</exception>
    void Factor(TVector x, TScalar shift, Curvature curvature = Curvature.Hessian);

    /// <summary>result &lt;- (B(x) + shift I)^-1 right, with the last factor.</summary>
    /// <param name="right">The right-hand side.</param>
    /// <param name="result">Target; may be the right-hand side.</param>
    void Solve(TVector right, TVector result);
}

/// <summary>Minimises f over the vectors whose components from some index on are zero.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface ILeadingSubspaceOracle<TVector>
{
    /// <summary>result &lt;- argmin of f over vectors supported on the first components.</summary>
    /// <param name="components">How many may differ from zero; more than there are means all.</param>
    /// <param name="result">Target.</param>
    void MinimizeOverLeading(int components, TVector result);
}
