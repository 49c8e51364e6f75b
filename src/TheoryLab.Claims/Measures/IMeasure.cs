using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// What a claim speaks of at an iterate: the primal gap, a distance, a gradient norm. Written once, over vectors and values, so that the same
/// source yields a number, a number with its error, or an affine form on symbols. Measures are found by type; a new one is a new file.
/// </summary>
public interface IMeasure
{
    /// <summary>The name in files and options, in kebab case.</summary>
    string Name { get; }

    /// <summary>The symbol in formulas: a bound may name it, and prev(symbol) its value one iteration before.</summary>
    string Symbol { get; }

    /// <summary>The formula in one line.</summary>
    string Summary { get; }

    /// <summary>Whether some iterate of some method makes it negative, as an inner product can be; twins with a negative bound then have a meaning.</summary>
    bool CanBeNegative => false;

    /// <summary>The value at x. Overwrites the scratch vectors and allocates nothing.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Coefficients.</typeparam>
    /// <typeparam name="TReal">What inner products and values are.</typeparam>
    /// <typeparam name="TProblem">The problem.</typeparam>
    /// <param name="problem">Answers gradients, values and its minimiser.</param>
    /// <param name="x">The iterate, not changed.</param>
    /// <param name="scratch">A vector to overwrite.</param>
    /// <param name="scratch2">Another one.</param>
    TReal Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TReal>
        where TScalar : struct, INumberBase<TScalar>
        where TReal : struct
        where TProblem : IMeasurableProblem<TVector, TReal>;
}

/// <summary>A measure that looks at a second sequence of the method beside the iterates: y_k or z_k.</summary>
public interface ICompanionMeasure : IMeasure
{
    /// <summary>Which sequence.</summary>
    Sequence Companion { get; }

    /// <summary>The value at x and its companion. Overwrites the scratch vectors and allocates nothing.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Coefficients.</typeparam>
    /// <typeparam name="TReal">What inner products and values are.</typeparam>
    /// <typeparam name="TProblem">The problem.</typeparam>
    /// <param name="problem">Answers gradients, values and its minimiser.</param>
    /// <param name="x">The iterate, not changed.</param>
    /// <param name="companion">The current point of the other sequence, not changed.</param>
    /// <param name="scratch">A vector to overwrite.</param>
    /// <param name="scratch2">Another one.</param>
    TReal EvaluateBoth<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector companion, TVector scratch, TVector scratch2)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TReal>
        where TScalar : struct, INumberBase<TScalar>
        where TReal : struct
        where TProblem : IMeasurableProblem<TVector, TReal>;

    /// <inheritdoc/>
    TReal IMeasure.Evaluate<TVector, TScalar, TReal, TProblem>(TProblem problem, TVector x, TVector scratch, TVector scratch2) =>
        EvaluateBoth<TVector, TScalar, TReal, TProblem>(problem, x, x, scratch, scratch2);
}
