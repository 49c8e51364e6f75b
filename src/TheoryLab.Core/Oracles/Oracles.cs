namespace TheoryLab.Core;

/// <summary>Answers gradients of f.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface IGradientOracle<TVector>
{
    /// <summary>gradient &lt;- grad f(x).</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">Target; must not share storage with x.</param>
    void Gradient(TVector x, TVector gradient);
}

/// <summary>Answers values of f.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IValueOracle<TVector, TReal>
{
    /// <summary>f(x).</summary>
    /// <param name="x">Where.</param>
    TReal Value(TVector x);
}

/// <summary>Minimises linear functions over the feasible set (LMO).</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface ILinearMinimizationOracle<TVector>
{
    /// <summary>vertex &lt;- a minimiser of &lt;direction, s&gt; over the feasible set; ties go to the vertex of lowest index.</summary>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target; must not share storage with direction.</param>
    void Minimize(TVector direction, TVector vertex);

    /// <summary>How many different vertices it can answer; null if there are infinitely many, as on a ball.</summary>
    int? VertexCount => null;
}

/// <summary>Answers products with the Hessian of f.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface IHessianOracle<TVector>
{
    /// <summary>result &lt;- (Hessian of f at x) direction.</summary>
    /// <param name="x">Where.</param>
    /// <param name="direction">What to multiply.</param>
    /// <param name="result">Target; must not share storage with x or direction.</param>
    void HessianProduct(TVector x, TVector direction, TVector result);
}

/// <summary>What measures may ask of a problem with a known minimiser, beside its oracles.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IMeasurableProblem<TVector, TReal> : IGradientOracle<TVector>, IValueOracle<TVector, TReal>
{
    /// <summary>x_0, to be read, not written.</summary>
    TVector InitialPoint { get; }

    /// <summary>A minimiser x* over the feasible set, to be read, not written.</summary>
    TVector Minimizer { get; }

    /// <summary>f(x) - f*, by a formula without cancellation where the problem has one.</summary>
    /// <param name="x">Where.</param>
    TReal PrimalGap(TVector x);
}

/// <summary>Minimises f along segments.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TScalar">Step sizes.</typeparam>
public interface ILineSearchOracle<TVector, TScalar>
{
    /// <summary>
    /// The t in [0, largest] that minimises f(x + t direction): by a formula, or to the accuracy of the scalar. The segment may leave the domain of f;
    /// the minimiser does not.
    /// </summary>
    /// <param name="x">In the domain of f.</param>
    /// <param name="direction">Of any length.</param>
    /// <param name="largest">The end of the segment.</param>
    TScalar MinimizeAlong(TVector x, TVector direction, TScalar largest);
}

/// <summary>Answers proximal steps of the nonsmooth part of a composite function f + p.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TScalar">Step sizes.</typeparam>
public interface IProximalOracle<TVector, TScalar>
{
    /// <summary>result &lt;- argmin over u of p(u) + |u - x|^2/(2 step).</summary>
    /// <param name="x">Where.</param>
    /// <param name="step">Step size, positive.</param>
    /// <param name="result">Target; must not share storage with x.</param>
    void Proximal(TVector x, TScalar step, TVector result);
}

/// <summary>Answers gradient mappings of a composite function f + p, with the step 1/L.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface IGradientMappingOracle<TVector>
{
    /// <summary>result &lt;- L (x - prox(x - grad f(x)/L)).</summary>
    /// <param name="x">Where.</param>
    /// <param name="result">Target; must not share storage with x.</param>
    void GradientMapping(TVector x, TVector result);
}
