namespace TheoryLab.Core;

/// <summary>Answers the gradients of several objectives f_1, ..., f_m at once: one round of a multiobjective method.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface IMultiobjectiveOracle<TVector>
{
    /// <summary>m.</summary>
    int Objectives { get; }

    /// <summary>gradients[i] &lt;- grad f_i(x) for every i.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradients">m targets; none may share storage with x.</param>
    void Gradients(TVector x, TVector[] gradients);
}

/// <summary>Answers how far a point is from Pareto stationarity and from weak Pareto optimality.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IParetoOracle<TVector, TReal>
{
    /// <summary>G(x) = min over the unit simplex of |sum lam_i grad f_i(x)|, zero where x is Pareto stationary.</summary>
    /// <param name="x">Where.</param>
    TReal ParetoGap(TVector x);

    /// <summary>The merit sup over y of min over i of f_i(x) - f_i(y), zero where x is weakly Pareto optimal.</summary>
    /// <param name="x">Where.</param>
    TReal Merit(TVector x);
}
