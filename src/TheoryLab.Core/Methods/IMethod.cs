using System.Numerics;

namespace TheoryLab.Core;

/// <summary>An optimisation method: immutable parameters, a name, a citation. It becomes an <see cref="IIteration{TVector}"/> on a problem.</summary>
public interface IMethod
{
    /// <summary>The name in files and options, in kebab case.</summary>
    string Name { get; }

    /// <summary>The update rule in one line of plain text, in the letters of the source.</summary>
    string UpdateRule { get; }

    /// <summary>Where the method comes from: authors, title, year.</summary>
    string Source { get; }
}

/// <summary>The sequences that a momentum method runs.</summary>
public enum Sequence
{
    /// <summary>x_k, what the method returns.</summary>
    Iterate,

    /// <summary>y_k, where it asks for the gradient.</summary>
    GradientPoint,

    /// <summary>z_k, the slow sequence of a method in three-sequence form.</summary>
    Anchor,

    /// <summary>x_{k-1}, from which the last step started; x_0 before the first one.</summary>
    Previous,
}

/// <summary>A method bound to a problem. It allocates when it starts and never again; the driver owns the loop.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
public interface IIteration<TVector>
{
    /// <summary>x_k, to be read between steps.</summary>
    TVector Iterate { get; }

    /// <summary>Whether no further step can change the iterate (a zero residual, say). The driver then stops with <see cref="StopReason.Stalled"/>.</summary>
    bool IsFinished => false;

    /// <summary>The current point of a sequence, to be read between steps; a method without momentum asks for gradients at its iterates.</summary>
    /// <param name="sequence">Which sequence.</param>
    /// <exception cref="InputException">The method has no such sequence.</exception>
    TVector Point(Sequence sequence) =>
        sequence switch
        {
            Sequence.Anchor => throw new InputException("The method has no sequence z_k; choose one in three-sequence form."),
            Sequence.Previous => throw new InputException("The method does not keep the point that its step started from; choose one of second order."),
            _ => Iterate,
        };

    /// <summary>From x_k to x_{k+1}. Called with k = 0, 1, 2, … in order.</summary>
    /// <param name="k">The number of steps taken so far.</param>
    void Step(int k);
}

/// <summary>A fixed-step method that asks for gradients only.</summary>
public interface IFirstOrderMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Coefficients; without an order, so that nothing can be compared.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>;
}

/// <summary>A fixed-step method that asks for gradients and linear minimisation.</summary>
public interface IProjectionFreeMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Coefficients.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and minimises linear functions.</param>
    /// <param name="x0">Initial point in the feasible set; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>;
}

/// <summary>A method with linear minimisation whose steps look at inner products.</summary>
public interface IAdaptiveProjectionFreeMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and minimises linear functions.</param>
    /// <param name="x0">Initial point in the feasible set; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>;
}

/// <summary>A method with linear minimisation that compares values of f, which may be infinite.</summary>
public interface IValueProjectionFreeMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and values and minimises linear functions.</param>
    /// <param name="x0">Initial point in the feasible set and the domain of f; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IValueOracle<TVector, TScalar>, ILinearMinimizationOracle<TVector>;
}

/// <summary>A method with linear minimisation that searches along segments.</summary>
public interface ILineSearchProjectionFreeMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients, minimises linear functions and f along segments.</param>
    /// <param name="x0">Initial point in the feasible set and the domain of f; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, ILinearMinimizationOracle<TVector>, ILineSearchOracle<TVector, TScalar>;
}

/// <summary>A method with gradients and Hessian products whose steps look at inner products.</summary>
public interface IHessianProductMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and Hessian products.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IGradientOracle<TVector>, IHessianOracle<TVector>;
}

/// <summary>A fixed-step method that asks for gradients of the smooth part and proximal steps of the other one.</summary>
public interface IProximalMethod : IMethod
{
    /// <summary>Binds the method to a problem.</summary>
    /// <typeparam name="TVector">Vectors.</typeparam>
    /// <typeparam name="TScalar">Coefficients.</typeparam>
    /// <typeparam name="TProblem">The bundle of oracles.</typeparam>
    /// <param name="problem">Answers gradients and proximal steps.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
        where TProblem : IGradientOracle<TVector>, IProximalOracle<TVector, TScalar>;
}

/// <summary>
/// The best that a class of methods could do if it knew the minimiser: not a method that anyone can run, but how lower bounds over a class are
/// checked.
/// </summary>
public interface IClassOptimum : IMethod
{
    /// <summary>Binds it to a problem.</summary>
    /// <typeparam name="TVector">Vectors with inner products that are numbers.</typeparam>
    /// <typeparam name="TScalar">Ordered scalars.</typeparam>
    /// <typeparam name="TProblem">The problem with its minimiser.</typeparam>
    /// <param name="problem">Answers gradients and shows its minimiser.</param>
    /// <param name="x0">Initial point; copied.</param>
    /// <param name="setup">Constants and horizon.</param>
    IIteration<TVector> Start<TVector, TScalar, TProblem>(TProblem problem, TVector x0, MethodSetup<TScalar> setup)
        where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
        where TScalar : struct, INumber<TScalar>
        where TProblem : IMeasurableProblem<TVector, TScalar>;
}
